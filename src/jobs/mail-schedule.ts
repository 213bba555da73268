import { scheduleMail } from '#documents/mail/schedule.ts';
import { jobs } from '#domain/core/jobs.ts';
import { readScheduleMail } from '#domain/publishing/scheduled/read-schedule-mail.ts';
import { letterhead } from './letterhead.ts';
import { systemContext, type TaskDeps } from './task-deps.ts';

/** Tells one of the team that what was scheduled does not go out. A double has the same id, by which mailboxes drop it. */
export async function mailSchedule(payload: unknown, deps: TaskDeps): Promise<void> {
  const { schedule, accountId } = jobs['mail-schedule'].parse(payload);
  const told = await readScheduleMail(systemContext(deps, 'mail-schedule'), { schedule, accountId });
  if (!told) return;
  const { site, from, locale } = await letterhead(deps, told.locale);
  const messageId = `<schedule.${schedule}.${told.why}.${accountId}@${site.host}>`;
  await deps.mailer.send({ ...scheduleMail(site, locale, told), from, to: told.email, messageId });
}
