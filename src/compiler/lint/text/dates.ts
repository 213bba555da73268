import { LANGUAGES } from '#locales/registry.ts';
import type { Locale } from '#paths';
import { fold } from './fold.ts';
import { lowered } from './lowered.ts';
import { MOMENT } from './passage.ts';

const patterns = new Map<Locale, RegExp>();

/** How often a text names a day: by a component, by the name of a month, or in digits. */
export function countDates(text: string, locale: Locale): number {
  return [...lowered(text).matchAll(datePattern(locale))].length;
}

export function withoutDates(text: string, locale: Locale): string {
  return lowered(text).replace(datePattern(locale), ' ');
}

function datePattern(locale: Locale): RegExp {
  const known = patterns.get(locale);
  if (known) return known;
  const { formatTag, lint } = LANGUAGES[locale];
  const month = new Intl.DateTimeFormat(formatTag, { month: 'long', timeZone: 'UTC' });
  const names = Array.from({ length: 12 }, (_, index) => lowered(fold(month.format(Date.UTC(2000, index, 15)), lint).text)).join('|');
  const made = new RegExp(
    `${MOMENT}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{1,2}(?:st|nd|rd|th|\\.)? (?:${names})|(?:${names}) \\d{1,2}`,
    'g',
  );
  patterns.set(locale, made);
  return made;
}
