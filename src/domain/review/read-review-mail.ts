import { z } from 'zod';
import { query } from '#domain/core/verb.ts';

export interface ReviewMail {
  email: string;
  locale: string;
  /** Of the incident, or of the note: no word of the text. */
  slug: string;
}

/** Whom a mail asks to read, and what; null where the submission waits no more, or the account is no approver's any more. */
export const readReviewMail = query({
  name: 'review/read-review-mail',
  input: z.strictObject({ submissionId: z.int().positive(), accountId: z.string().regex(/^\d{1,18}$/) }),
  async run({ db }, { submissionId, accountId }): Promise<ReviewMail | null> {
    const submission = await db.submission.findFirst({
      where: { id: submissionId, state: 'waiting' },
      select: { revision: { select: { post: { select: { slug: true } } } } },
    });
    const where = { id: BigInt(accountId), disabledAt: null, erasedAt: null, roles: { has: 'approver' as const } };
    const account = await db.account.findFirst({ where, select: { email: true, locale: true } });
    return submission && account && { ...account, slug: submission.revision.post.slug };
  },
});
