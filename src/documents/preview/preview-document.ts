import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Edition } from '#model/edition.ts';
import { readSiteOptions } from '#documents/shell/site-options.ts';
import { stylesheetOf } from '#documents/shell/stylesheet.ts';
import { render } from '#documents/site.tsx';
import { AccountPage } from '#documents/account/account-page.tsx';
import { frameOf } from '#documents/shell/frame.ts';
import { Notice } from '#documents/shell/notice.tsx';
import { toHtml } from '#documents/shell/to-html.ts';
import type { AccountView } from '#domain/status/account-view.ts';
import type { Site } from '#model/site.ts';
import { type Locale, paths } from '#paths';
import { Page } from '#ui/page/page.tsx';

/** How a page is looked at, whatever the browser's own is. */
export type Look = 'light' | 'dark' | 'print';

interface Preview {
  html: string;
  csp: string;
}

/**
 * A public page as it would be, for a frame of the studio: the same document, without its script, looked at in one way; its links open windows
 * of their own. Null where the edition has no such page. `url` is the site's origin.
 */
export async function previewDocument(edition: Edition, path: string, { url, look }: { url: string; look: Look }): Promise<Preview | null> {
  const options = await readSiteOptions(process.cwd(), url);
  const stylesheet = stylesheetOf(looked(options.stylesheet.css, look));
  const document = render(edition, path, { ...options, stylesheet });
  if (typeof document?.body !== 'string') return null;
  return { html: inFrame(document.body), csp: policyFor(stylesheet.hash) };
}

interface Sample {
  view: AccountView;
  site: Site;
  locale: Locale;
  /** Says that nobody has this account. */
  marked: string;
}

/** The account page of a sample account, marked as such: the same document that people with accounts see. */
export function previewAccountDocument(sample: Sample, { url, look }: { url: string; look: Look }): Promise<Preview> {
  const { view, site, locale, marked } = sample;
  return framed(url, look, (css) => {
    const frame = frameOf({ site, locale, css, path: paths.account(locale) });
    return toHtml(AccountPage({ frame, view, activity: { sessions: [], events: [] }, notice: null })).replace(
      /<main[^>]*>/,
      (main) => main + renderToStaticMarkup(Notice({ children: marked })),
    );
  });
}

/** A page that says why there is no picture. */
export function previewNotice(
  { site, locale, title, text }: { site: Site; locale: Locale; title: string; text: string },
  { url, look }: { url: string; look: Look },
): Promise<Preview> {
  return framed(url, look, (css) => {
    const frame = frameOf({ site, locale, css, path: paths.home(locale) });
    const children = [createElement('h1', { key: 'title' }, title), createElement('p', { key: 'text', className: 'lede' }, text)];
    return toHtml(createElement(Page, { frame, title, children }));
  });
}

async function framed(url: string, look: Look, draw: (css: string) => string): Promise<Preview> {
  const options = await readSiteOptions(process.cwd(), url);
  const { css, hash } = stylesheetOf(looked(options.stylesheet.css, look));
  return { html: inFrame(draw(css)), csp: policyFor(hash) };
}

const policyFor = (styleHash: string) =>
  `default-src 'none'; style-src '${styleHash}'; img-src data: 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; ${SANDBOX}`;

/** Nothing runs, and links open windows of their own. */
function inFrame(html: string): string {
  return html.replace(/<script src="[^"]*" defer(?:="")?><\/script>/, '').replace('<head>', '<head><base target="_blank">');
}

/** Nothing of it runs; the page around it may read how far it is scrolled. */
const SANDBOX = 'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/** The stylesheet with the conditions of one look made true, and those of the others false. */
function looked(css: string, look: Look): string {
  const dark = look === 'dark' ? 'screen' : 'not all';
  return css
    .replace(/screen and \(prefers-color-scheme: ?dark\)/g, dark)
    .replace(/\(prefers-color-scheme: ?dark\)/g, dark)
    .replace(/@media print/g, look === 'print' ? '@media all' : '@media print');
}
