import { Fragment } from 'react';
import { inLocale, type Locale, paths } from '#paths';
import type { Frame } from './frame.ts';
import { LANGUAGES } from '#locales/registry.ts';

interface SiteFooterProps {
  frame: Frame;
  languages: readonly Locale[];
}

export function SiteFooter({ frame: { site, locale, t, path }, languages }: SiteFooterProps) {
  const { contacts } = site;
  const links: [string, string][] = [
    [paths.privacy(locale), t('page.privacy')],
    [paths.legal(locale), t('page.legal')],
    [paths.contact(locale), t('page.contact')],
    [paths.press(locale), t('page.press')],
    [paths.atom(locale), t('page.feeds')],
  ];
  return (
    <footer className="foot">
      <div className="wrap">
        <p>
          <bdi>{site.legalName}</bdi>
          <br />
          {t('page.securityContact')}{' '}
          <a href={`mailto:${contacts.security}`}>
            <bdi>{contacts.security}</bdi>
          </a>
          <br />
          {t('page.pressContact')}{' '}
          <a href={`mailto:${contacts.press}`}>
            <bdi>{contacts.press}</bdi>
          </a>
        </p>
        <p>
          {t('page.neverAsk')} <a href={paths.genuine(locale)}>{t('page.howReal')}</a>
        </p>
        <div>
          <p>
            {links.map(([href, text], index) => (
              <Fragment key={href}>
                {index > 0 && ' · '}
                <a href={href}>{text}</a>
              </Fragment>
            ))}
          </p>
          {languages.length > 1 && (
            <nav className="languages" aria-label={t('page.languages')}>
              {languages.map((language, index) => (
                <Fragment key={language}>
                  {index > 0 && ' · '}
                  {language === locale ? (
                    <span aria-current="true">
                      <bdi>{LANGUAGES[language].name}</bdi>
                    </span>
                  ) : (
                    <a href={inLocale(path, language)} lang={language} hrefLang={language}>
                      <bdi>{LANGUAGES[language].name}</bdi>
                    </a>
                  )}
                </Fragment>
              ))}
            </nav>
          )}
        </div>
      </div>
    </footer>
  );
}
