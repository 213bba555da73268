import { LANGUAGES } from '#locales/registry.ts';
import type { Locale } from '#paths';

/** An instant as clocks of a zone show it, which it names: for people who plan by them. `at` is ISO 8601, `zone` as IANA has it. */
export function zonedMoment(at: string, locale: Locale, zone: string): string {
  const shown = {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    timeZone: zone,
  } as const;
  return new Intl.DateTimeFormat(LANGUAGES[locale].formatTag, shown).format(new Date(at));
}
