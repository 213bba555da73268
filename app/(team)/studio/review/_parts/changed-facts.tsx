import type { FactsChange } from '#domain/review/diff/facts-diff.ts';

/** Each value of the facts that changed: its place, what it was and what it is. */
export function ChangedFacts({ changes }: { changes: readonly FactsChange[] }) {
  return (
    <div className="diff">
      {changes.map(({ path, was, is }) => (
        <div className="row" key={path.join(' ')}>
          <span className="ln" />
          <div className="tx">
            <code dir="ltr">{path.join(' › ')}</code> {was !== null && <del dir="auto">{was}</del>} {is !== null && <ins dir="auto">{is}</ins>}
          </div>
        </div>
      ))}
    </div>
  );
}
