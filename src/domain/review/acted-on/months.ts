import { LANGUAGES } from '#locales/registry.ts';
import type { Locale } from '#paths';

const months = new Map<Locale, Map<string, number>>();

/** The names of the months in a language, in small letters, and their numbers from 1; in full and as they are shortened. */
export function monthsIn(locale: Locale): ReadonlyMap<string, number> {
  const held = months.get(locale);
  if (held) return held;
  const names = new Map<string, number>();
  for (let month = 0; month < 12; month += 1) {
    for (const style of ['long', 'short'] as const) {
      // Within a date: some languages bend the name there.
      const parts = new Intl.DateTimeFormat(LANGUAGES[locale].formatTag, { day: 'numeric', month: style, timeZone: 'UTC' }).formatToParts(
        Date.UTC(2014, month, 2),
      );
      const name = parts
        .find(({ type }) => type === 'month')
        ?.value.toLowerCase()
        .replace(/\.$/, '');
      if (name && /\p{L}/u.test(name)) names.set(name, month + 1);
    }
  }
  months.set(locale, names);
  return names;
}
