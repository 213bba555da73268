import { LANGUAGES } from '#locales/registry.ts';
import { SECTION_KEYS, type SectionKey } from '#model/edition.ts';
import type { Locale } from '#paths';

/** The key of a heading in its locale, or null for a heading of the author's own. Case, spaces and what the language lets one leave out make no difference. */
export function sectionKey(heading: string, locale: Locale): SectionKey | null {
  const { headings, foldHeading } = LANGUAGES[locale];
  const fold = (text: string) => foldHeading(text.replaceAll('\u00AD', '').normalize('NFC').toLowerCase()).replace(/\s+/gu, ' ').trim();
  return SECTION_KEYS.find((key) => fold(headings[key]) === fold(heading)) ?? null;
}
