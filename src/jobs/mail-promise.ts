import { promiseMail } from '#documents/mail/promise.ts';
import { readAddressee } from '#domain/accounts/read-addressee.ts';
import { jobs } from '#domain/core/jobs.ts';
import { letterhead } from './letterhead.ts';
import { systemContext, type TaskDeps } from './task-deps.ts';

/** Tells one of the team that a promised update is due. A double has the same id, by which mailboxes drop it. */
export async function mailPromise(payload: unknown, deps: TaskDeps): Promise<void> {
  const { accountId, noticeId, by } = jobs['mail-promise'].parse(payload);
  const addressee = await readAddressee(systemContext(deps, 'mail-promise'), { accountId, closed: false });
  if (!addressee) return;
  const { site, from, locale } = await letterhead(deps, addressee.locale);
  const messageId = `<promise.${noticeId}.${Date.parse(by)}.${accountId}@${site.host}>`;
  await deps.mailer.send({ ...promiseMail(site, locale, { noticeId, by: new Date(by) }), from, to: addressee.email, messageId });
}
