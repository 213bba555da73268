/** What stands between blanks and holds a letter, a digit or a moment. */
export function countWords(text: string): number {
  return wordsOf(text).length;
}

export function wordsOf(text: string): string[] {
  return text.split(' ').filter((word) => /[\p{L}\p{N}\uFDD0]/u.test(word));
}
