import type { History } from '#domain/history/read-history.ts';
import { LANGUAGES } from '#locales/registry.ts';
import type { I18n } from '#ui/i18n.ts';
import { DiffWords } from '../../review/_parts/diff-words.tsx';
import { runsOf } from '../../review/_parts/text-diff.tsx';

/** Unchanged lines in a row that are shown as they are; more of them are folded. */
const SHOWN = 2;

/** What changed from one revision to another, word by word; long runs that did not are folded. */
export function Compared({ compared: { was, is, lines }, i18n }: { compared: NonNullable<History['compared']>; i18n: I18n }) {
  const { t } = i18n;
  const name = ({ locale, number }: typeof was) => t('history.revision', { language: t(`word.language.${locale}`), n: number });
  const isSame = lines.every(({ parts }) => parts.every(({ kind }) => kind === 'same'));
  return (
    <section aria-labelledby="compared">
      <h2 id="compared">{t('history.compared', { was: name(was), is: name(is) })}</h2>
      {isSame ? (
        <p className="meta">{t('history.nothing')}</p>
      ) : (
        <div className="diff" lang={is.locale} dir={LANGUAGES[is.locale].direction}>
          {runsOf(lines, ({ parts }) => parts.every(({ kind }) => kind === 'same')).map(({ quiet, rows }, run) => {
            const shown = rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and never move
              <div key={index} className="row">
                <span className="ln">{row.line}</span>
                <div className="tx">
                  <DiffWords parts={row.parts} />
                </div>
              </div>
            ));
            const key = `${run} ${rows.length}`;
            if (!quiet || rows.length <= SHOWN) return <div key={key}>{shown}</div>;
            return (
              <details key={key} className="fold">
                <summary lang={i18n.locale} dir={LANGUAGES[i18n.locale].direction}>
                  {t('history.unchanged', { from: rows[0]?.line ?? 0, to: rows.at(-1)?.line ?? 0 })}
                </summary>
                {shown}
              </details>
            );
          })}
        </div>
      )}
    </section>
  );
}
