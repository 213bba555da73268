import type { IssuedCode } from '#domain/credentials/email-code/issue-code.ts';
import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';
import { composeMail, type Mail } from './compose.tsx';

/** What the code is for, and the code: the only number of eight digits in it. */
export function codeMail(site: Site, locale: Locale, { purpose, code, expiresAt }: Pick<IssuedCode, 'purpose' | 'code' | 'expiresAt'>): Mail {
  return composeMail(site, locale, {
    subject: `mail.code.${purpose}.subject`,
    paragraphs: [`mail.code.${purpose}.asked`, 'mail.code.code', 'mail.code.works', `mail.code.${purpose}.notAsked`],
    slots: { code, expiresAt },
    // Who reads another one may have no account, or can't get in.
    inAccount: purpose === 'change',
  });
}
