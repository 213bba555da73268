import type { Cell } from '#domain/translations/cells.ts';
import type { TranslatedText } from '#domain/translations/list-translations.ts';
import { teamPaths } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Time } from '#ui/time.tsx';
import { OpenText } from '../../../_parts/open-text.tsx';

interface LanguageCellProps {
  text: TranslatedText;
  cell: Cell;
  i18n: I18n;
}

/** Where one language of a text stands, and the way into it. */
export function LanguageCell({ text, cell, i18n: { t, locale } }: LanguageCellProps) {
  const { state, since, revisions, draft, submission } = cell;
  const language = t(`word.language.${cell.locale}`);
  return (
    <>
      {state === 'older' && since !== null ? (
        <StatusBadge tone="recommended" icon="back">
          {t.rich('translations.since', { at: <Time key="at" at={since} locale={locale} style="short" /> })}
        </StatusBadge>
      ) : state === 'missing' ? (
        <StatusBadge tone="recommended">{t(draft === null ? 'translations.state.missing' : 'translations.state.begun')}</StatusBadge>
      ) : (
        <span>{t(`translations.state.${state}`)}</span>
      )}
      {draft !== null ? (
        <a className="under" href={teamPaths.draft(String(draft))}>
          {t('translations.draft')}
        </a>
      ) : (
        <OpenText place={text} locale={cell.locale} title={t('studio.live.write', { language })}>
          {revisions === 0 ? t('translations.start') : t('translations.write', { n: revisions })}
        </OpenText>
      )}
      {submission !== null && (
        <a className="under" href={teamPaths.review(String(submission))}>
          {t('translations.waiting')}
        </a>
      )}
    </>
  );
}
