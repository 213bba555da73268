import type { PublicDocument } from '#model/edition.ts';
import { DEFAULT_LOCALE, type Locale, paths } from '#paths';
import type { OwnScript } from '#documents/shell/site-options.ts';

const TEXT = 'text/plain; charset=utf-8';

export function robotsDocument({ url }: { url: string }): PublicDocument {
  return { path: paths.robots(), status: 200, contentType: TEXT, body: `User-agent: *\nAllow: /\n\nSitemap: ${url}${paths.sitemap()}\n` };
}

interface SecurityTxt {
  url: string;
  /** Address for mail. */
  contact: string;
  locales: readonly Locale[];
  /** ISO 8601. */
  expires: string;
}

/** RFC 9116. */
export function securityTxtDocument({ url, contact, locales, expires }: SecurityTxt): PublicDocument {
  const lines = [
    `Contact: mailto:${contact}`,
    `Contact: ${url}${paths.contact(DEFAULT_LOCALE)}`,
    `Expires: ${expires}`,
    `Preferred-Languages: ${locales.join(', ')}`,
    `Canonical: ${url}${paths.securityTxt()}`,
    `Policy: ${url}${paths.contact(DEFAULT_LOCALE)}`,
  ];
  return { path: paths.securityTxt(), status: 200, contentType: TEXT, body: `${lines.join('\n')}\n` };
}

/** Eleven months after the month of the edition: less than the year that RFC 9116 asks for, and the same for all editions of a month. */
export function expiryOf(publishedAt: string): string {
  const at = new Date(publishedAt);
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 11, 1)).toISOString();
}

/** Where password managers look for the place to change a password. */
export function changePasswordDocument(): PublicDocument {
  return { path: paths.changePassword(), status: 302, contentType: TEXT, body: '', location: paths.password(DEFAULT_LOCALE) };
}

export function scriptDocument({ path, body }: OwnScript): PublicDocument {
  return { path, status: 200, contentType: 'text/javascript; charset=utf-8', body };
}
