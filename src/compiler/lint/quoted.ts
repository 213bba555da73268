import type { Span } from './text/passage.ts';

/** Of words that a message repeats. */
const MAX_LENGTH = 60;

/** Words of a text for a message, in quotes. */
export function quoted({ passage, from, to }: Span): string {
  const words = passage.text
    .slice(from, to)
    .replace(/[\uFDD0\uFDD1]/g, '…')
    .trim();
  return `"${words.length > MAX_LENGTH ? `${words.slice(0, MAX_LENGTH).trimEnd()}…` : words}"`;
}
