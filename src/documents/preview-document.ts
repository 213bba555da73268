import type { Edition } from '#model/edition.ts';
import { readSiteOptions } from '#documents/shell/site-options.ts';
import { stylesheetOf } from '#documents/shell/stylesheet.ts';
import { render } from '#documents/site.tsx';
import { teamPaths } from '#paths';

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
  const html = document.body
    .replace(/<script src="[^"]*" defer(?:="")?><\/script>/, '')
    .replace('<head>', '<head><base target="_blank">')
    .replace(PUBLISHED_PICTURE, (_whole, hash: string) => `src="${teamPaths.picture(hash)}"`);
  const csp = `default-src 'none'; style-src '${stylesheet.hash}'; img-src data: 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; ${SANDBOX}`;
  return { html, csp };
}

/** The front has published pictures alone; the team sees those of drafts too. */
const PUBLISHED_PICTURE = /src="\/pictures\/([0-9a-f]{64})\.webp"/g;

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
