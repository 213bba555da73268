import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';
import { composeMail, type Mail } from './compose.tsx';

/** A code that shows that a mailbox is the asker's. It is the only number of eight digits in it. */
export function confirmCodeMail(site: Site, locale: Locale, code: string, expiresAt: Date): Mail {
  return composeMail(site, locale, {
    subject: 'notice.confirm.subject',
    paragraphs: ['notice.confirm.asked', 'mail.code.code', 'mail.code.works', 'notice.confirm.notAsked'],
    slots: { code, expiresAt },
    inAccount: false,
  });
}
