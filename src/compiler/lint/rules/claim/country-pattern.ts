import { fold } from '#compiler/lint/text/fold.ts';
import { phrases } from '#compiler/lint/text/phrases.ts';
import { LANGUAGES } from '#locales/registry.ts';
import type { Locale } from '#paths';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const patterns = new Map<Locale, RegExp>();

/** The names of all countries in a language, for a text in small letters. */
export function countryPattern(locale: Locale): RegExp {
  const known = patterns.get(locale);
  if (known) return known;
  const { formatTag, lint } = LANGUAGES[locale];
  const names = new Intl.DisplayNames(formatTag, { type: 'region', fallback: 'none' });
  const countries = LETTERS.flatMap((first) => LETTERS.flatMap((second) => names.of(first + second) ?? []));
  const plain = countries.map((name) => fold(name.replace(/[()*#?|…]/g, ' '), lint).text.trim());
  const made = phrases(plain, lint);
  patterns.set(locale, made);
  return made;
}
