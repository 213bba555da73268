import type { ReactNode } from 'react';
import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';
import { directionOf } from './languages.ts';
import { SiteFooter } from './site-footer.tsx';
import { type PageSection, SiteHeader } from './site-header.tsx';
import type { Translate } from './translate.ts';

export interface PageProps {
  site: Site;
  locale: Locale;
  t: Translate;
  /** This page's own path, from which the links to its other languages are made. */
  path: string;
  /** Without the brand, which is added. */
  title: string;
  /** The form came back with errors: the title begins with "Error:". */
  invalid?: boolean;
  /** The languages in which this page exists; those of the site unless said otherwise. */
  languages?: readonly Locale[];
  current?: PageSection;
  /** Shows "Sign out" instead of "Check your account". */
  signedIn?: boolean;
  /** The whole stylesheet: its hash is in the page's policy. */
  css: string;
  /** More of `<head>`: description, alternates, a script. */
  head?: ReactNode;
  children: ReactNode;
}

/** The brand's first letter, in the page itself: for a file every new reader's browser would ask once more. */
function iconOf(brand: string): string {
  const letter = /[\p{L}\p{N}]/u.exec(brand)?.[0] ?? '';
  const text = `<text x="8" y="12" font-family="sans-serif" font-size="11" font-weight="700" text-anchor="middle" fill="#fff">${letter}</text>`;
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#1d4ed8"/>${text}</svg>`)}`;
}

/** The frame of every document. `<!doctype html>` is the renderer's. */
export function Page({ site, locale, t, path, title, invalid = false, languages = site.locales, current, signedIn = false, css, head, children }: PageProps) {
  const named = `${invalid ? `${t('page.errorWord')} ` : ''}${title} – ${site.brand} ${t('page.security')}`;
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charSet="utf-8" />
        <title>{named}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={iconOf(site.brand)} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own stylesheet, and the only one that the page’s policy lets in */}
        <style dangerouslySetInnerHTML={{ __html: css }} />
        {head}
      </head>
      <body>
        <a className="skip" href="#main">
          {t('page.skip')}
        </a>
        <SiteHeader brand={site.brand} locale={locale} t={t} current={current} signedIn={signedIn} />
        <main className="wrap" id="main" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter site={site} locale={locale} t={t} path={path} languages={languages} />
      </body>
    </html>
  );
}
