import type { Part } from '#domain/review/diff/text-diff.ts';

/** Words that stayed, came and went, each run read in its own direction; an element says which, and a line beside the colour. */
export function DiffWords({ parts }: { parts: readonly Part[] }) {
  return parts.map(({ kind, text }, index) => {
    const key = `${index} ${kind}`;
    if (kind === 'same') return <span key={key}>{text}</span>;
    return kind === 'ins' ? (
      <ins key={key} dir="auto">
        {text || '\u00b6'}
      </ins>
    ) : (
      <del key={key} dir="auto">
        {text || '\u00b6'}
      </del>
    );
  });
}
