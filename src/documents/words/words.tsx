import type { Text } from '#model/facts.ts';
import type { Locale } from '#paths';

/** A sentence of the facts in the page's language, else in English and marked as such. */
export function Words({ text, locale }: { text: Text; locale: Locale }) {
  const own = text[locale];
  return own === undefined ? <bdi lang="en">{text.en}</bdi> : <bdi>{own}</bdi>;
}
