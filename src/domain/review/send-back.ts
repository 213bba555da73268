import { z } from 'zod';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { commentText } from './comment-text.ts';
import { holdForDecision } from './hold-for-decision.ts';

/** Gives a text back to its authors, with a reason that stands among the comments. Throws what `holdForDecision` throws. */
export const sendBack = verb({
  name: 'review/send-back',
  input: z.strictObject({ submission: z.int().positive(), sourceHash: z.string().max(64), factsHash: z.string().max(64), reason: commentText }),
  async run(tx, ctx, { reason: text, ...seen }): Promise<{ submission: number }> {
    const { accountId } = requireAccount(ctx);
    await holdForDecision(tx, accountId, seen);
    await tx.submission.update({ where: { id: seen.submission }, data: { state: 'sent_back' } });
    await tx.comment.create({ data: { submissionId: seen.submission, line: null, text, authorId: accountId, at: ctx.now } });
    return { submission: seen.submission };
  },
  audit: ({ submission }) => ({ subject: `submission:${submission}` }),
});
