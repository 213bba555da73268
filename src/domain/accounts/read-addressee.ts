import { z } from 'zod';
import { query } from '#domain/core/verb.ts';

/** Where an account's mail goes; null when it is closed, so that nothing is sent. */
export const readAddressee = query({
  name: 'accounts/read-addressee',
  input: z.strictObject({ accountId: z.string().regex(/^\d+$/) }),
  async run(ctx, { accountId }): Promise<{ email: string } | null> {
    return ctx.db.account.findUnique({ where: { id: BigInt(accountId), disabledAt: null }, select: { email: true } });
  },
});
