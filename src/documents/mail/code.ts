import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';
import { composeMail, type Mail } from './compose.tsx';

/** The code is the only number of eight digits in it. */
export function codeMail(site: Site, locale: Locale, code: string, expiresAt: Date): Mail {
  return composeMail(site, locale, {
    subject: 'mail.code.subject',
    paragraphs: ['mail.code.asked', 'mail.code.code', 'mail.code.works', 'mail.code.notAsked'],
    slots: { code, expiresAt },
    inAccount: true,
  });
}
