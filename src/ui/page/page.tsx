import type { ReactNode } from 'react';
import type { Locale } from '#paths';
import type { Frame } from './frame.ts';
import { LANGUAGES } from '#locales/registry.ts';
import { FRAME_IDS } from './frame-ids.ts';
import { SiteFooter } from './site-footer.tsx';
import { type PageSection, SiteHeader } from './site-header.tsx';

interface PageProps {
  frame: Frame;
  /** Without the brand, which is added. */
  title: string;
  /** The form came back with errors: the title begins with "Error:". */
  invalid?: boolean;
  /** The languages in which this page exists; those of the site unless said otherwise. */
  languages?: readonly Locale[];
  current?: PageSection;
  /** Shows "Sign out" instead of "Check your account". */
  signedIn?: boolean;
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
export function Page({ frame, title, invalid = false, languages = frame.site.locales, current, signedIn = false, head, children }: PageProps) {
  const { site, locale, t, css } = frame;
  const named = `${invalid ? `${t('page.errorWord')} ` : ''}${title} – ${site.brand} ${t('page.security')}`;
  return (
    <html lang={locale} dir={LANGUAGES[locale].direction}>
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
        <a className="skip" href={`#${FRAME_IDS.main}`}>
          {t('page.skip')}
        </a>
        <SiteHeader frame={frame} current={current} signedIn={signedIn} />
        <main className="wrap" id={FRAME_IDS.main} tabIndex={-1}>
          {children}
        </main>
        <SiteFooter frame={frame} languages={languages} />
      </body>
    </html>
  );
}
