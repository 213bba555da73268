import { DEFAULT_LOCALE, LOCALES, type Locale } from '#paths';

/** The language in which somebody is spoken to: their account's, if the product speaks it. */
export function localeOfAccount(locale: string): Locale {
  return LOCALES.find((known) => known === locale) ?? DEFAULT_LOCALE;
}
