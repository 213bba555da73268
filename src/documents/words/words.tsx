import type { Text } from '#model/facts.ts';
import { DEFAULT_LOCALE, type Locale } from '#paths';

/** A sentence of the facts in the page's language, else in English and marked as such. */
export function Words({ text, locale }: { text: Text; locale: Locale }) {
  const own = text[locale];
  return own === undefined ? <bdi lang={DEFAULT_LOCALE}>{text.en}</bdi> : <bdi>{own}</bdi>;
}
