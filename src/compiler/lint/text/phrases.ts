import type { LintWords } from '#locales/lint-words.ts';
import { fold } from './fold.ts';

const WORD = '\\p{L}\\p{N}\\p{M}';
const NOT_BEHIND = `(?<![${WORD}])`;
const NOT_BEFORE = `(?![${WORD}])`;

/** One pattern of many phrases, in the notation of `LintWords`; the longest counts. It finds whole words, of any script. */
export function phrases(list: readonly string[], words: Pick<LintWords, 'foldLetter' | 'glued'>): RegExp {
  const longestFirst = list.toSorted((a, b) => b.length - a.length);
  const sources = longestFirst.map((phrase) => source(fold(phrase, words).text));
  return new RegExp(`${NOT_BEHIND}${words.glued}(?:${sources.join('|')})`, 'giu');
}

function source(phrase: string): string {
  const escaped = phrase
    .replace(/[.\\+^$[\]{}]/g, '\\$&')
    .replaceAll('(', '(?:')
    .replaceAll(' … ', ' (?:[^ ]{1,40} ){0,4}')
    .replaceAll('*', `[${WORD}]*`)
    .replaceAll('#', '[0-9]+');
  return /[\p{L}\p{N}*)#?]$/u.test(phrase) ? `${escaped}${NOT_BEFORE}` : escaped;
}
