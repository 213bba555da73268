import { z } from 'zod';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { holdForDecision } from './hold-for-decision.ts';

/**
 * A second person's word for exactly the text and the facts that they saw. Of several at once one counts. Throws what
 * `holdForDecision` throws.
 */
export const approve = verb({
  name: 'review/approve',
  input: z.strictObject({ submission: z.int().positive(), sourceHash: z.string().max(64), factsHash: z.string().max(64) }),
  async run(tx, ctx, seen): Promise<{ submission: number }> {
    const { accountId } = requireAccount(ctx);
    await holdForDecision(tx, accountId, seen);
    const { submission, sourceHash, factsHash } = seen;
    await tx.submission.update({ where: { id: submission }, data: { state: 'approved' } });
    await tx.approval.create({ data: { submissionId: submission, approverId: accountId, at: ctx.now, sourceHash, factsHash } });
    return { submission };
  },
  audit: ({ submission }, { sourceHash, factsHash }) => ({ subject: `submission:${submission}`, detail: { sourceHash, factsHash } }),
});
