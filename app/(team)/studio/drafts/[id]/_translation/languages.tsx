import type { Cell } from '#domain/translations/cells.ts';
import type { DraftLanguages } from '#domain/translations/read-source.ts';
import type { Locale } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { OpenText } from '../../../../_parts/open-text.tsx';

interface LanguagesProps {
  text: DraftLanguages;
  /** Of the draft. */
  current: Locale;
  i18n: I18n;
}

/** The same text in each language of the site, and which of them is behind. */
export function Languages({ text, current, i18n: { t } }: LanguagesProps) {
  return (
    <nav className="languages" aria-label={t('translations.languages')}>
      <ul>
        {text.languages.map((cell) => (
          <li key={cell.locale}>
            {cell.locale === current ? (
              <span aria-current="page">{t(`word.language.${cell.locale}`)}</span>
            ) : (
              <OpenText place={text} locale={cell.locale}>
                {t(`word.language.${cell.locale}`)}
              </OpenText>
            )}
            <State cell={cell} t={t} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function State({ cell: { state, draft }, t }: { cell: Cell; t: I18n['t'] }) {
  if (state === 'older')
    return (
      <StatusBadge tone="recommended" icon="back">
        {t('translations.state.older')}
      </StatusBadge>
    );
  return <span className="meta">{t(state === 'missing' && draft !== null ? 'translations.state.begun' : `translations.state.${state}`)}</span>;
}
