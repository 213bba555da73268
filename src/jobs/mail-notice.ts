import { noticeMail } from '#documents/mail/notice.ts';
import { readAddressee } from '#domain/accounts/read-addressee.ts';
import { jobs } from '#domain/core/jobs.ts';
import type { Notice } from '#model/account/notices.ts';
import { letterhead } from './letterhead.ts';
import { systemContext, type TaskDeps } from './task-deps.ts';

/** Tells an account's holder what was done. A double has the same id, by which mailboxes drop it. */
export async function mailNotice(payload: unknown, deps: TaskDeps): Promise<void> {
  const { accountId, notice } = jobs['mail-notice'].parse(payload);
  const addressee = await readAddressee(systemContext(deps, 'mail-notice'), { accountId, ...whose(notice), closed: notice.kind === 'account_disabled' });
  if (!addressee) return;
  const { site, from, locale } = await letterhead(deps, addressee.locale);
  const about = 'about' in notice ? [notice.about] : [];
  const reference = [notice.kind.replaceAll('_', '-'), accountId, Date.parse(notice.at), ...about].join('.');
  await deps.mailer.send({ ...noticeMail(site, locale, notice), from, to: addressee.email, messageId: `<${reference}@${site.host}>` });
}

/** Of a change of address, the address that is not the account's any more. */
function whose(notice: Notice): { change?: { id: string; side: 'from' | 'to' } } {
  if (notice.kind === 'address_left') return { change: { id: notice.changeId, side: 'from' } };
  if (notice.kind === 'address_lost') return { change: { id: notice.changeId, side: 'to' } };
  return {};
}
