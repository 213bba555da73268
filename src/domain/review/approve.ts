import { z } from 'zod';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import type { Accepted } from '#domain/publishing/approved/standing.ts';
import { acceptAll, acceptance } from './accept-all.ts';
import { holdForDecision } from './hold-for-decision.ts';

/**
 * A second person's word for exactly the text and the facts that they saw, and for each finding that it was submitted with. Of several at once one
 * counts. Throws what `holdForDecision` and `acceptAll` throw.
 */
export const approve = verb({
  name: 'review/approve',
  input: z.strictObject({ submission: z.int().positive(), sourceHash: z.string().max(64), factsHash: z.string().max(64), ...acceptance }),
  async run(tx, ctx, { ticked, reasons, ...seen }): Promise<{ submission: number; accepted: Accepted[] }> {
    const { accountId } = requireAccount(ctx);
    const standing = await holdForDecision(tx, accountId, seen);
    const accepted = acceptAll(standing, { ticked, reasons });
    const { submission, sourceHash, factsHash } = seen;
    await tx.submission.update({ where: { id: submission }, data: { state: 'approved' } });
    await tx.approval.create({ data: { submissionId: submission, approverId: accountId, at: ctx.now, sourceHash, factsHash, accepted } });
    return { submission, accepted };
  },
  audit: ({ submission, accepted }, { sourceHash, factsHash }) => ({
    subject: `submission:${submission}`,
    detail: { sourceHash, factsHash, ...waiversIn(accepted) },
  }),
});

/** Each error that may stand, by its rule and its place, with why. */
function waiversIn(accepted: readonly Accepted[]): Record<string, string> {
  return Object.fromEntries(accepted.flatMap(({ rule, line, column, reason }) => (reason === null ? [] : [[`${rule} ${line}:${column}`, reason]])));
}
