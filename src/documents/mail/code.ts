import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';
import { composeMail, type Mail } from './compose.ts';

/** The code is the only number of eight digits in it. */
export function codeMail(site: Site, locale: Locale, code: string, expiresAt: Date): Mail {
  return composeMail('code', locale, site, { code, expiresAt });
}
