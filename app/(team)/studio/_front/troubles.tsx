import type { Trouble } from '#domain/studio/troubles.ts';
import { teamPaths } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { momentInWords } from '#ui/moment.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { OpenText } from '../../_parts/open-text.tsx';
import type { Tone } from '#ui/tone.ts';

const TONES: Record<Trouble['kind'], Tone> = {
  alone: 'act',
  missed: 'act',
  unseen: 'act',
  no_worker: 'act',
  update_late: 'act',
  behind: 'recommended',
  older: 'recommended',
  update_due: 'recommended',
};

/** What is wrong, a line each. */
export function Troubles({ troubles, i18n }: { troubles: Trouble[]; i18n: I18n }) {
  if (troubles.length === 0) return null;
  return (
    <ul className="wrong">
      {troubles.map((trouble) => (
        <li key={JSON.stringify(trouble)}>
          <StatusBadge tone={TONES[trouble.kind]} {...(trouble.kind === 'older' && { icon: 'back' as const })}>
            {i18n.t(`studio.trouble.${trouble.kind}.word`)}
          </StatusBadge>
          <div>
            <p>
              <b>{i18n.t(`studio.trouble.${trouble.kind}.text`, wordsOf(trouble, i18n))}</b> <span>{more(trouble, i18n)}</span>{' '}
              {trouble.kind === 'missed' && <a href={teamPaths.publish(String(trouble.submission))}>{i18n.t('studio.waiting.publish')}</a>}
              {trouble.kind === 'alone' && <a href={teamPaths.review(String(trouble.submission))}>{i18n.t('studio.waiting.see')}</a>}
            </p>
            {trouble.kind === 'older' && (
              <OpenText place={trouble.text} locale={trouble.text.locale}>
                {i18n.t('translations.open', { language: i18n.t(`word.language.${trouble.text.locale}`) })}
              </OpenText>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function wordsOf(trouble: Trouble, { t }: I18n): Record<string, string> {
  if (trouble.kind === 'older') return { language: t(`word.language.${trouble.text.locale}`), source: t(`word.language.${trouble.text.source}`) };
  return 'noticeId' in trouble ? { notice: trouble.noticeId } : 'slug' in trouble ? { slug: trouble.slug } : {};
}

function more(trouble: Trouble, { t, locale }: I18n): string {
  switch (trouble.kind) {
    case 'no_worker': {
      const { seenAt, host } = trouble;
      const seen = seenAt === null ? '' : ` ${t('studio.trouble.no_worker.seen', { at: momentInWords(seenAt, locale, 'short'), host: host ?? '' })}`;
      return t('studio.trouble.no_worker.more') + seen;
    }
    case 'behind': {
      const { host, edition, newest } = trouble;
      return edition === null ? t('studio.trouble.behind.none', { host, newest }) : t('studio.trouble.behind.more', { host, edition, newest });
    }
    case 'alone':
      return t('studio.trouble.alone.more', { at: momentInWords(trouble.at, locale, 'short') });
    case 'older': {
      const { title, since, isShown } = trouble.text;
      const at = momentInWords(since, locale, 'short');
      return isShown ? t('studio.trouble.older.shown', { title, at }) : t('studio.trouble.older.more', { title, at });
    }
    case 'missed':
      return t('studio.trouble.missed.more', { at: momentInWords(trouble.at, locale, 'short'), why: t(`schedule.missed.${trouble.why}`) });
    case 'unseen':
      return t('studio.trouble.unseen.more', { n: trouble.edition, path: trouble.path });
    case 'update_late':
    case 'update_due':
      return t(`studio.trouble.${trouble.kind}.more`, { at: momentInWords(trouble.by, locale, 'short') });
  }
}
