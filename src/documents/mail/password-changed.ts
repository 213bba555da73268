import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';
import { composeMail, type Mail } from './compose.tsx';

/** Tells the address on file what was done, also when somebody else did it. */
export function passwordChangedMail(site: Site, locale: Locale, changedAt: Date, sessionsEnded: number): Mail {
  return composeMail(site, locale, {
    subject: 'mail.passwordChanged.subject',
    paragraphs: ['mail.passwordChanged.done', 'mail.passwordChanged.signedOut', 'mail.passwordChanged.wasItYou'],
    slots: { changedAt, sessionsEnded },
  });
}
