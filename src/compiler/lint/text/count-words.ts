/** What stands between blanks and holds a letter, a digit or a moment. */
const WORD = /[\p{L}\p{N}\uFDD0]/u;

/** Without a list of them: a text may be one long sentence. */
export function countWords(text: string): number {
  let count = 0;
  for (let from = 0; from < text.length; ) {
    const blank = text.indexOf(' ', from);
    const end = blank === -1 ? text.length : blank;
    if (WORD.test(text.slice(from, end))) count += 1;
    from = end + 1;
  }
  return count;
}

export function wordsOf(text: string): string[] {
  return text.split(' ').filter((word) => WORD.test(word));
}
