import type { SourceBeside } from '#domain/translations/read-source.ts';
import { LANGUAGES } from '#locales/registry.ts';
import { teamPaths } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { DiffWords } from '../../../review/_parts/diff-words.tsx';
import { ChangeKeys } from './change-keys.tsx';

interface SourceSideProps {
  draft: number;
  source: SourceBeside;
  i18n: I18n;
}

const anchor = (n: number) => `source-change-${n}`;

/** What a translation translates, read only: each line that changed since the text that the translation follows is marked, and leads to the next. */
export function SourceSide({ draft, source, i18n }: SourceSideProps) {
  const { t } = i18n;
  const { locale, newest, named, lines } = source;
  const language = t(`word.language.${locale}`);
  // A line without words is none to translate.
  const changed = lines.filter(({ parts }) => parts.some(({ kind, text }) => kind !== 'same' && text.trim() !== ''));
  const numberOf = new Map(changed.map((line, index) => [line, index + 1]));
  return (
    <section className="source-side" aria-labelledby="source-side">
      <h2 id="source-side">{t('translations.source.title', { language, n: newest.number })}</h2>
      <Following source={source} changes={changed.length} i18n={i18n} />
      {named?.id !== newest.id && (
        <form method="post" action={teamPaths.followSource(String(draft))}>
          <input type="hidden" name="named" value={named?.id ?? ''} />
          <input type="hidden" name="revision" value={newest.id} />
          <button className="btn q" type="submit">
            {t('translations.source.follow', { language, n: newest.number })}
          </button>
        </form>
      )}
      {changed.length > 0 && (
        <p className="meta">
          <a href={`#${anchor(1)}`}>{t('translations.source.first')}</a>{' '}
          <ChangeKeys count={changed.length} words={{ keys: t('translations.source.keys'), place: t('translations.source.place', { n: '%n%', m: '%m%' }) }} />
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached by the keyboard */}
      <section className="diff source-text" lang={locale} dir={LANGUAGES[locale].direction} tabIndex={0} aria-label={language}>
        {lines.map((line, index) => {
          const n = numberOf.get(line);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and never move
            <div key={index} className={n === undefined ? 'row' : 'row changed'} id={n === undefined ? undefined : anchor(n)}>
              <span className="ln">{line.line}</span>
              <div className="tx">
                <DiffWords parts={line.parts} />
              </div>
              {n !== undefined && <Around n={n} count={changed.length} i18n={i18n} />}
            </div>
          );
        })}
      </section>
    </section>
  );
}

/** Whether the translation follows what is beside it. */
function Following({ source: { locale, named, newest, isOlder }, changes, i18n: { t } }: { source: SourceBeside; changes: number; i18n: I18n }) {
  const language = t(`word.language.${locale}`);
  if (named === null) return <p className="meta">{t('translations.source.unnamed')}</p>;
  if (named.id === newest.id) return <StatusBadge tone="ok">{t('translations.source.follows', { language, n: newest.number })}</StatusBadge>;
  if (!isOlder) return <p className="meta">{t('translations.source.same', { n: named.number })}</p>;
  return (
    <StatusBadge tone="recommended" icon="back">
      {t('translations.source.changed', { changes, n: named.number })}
    </StatusBadge>
  );
}

/** From one change to those before and after it. */
function Around({ n, count, i18n: { t, locale } }: { n: number; count: number; i18n: I18n }) {
  return (
    <p className="around" lang={locale} dir={LANGUAGES[locale].direction}>
      {n > 1 && <a href={`#${anchor(n - 1)}`}>{t('translations.source.previous')}</a>}
      {n < count && <a href={`#${anchor(n + 1)}`}>{t('translations.source.next')}</a>}
    </p>
  );
}
