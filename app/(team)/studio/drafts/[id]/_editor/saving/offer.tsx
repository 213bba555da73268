import type { Words } from '../words.ts';

/** Words that this browser kept and nobody saved: to be taken up, or put away. */
export function Offer({ words, onAnswer }: { words: Words; onAnswer: (take: boolean) => void }) {
  return (
    <p className="offer" role="alert">
      {words['recovered.text']}{' '}
      <button type="button" className="btn q" onClick={() => onAnswer(true)}>
        {words['recovered.take']}
      </button>{' '}
      <button type="button" className="link" onClick={() => onAnswer(false)}>
        {words['recovered.drop']}
      </button>
    </p>
  );
}
