import { reviewMail } from '#documents/mail/review.ts';
import { jobs } from '#domain/core/jobs.ts';
import { readReviewMail } from '#domain/review/read-review-mail.ts';
import { letterhead } from './letterhead.ts';
import { systemContext, type TaskDeps } from './task-deps.ts';

/** Asks an approver to read what was submitted, while it waits. A double has the same id, by which mailboxes drop it. */
export async function mailReview(payload: unknown, deps: TaskDeps): Promise<void> {
  const { submissionId, accountId } = jobs['mail-review'].parse(payload);
  const asked = await readReviewMail(systemContext(deps, 'mail-review'), { submissionId, accountId });
  if (!asked) return;
  const { site, from, locale } = await letterhead(deps, asked.locale);
  const messageId = `<review.${submissionId}.${accountId}@${site.host}>`;
  await deps.mailer.send({ ...reviewMail(site, locale, asked.slug), from, to: asked.email, messageId });
}
