import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';
import { composeMail, type Mail } from './compose.tsx';

/** Tells the team that an update which the public was promised is due, and when. */
export function promiseMail(site: Site, locale: Locale, { noticeId, by }: { noticeId: string; by: Date }): Mail {
  return composeMail(site, locale, {
    subject: 'mail.promise.subject',
    paragraphs: ['mail.promise.due', 'mail.promise.then'],
    slots: { notice: noticeId, by },
    inAccount: false,
  });
}
