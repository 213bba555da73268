import { directionOf, LANGUAGE_NAMES } from '#ui/languages.ts';
import type { Found } from './text-in.ts';
import type { View } from './view.ts';

/** Attributes of an element whose text may be in another language than the page. */
export function inLanguage(view: View, { language }: Found) {
  return language === view.locale ? {} : { lang: language, dir: directionOf(language) };
}

/** Says that a text is not there yet in the page's language. */
export function Untranslated({ view, found }: { view: View; found: Found }) {
  if (found.language === view.locale) return null;
  return <p className="note">{view.t('post.untranslated', { language: LANGUAGE_NAMES[found.language] })}</p>;
}
