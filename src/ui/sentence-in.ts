import type { Text } from '#model/facts.ts';
import { DEFAULT_LOCALE, type Locale } from '#paths';

/** A sentence of the facts or the site; in the default language where a translation is missing, since silence would be worse. */
export function sentenceIn(text: Text, locale: Locale): string {
  return text[locale] ?? text[DEFAULT_LOCALE] ?? '';
}
