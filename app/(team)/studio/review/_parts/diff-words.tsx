import type { Part } from '#domain/review/diff/text-diff.ts';

/** Words that stayed, came and went, each run read in its own direction; an element says which, and a line beside the colour. */
export function DiffWords({ parts }: { parts: readonly Part[] }) {
  return parts.map(({ kind, text }, index) => {
    const key = `${index} ${kind}`;
    const words = text === '' && kind !== 'same' ? '\u00b6' : <Marked text={text} />;
    if (kind === 'same') return <span key={key}>{words}</span>;
    const Change = kind;
    return (
      <Change key={key} dir="auto">
        {words}
      </Change>
    );
  });
}

/** A component of the text is read from left to right, also amid words that are not. */
function Marked({ text }: { text: string }) {
  return text.split(/(<[^<>]*>)/).map((run, index) => {
    const key = `${index}`;
    return index % 2 === 0 ? (
      run
    ) : (
      <bdi key={key} dir="ltr">
        {run}
      </bdi>
    );
  });
}
