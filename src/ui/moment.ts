import type { Locale } from '#paths';

/** Latin digits in Arabic too, so that a date or a version can be compared with one elsewhere. */
export const FORMAT_TAGS: Record<Locale, string> = { en: 'en-GB', de: 'de-DE', ar: 'ar-u-nu-latn' };

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
  const key = `${locale} ${style}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(FORMAT_TAGS[locale], STYLES[style]);
    formats.set(key, format);
  }
  return format.format(new Date(at)).replace(' at ', ', ').replace(' um ', ', ').replace(' في ', '، ');
}
