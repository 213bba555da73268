import { LANGUAGES } from '#locales/registry.ts';
import type { AdditionKind } from '#model/proofs.ts';
import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';
import { momentInWords } from '#ui/moment.ts';
import { translator } from '#ui/translator.ts';
import { composeMail, type Mail } from './compose.tsx';

interface Changed {
  changedAt: Date;
  sessionsEnded: number;
  /** What its person kept of what had been added lately; `addedAt` is ISO 8601. */
  kept: readonly { kind: AdditionKind; addedAt: string }[];
}

/** Tells the address on file what was done, also when somebody else did it. */
export function passwordChangedMail(site: Site, locale: Locale, { changedAt, sessionsEnded, kept }: Changed): Mail {
  const t = translator(locale);
  const items = kept.map(({ kind, addedAt }) => t(`mail.kept.${kind}`, { time: momentInWords(addedAt, locale) }));
  return composeMail(site, locale, {
    subject: 'mail.passwordChanged.subject',
    paragraphs: [
      'mail.passwordChanged.done',
      'mail.passwordChanged.signedOut',
      ...(kept.length > 0 ? (['mail.passwordChanged.kept'] as const) : []),
      'mail.passwordChanged.wasItYou',
    ],
    slots: { changedAt, sessionsEnded, items: new Intl.ListFormat(LANGUAGES[locale].formatTag, { type: 'conjunction' }).format(items) },
  });
}
