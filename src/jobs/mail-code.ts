import { codeMail } from '#documents/mail/code.ts';
import { issueCode } from '#domain/credentials/email-code/issue-code.ts';
import { jobs } from '#domain/core/jobs.ts';
import { letterhead } from './letterhead.ts';
import { systemContext, type TaskDeps } from './task-deps.ts';

/** Makes and sends the code that somebody asked for. A second attempt sends another code, and the first is worth nothing. */
export async function mailCode(payload: unknown, deps: TaskDeps): Promise<void> {
  const { requestId, locale: wanted } = jobs['mail-code'].parse(payload);
  const { site, from, locale } = await letterhead(deps, wanted);
  const issued = await issueCode(systemContext(deps, 'mail-code'), { requestId });
  if (!issued) return;
  const mail = codeMail(site, locale, issued);
  await deps.mailer.send({ ...mail, from, to: issued.email, messageId: `<code.${issued.reference}@${site.host}>` });
}
