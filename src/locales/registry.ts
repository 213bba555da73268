import { language as ar } from '#locales/ar/language.ts';
import { language as de } from '#locales/de/language.ts';
import { language as en } from '#locales/en/language.ts';
import type { Locale } from '#paths';
import type { Language } from './language.ts';

/** Every language that the product speaks. */
export const LANGUAGES: Record<Locale, Language> = { en, de, ar };
