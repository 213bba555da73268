import { Fragment } from 'react';
import { inLocale, type Locale } from '#paths';
import { LANGUAGE_NAMES } from '#ui/languages.ts';

/** "English · Deutsch · العربية", the one being read without a link. */
export function LanguagesLine({ path, shown, languages }: { path: string; shown: Locale; languages: readonly Locale[] }) {
  return languages.map((language) => (
    <Fragment key={language}>
      {' · '}
      {language === shown ? (
        <bdi>{LANGUAGE_NAMES[language]}</bdi>
      ) : (
        <a href={inLocale(path, language)} lang={language} hrefLang={language}>
          <bdi>{LANGUAGE_NAMES[language]}</bdi>
        </a>
      )}
    </Fragment>
  ));
}
