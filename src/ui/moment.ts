import { LANGUAGES } from '#locales/registry.ts';
import type { Locale } from '#paths';

const DAY = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
const STYLES = {
  /** 28 May 2014, 09:30 UTC */
  moment: { ...DAY, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' },
  /** 28 May 2014 */
  date: DAY,
  /** 28 May, 09:30 UTC: beside others of the same year. */
  short: { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short', timeZone: 'UTC' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type MomentStyle = keyof typeof STYLES;

const formats = new Map<string, Intl.DateTimeFormat>();

/** An absolute time in words, in UTC and saying so. `at` is ISO 8601. */
export function momentInWords(at: string, locale: Locale, style: MomentStyle = 'moment'): string {
  const { formatTag, beforeHour } = LANGUAGES[locale];
  const key = `${locale} ${style}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(formatTag, STYLES[style]);
    formats.set(key, format);
  }
  const parts = format.formatToParts(new Date(at));
  // The library's own words between day and hour change from version to version.
  return parts.map(({ value }, index) => (parts[index + 1]?.type === 'hour' ? beforeHour : value)).join('');
}
