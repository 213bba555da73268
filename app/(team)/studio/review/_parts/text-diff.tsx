import { LANGUAGES } from '#locales/registry.ts';
import type { DiffLine } from '#domain/review/diff/text-diff.ts';
import type { SubmissionView } from '#domain/review/read-submission.ts';
import type { I18n } from '#ui/i18n.ts';
import { CommentForm, Comments } from './comments.tsx';
import { DiffWords } from './diff-words.tsx';

/** Unchanged lines in a row that are shown as they are; more of them are folded. */
const SHOWN = 2;

interface TextDiffProps {
  submission: SubmissionView;
  i18n: I18n;
}

/** The text against what is live: changed lines with their comments, unchanged ones folded. */
export function TextDiff({ submission, i18n }: TextDiffProps) {
  const { t } = i18n;
  const { locale, lines, changes, comments } = submission;
  const said = new Set(comments.map(({ line }) => line));
  const isQuiet = ({ line, parts }: DiffLine) => parts.every(({ kind }) => kind === 'same') && !said.has(line);
  return (
    <section aria-labelledby="text-diff">
      <h2 id="text-diff">
        {t('review.text.title')} <small>{t('review.text.against')}</small>
      </h2>
      <div className="diff" lang={locale} dir={LANGUAGES[locale].direction}>
        {runsOf(lines, isQuiet).map(({ quiet, rows }) => {
          const key = `${rows[0]?.line} ${rows.length} ${quiet}`;
          if (!quiet || rows.length <= SHOWN)
            return rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and never move
              <Line key={`${key} ${index}`} row={row} submission={submission} changes={changes} i18n={i18n} />
            ));
          return (
            <details key={key} className="fold">
              <summary lang={i18n.locale} dir={LANGUAGES[i18n.locale].direction}>
                {t('review.text.unchanged', { from: rows[0]?.line ?? 0, to: rows.at(-1)?.line ?? 0 })}
              </summary>
              {rows.map(({ line, parts }) => (
                <div key={line} className="row">
                  <span className="ln">{line}</span>
                  <div className="tx">
                    <DiffWords parts={parts} />
                  </div>
                </div>
              ))}
            </details>
          );
        })}
      </div>
    </section>
  );
}

interface LineProps {
  row: DiffLine;
  submission: SubmissionView;
  changes: SubmissionView['changes'];
  i18n: I18n;
}

function Line({ row: { line, parts }, submission, changes, i18n }: LineProps) {
  const { t, locale } = i18n;
  const acted = line === null ? [] : changes.flatMap((change, index) => (change.line === line ? [{ n: index + 1, kind: change.kind }] : []));
  const { direction } = LANGUAGES[locale];
  return (
    <div className="row" id={line === null ? undefined : `line-${line}`} {...(parts.some(({ kind }) => kind !== 'same') && { 'data-step': '' })}>
      <span className="ln">{line}</span>
      <div className="tx">
        <DiffWords parts={parts} />
        {line !== null && (
          <div lang={locale} dir={direction}>
            <Comments comments={submission.comments.filter((comment) => comment.line === line)} i18n={i18n} />
            {parts.some(({ kind }) => kind !== 'same') && (
              <details data-key="c">
                <summary>{t('review.comment.on', { line })}</summary>
                <CommentForm submission={submission.id} line={line} typed={null} i18n={i18n} />
              </details>
            )}
          </div>
        )}
      </div>
      <div className="tag" lang={locale} dir={direction}>
        {acted.map(({ n, kind }) => (
          <a key={n} href={`#change-${n}`}>
            <span className="no">{n}</span> {t(`review.kind.${kind}`)}
          </a>
        ))}
      </div>
    </div>
  );
}

/** Lines in their order, cut where quiet ones begin and end. */
export function runsOf(lines: readonly DiffLine[], isQuiet: (line: DiffLine) => boolean): { quiet: boolean; rows: DiffLine[] }[] {
  const runs: { quiet: boolean; rows: DiffLine[] }[] = [];
  for (const row of lines) {
    const quiet = isQuiet(row);
    const last = runs.at(-1);
    if (last?.quiet === quiet) last.rows.push(row);
    else runs.push({ quiet, rows: [row] });
  }
  return runs;
}
