import { LANGUAGES } from '#locales/registry.ts';
import type { Locale } from '#paths';
import type { View } from './view.ts';

/** Attributes of an element whose text may be in another language than the page. */
export function inLanguage(view: View, { language }: { language: Locale }) {
  return language === view.locale ? {} : { lang: language, dir: LANGUAGES[language].direction };
}

/** Says that a text is not there yet in the page's language. */
export function Untranslated({ view, found }: { view: View; found: { language: Locale } }) {
  if (found.language === view.locale) return null;
  return <p className="note">{view.t('post.untranslated', { language: LANGUAGES[found.language].name })}</p>;
}
