import type { LintWords } from '#locales/lint-words.ts';
import { fold } from './fold.ts';
import { lowered } from './lowered.ts';

/** Letters, digits and marks of the scripts that are written here. By ranges: a pattern of many `\p{L}` takes a hundred times as long to make. */
const WORD =
  '0-9a-zA-Z\\u00AA\\u00B5\\u00BA\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u060B\\u0610-\\u061A\\u0620-\\u0669\\u066E-\\u06D3\\u06D5-\\u1FFF\\u2C00-\\u2DFF\\u3040-\\uFDCF\\uFDF0-\\uFEFE';
const NOT_BEHIND = `(?<![${WORD}])`;
const NOT_BEFORE = `(?![${WORD}])`;

/** One pattern of many phrases, in the notation of `LintWords`; the longest counts. It finds whole words, of any script, in a text in small letters. */
export function phrases(list: readonly string[], words: Pick<LintWords, 'foldLetter' | 'glued'>): RegExp {
  return pattern(list.map(lowered), words);
}

/** The same for a text with its capitals. */
export function phrasesAsWritten(list: readonly string[], words: Pick<LintWords, 'foldLetter' | 'glued'>): RegExp {
  return pattern(list, words);
}

function pattern(list: readonly string[], words: Pick<LintWords, 'foldLetter' | 'glued'>): RegExp {
  const longestFirst = list.toSorted((a, b) => b.length - a.length);
  const sources = longestFirst.map((phrase) => source(fold(phrase, words).text));
  return new RegExp(`${NOT_BEHIND}${words.glued}(?:${sources.join('|')})`, 'g');
}

function source(phrase: string): string {
  const escaped = phrase
    .replace(/[.\\+^$[\]{}]/g, '\\$&')
    .replaceAll('(', '(?:')
    .replaceAll(' … ', ',? (?:[^ ]{1,40} ){0,6}')
    .replaceAll('*', `[${WORD}]*`)
    .replaceAll('#', '#?[0-9]+');
  return /[\p{L}\p{N}*)#?]$/u.test(phrase) ? `${escaped}${NOT_BEFORE}` : escaped;
}
