import { z } from 'zod';
import { NotFound } from '#domain/core/errors.ts';
import { verb } from '#domain/core/verb.ts';

/** A link shows nothing from the next click on, whoever of the team made it. Of one that is revoked already it stays so. Throws NotFound. */
export const revokeLink = verb({
  name: 'review-links/revoke-link',
  input: z.strictObject({ id: z.int().positive() }),
  async run(tx, ctx, { id }): Promise<{ submission: number; isNew: boolean }> {
    const { count } = await tx.reviewLink.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: ctx.now } });
    const found = await tx.reviewLink.findUnique({ where: { id }, select: { submissionId: true } });
    if (!found) throw new NotFound();
    return { submission: found.submissionId, isNew: count === 1 };
  },
  audit: ({ submission, isNew }, { id }) => (isNew ? { subject: `review-link:${id}`, detail: { submission } } : null),
});
