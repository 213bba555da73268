import type { Span } from './passage.ts';

/** In units: more than any few words. */
const REACH = 120;

/** Up to so many words behind a span, as far as no sign ends the clause. */
export function after({ passage, to }: Pick<Span, 'passage' | 'to'>, words: number): string {
  const text = passage.text.slice(to, to + REACH);
  const end = text.search(/[,.;:!?،؛؟()–—](?=\s|$)/u);
  return ` ${(end === -1 ? text : text.slice(0, end)).trim().split(' ').slice(0, words).join(' ')}`;
}

/** Up to so many words before a span. */
export function before({ passage, from }: Pick<Span, 'passage' | 'from'>, words: number): string {
  return passage.text
    .slice(Math.max(0, from - REACH), from)
    .trim()
    .split(' ')
    .slice(-words)
    .join(' ');
}
