import { passwordChangedMail } from '#documents/mail/password-changed.ts';
import { readAddressee } from '#domain/accounts/read-addressee.ts';
import { jobs } from '#domain/core/jobs.ts';
import { letterhead } from './letterhead.ts';
import { systemContext, type TaskDeps } from './task-deps.ts';

/** Tells the address on file that the password was changed. */
export async function mailPasswordChanged(payload: unknown, deps: TaskDeps): Promise<void> {
  const { accountId, changedAt, sessionsEnded, kept, locale: wanted } = jobs['mail-password-changed'].parse(payload);
  const { site, from, locale } = await letterhead(deps, wanted);
  const addressee = await readAddressee(systemContext(deps, 'mail-password-changed'), { accountId });
  if (!addressee) return;
  const changed = new Date(changedAt);
  const mail = passwordChangedMail(site, locale, { changedAt: changed, sessionsEnded, kept });
  await deps.mailer.send({ ...mail, from, to: addressee.email, messageId: `<password-changed.${accountId}.${changed.getTime()}@${site.host}>` });
}
