import { LANGUAGES } from '#locales/registry.ts';
import type { Found } from './text-in.ts';
import type { View } from './view.ts';

/** Attributes of an element whose text may be in another language than the page. */
export function inLanguage(view: View, { language }: Found) {
  return language === view.locale ? {} : { lang: language, dir: LANGUAGES[language].direction };
}

/** Says that a text is not there yet in the page's language. */
export function Untranslated({ view, found }: { view: View; found: Found }) {
  if (found.language === view.locale) return null;
  return <p className="note">{view.t('post.untranslated', { language: LANGUAGES[found.language].name })}</p>;
}
