import { SECTION_KEYS, type SectionKey } from '#model/edition.ts';
import type { Locale } from '#paths';

/** The five headings of an advisory. The English ones are those of California Civ. Code 1798.82, word for word. */
export const HEADINGS: Record<Locale, Record<SectionKey, string>> = {
  en: {
    happened: 'What happened',
    information: 'What information was involved',
    doing: 'What we are doing',
    can_do: 'What you can do',
    more: 'For more information',
  },
  de: {
    happened: 'Was passiert ist',
    information: 'Welche Daten betroffen waren',
    doing: 'Was wir tun',
    can_do: 'Was Sie tun können',
    more: 'Weitere Informationen',
  },
  ar: {
    happened: 'ما الذي حدث',
    information: 'ما البيانات المعنيّة',
    doing: 'ما الذي نفعله',
    can_do: 'ما الذي يمكنك فعله',
    more: 'لمزيد من المعلومات',
  },
};

/** Case, Arabic vowel marks and tatweel, spaces and a final mark make no difference. */
function fold(heading: string): string {
  return heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u064B-\u065F\u0640]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/[?؟:.]$/u, '')
    .trim();
}

/** The key of a heading in its locale, or null for a heading of the author's own. */
export function sectionKey(heading: string, locale: Locale): SectionKey | null {
  return SECTION_KEYS.find((key) => fold(HEADINGS[locale][key]) === fold(heading)) ?? null;
}
