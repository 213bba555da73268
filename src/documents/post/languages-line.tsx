import { Fragment } from 'react';
import { inLocale, type Locale } from '#paths';
import { LANGUAGES } from '#locales/registry.ts';

/** The languages of a text by their own names, the one being read without a link. */
export function LanguagesLine({ path, shown, languages }: { path: string; shown: Locale; languages: readonly Locale[] }) {
  return languages.map((language) => (
    <Fragment key={language}>
      {' · '}
      {language === shown ? (
        <bdi>{LANGUAGES[language].name}</bdi>
      ) : (
        <a href={inLocale(path, language)} lang={language} hrefLang={language}>
          <bdi>{LANGUAGES[language].name}</bdi>
        </a>
      )}
    </Fragment>
  ));
}
