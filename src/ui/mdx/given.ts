import type { Facts, Text } from '#model/facts.ts';
import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';
import { WORDS, type Words } from './words.ts';

/** What the components of a post are given. */
export interface Given {
  facts: Facts | null;
  locale: Locale;
  site: Site | null;
}

/** The words of the components in the post's language. */
export function wordsOf({ locale }: Given): Words {
  return WORDS[locale];
}

/** A sentence of the facts in the post's language; English where a translation is missing, since silence would be worse. */
export function sentenceIn(text: Text, { locale }: Given): string {
  return text[locale] ?? text.en ?? '';
}
