import { z } from 'zod';
import { query } from '#domain/core/verb.ts';

export interface ScheduleMail {
  email: string;
  locale: string;
  /** Of the incident, or of the note: no word of the text. */
  slug: string;
  at: Date;
  why: 'stopped' | 'approval_ended' | 'no_worker' | 'not_rendered';
}

/** Whom a mail tells that what was scheduled does not go out, and why; null where the account is closed, or it is not so. */
export const readScheduleMail = query({
  name: 'publishing/scheduled/read-schedule-mail',
  input: z.strictObject({ schedule: z.int().positive(), accountId: z.string().regex(/^\d{1,18}$/) }),
  async run({ db }, { schedule: id, accountId }): Promise<ScheduleMail | null> {
    const found = await db.schedule.findFirst({
      where: { id, state: { in: ['stopped', 'missed'] } },
      select: {
        at: true,
        missed: true,
        texts: { take: 1, select: { submission: { select: { revision: { select: { post: { select: { slug: true } } } } } } } },
      },
    });
    const account = await db.account.findFirst({ where: { id: BigInt(accountId), disabledAt: null, erasedAt: null }, select: { email: true, locale: true } });
    const slug = found?.texts[0]?.submission.revision.post.slug;
    return found && account && slug !== undefined ? { ...account, slug, at: found.at, why: found.missed ?? 'stopped' } : null;
  },
});
