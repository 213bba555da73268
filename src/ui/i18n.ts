import type { Locale } from '#paths';
import type { Translate } from './translate.ts';

/** The language of a page or mail, and its sentences. */
export interface I18n {
  locale: Locale;
  t: Translate;
}
