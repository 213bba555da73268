import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';
import { composeMail, type Mail } from './compose.tsx';

interface NotOut {
  slug: string;
  at: Date;
  why: 'stopped' | 'approval_ended' | 'no_worker' | 'not_rendered';
}

/** Tells the team that what was to go out at a time does not, and why. It names the incident or the note, and holds no word of the text. */
export function scheduleMail(site: Site, locale: Locale, { slug, at, why }: NotOut): Mail {
  return composeMail(site, locale, {
    subject: why === 'stopped' ? 'mail.schedule.stopped.subject' : 'mail.schedule.missed.subject',
    paragraphs:
      why === 'stopped' ? ['mail.schedule.stopped.is', 'mail.schedule.then'] : ['mail.schedule.missed.is', `mail.schedule.why.${why}`, 'mail.schedule.then'],
    slots: { slug, at },
    inAccount: false,
  });
}
