import type { TextInWork, TextLanguage, TextState } from '#domain/studio/texts-in-work.ts';
import { type Locale, teamPaths } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import type { Tone } from '#ui/tone.ts';

const TONES: Record<TextState, Tone> = {
  writing: 'progress',
  waiting: 'progress',
  sent_back: 'recommended',
  approved: 'ok',
  ended: 'recommended',
  live: 'ok',
  none: 'progress',
};

interface TextTableProps {
  texts: TextInWork[];
  locales: readonly Locale[];
  /** Id of the heading that names it. */
  name: string;
  i18n: I18n;
}

/** Texts with their languages: each leads to its draft, its review or its publication. */
export function TextTable({ texts, locales, name, i18n }: TextTableProps) {
  const { t } = i18n;
  return (
    <table className="t texts" aria-labelledby={name}>
      <thead>
        <tr>
          <th scope="col">{t('studio.column.text')}</th>
          {locales.map((locale) => (
            <th key={locale} scope="col">
              {t(`word.language.${locale}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {texts.map((text) => (
          <tr key={`${text.slug}/${text.update ?? ''}`}>
            <th scope="row">
              <bdi>{text.update ?? text.slug}</bdi>
              <small>{text.status === null ? t(`texts.kind.${text.kind}`) : `${t(`texts.kind.${text.kind}`)} · ${t(`status.${text.status}`)}`}</small>
            </th>
            {locales.map((locale) => {
              const language = text.languages.find((one) => one.locale === locale);
              return (
                <td key={locale} data-l={t(`word.language.${locale}`)}>
                  {language ? <Language text={text} language={language} i18n={i18n} /> : '–'}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Language({ text, language: { locale, draft, state, submission, isLive }, i18n: { t } }: { text: TextInWork; language: TextLanguage; i18n: I18n }) {
  const language = t(`word.language.${locale}`);
  return (
    <>
      <StatusBadge tone={TONES[state]}>{t(`texts.state.${state}`)}</StatusBadge>
      <span className="ways">
        {draft === null ? (
          <form method="post" action={teamPaths.startDraft()}>
            <input type="hidden" name="kind" value={text.kind === 'note' ? 'note' : 'advisory'} />
            <input type="hidden" name="slug" value={text.slug} />
            <input type="hidden" name="update" value={text.update ?? ''} />
            <input type="hidden" name="locale" value={locale} />
            <button className="link" type="submit" aria-label={t('studio.live.write', { language })}>
              {t('texts.write')}
            </button>
          </form>
        ) : (
          <a href={teamPaths.draft(String(draft))} aria-label={t('studio.live.write', { language })}>
            {t('texts.write')}
          </a>
        )}
        {submission !== null && (state === 'waiting' || state === 'sent_back' || state === 'ended') && (
          <a href={teamPaths.review(String(submission))}>{t('texts.review')}</a>
        )}
        {submission !== null && (state === 'approved' || state === 'live') && <a href={teamPaths.publish(String(submission))}>{t('texts.publish')}</a>}
        {draft !== null && !isLive && <a href={teamPaths.rename(String(draft))}>{t('texts.rename')}</a>}
        {draft !== null && !isLive && <a href={teamPaths.discard(String(draft))}>{t('texts.discard')}</a>}
      </span>
    </>
  );
}
