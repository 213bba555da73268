import type { Facts, Text } from '#model/facts.ts';
import type { Site } from '#model/site.ts';
import type { I18n } from '#ui/i18n.ts';

/** What the components of a post are given. */
export interface Given extends I18n {
  facts: Facts | null;
  site: Site | null;
}

/** A sentence of the facts in the post's language; English where a translation is missing, since silence would be worse. */
export function sentenceIn(text: Text, { locale }: Given): string {
  return text[locale] ?? text.en ?? '';
}
