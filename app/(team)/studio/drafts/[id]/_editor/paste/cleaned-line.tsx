import { fill, type Words } from '../words.ts';
import type { Cleaned } from './clean-text.ts';

interface CleanedLineProps {
  cleaned: Cleaned;
  words: Words;
  onUndo: () => void;
  onHide: () => void;
}

/** What was changed in what was pasted, until it is read. */
export function CleanedLine({ cleaned, words, onUndo, onHide }: CleanedLineProps) {
  const parts = Object.entries(cleaned).map(([what, n]) => fill(words[`paste.${what as keyof Cleaned}`], { n }));
  return (
    <p className="offer" role="status">
      {fill(words['paste.line'], { name: parts.join('; ') })}{' '}
      <button type="button" className="link" onClick={onUndo}>
        {words['paste.undo']}
      </button>{' '}
      <button type="button" className="link" onClick={onHide}>
        {words['paste.hide']}
      </button>
    </p>
  );
}
