import { LANGUAGES } from '#locales/registry.ts';
import { inLocale, type Locale } from '#paths';
import type { Found } from './text-in.ts';
import type { View } from './view.ts';

/** Attributes of an element whose text may be in another language than the page. */
export function inLanguage(view: View, { language }: { language: Locale }) {
  return language === view.locale ? {} : { lang: language, dir: LANGUAGES[language].direction };
}

interface UntranslatedProps {
  view: View;
  found: Found;
  /** Of the page. */
  path: string;
}

/** Says that a text is not there yet in the page's language, or that it is older there than the one it translates. */
export function Untranslated({ view, found, path }: UntranslatedProps) {
  if (found.language !== view.locale) return <p className="note">{view.t('post.untranslated', { language: view.t(`word.language.${found.language}`) })}</p>;
  const { newerIn } = found.text;
  if (newerIn === null || !view.site.locales.includes(newerIn)) return null;
  return (
    <p className="note">
      {view.t('post.older')}{' '}
      <a href={inLocale(path, newerIn)} lang={newerIn} hrefLang={newerIn}>
        <bdi>{LANGUAGES[newerIn].name}</bdi>
      </a>
    </p>
  );
}
