import { z } from 'zod';
import { recordEvent } from '#domain/accounts/security-event.ts';
import { NotFound } from '#domain/core/errors.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';

/** A key of one's own approves nothing from now on; what it approved before stays approved. Of one that is revoked already it stays so. Throws NotFound for a stranger's. */
export const revokeKey = verb({
  name: 'keys/revoke-key',
  input: z.strictObject({ id: z.int().positive() }),
  async run(tx, ctx, { id }): Promise<{ isNew: boolean }> {
    const { accountId, sessionId } = requireAccount(ctx);
    const { count } = await tx.approvalKey.updateMany({ where: { id, accountId, revokedAt: null }, data: { revokedAt: ctx.now } });
    if (count === 0) {
      if ((await tx.approvalKey.count({ where: { id, accountId } })) === 0) throw new NotFound();
      return { isNew: false };
    }
    await recordEvent(tx, accountId, ctx.now, 'approval_key_revoked', await tx.session.findUniqueOrThrow({ where: { id: sessionId } }));
    return { isNew: true };
  },
  audit: ({ isNew }, { id }) => (isNew ? { subject: `approval-key:${id}` } : null),
});
