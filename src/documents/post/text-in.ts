import type { PublishedText } from '#model/edition.ts';
import { LOCALES, type Locale } from '#paths';

/** A text and the language it is in: the one asked for or, until it is translated, English. */
export interface Found {
  text: PublishedText;
  language: Locale;
}

export function textIn(texts: Partial<Record<Locale, PublishedText>>, locale: Locale): Found | null {
  for (const language of [locale, ...LOCALES]) {
    const text = texts[language];
    if (text) return { text, language };
  }
  return null;
}

/** The languages that a text was published in. */
export function languagesOf(texts: Partial<Record<Locale, PublishedText>>, offered: readonly Locale[]): Locale[] {
  return offered.filter((locale) => texts[locale] !== undefined);
}
