import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';
import { composeMail, type Mail } from './compose.tsx';

/** Asks one of the team to read a text. It names the incident or the note, and holds no word of the text. */
export function reviewMail(site: Site, locale: Locale, slug: string): Mail {
  return composeMail(site, locale, {
    subject: 'mail.review.subject',
    paragraphs: ['mail.review.waits', 'mail.review.where'],
    slots: { slug },
    inAccount: false,
  });
}
