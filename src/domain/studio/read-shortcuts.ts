import { z } from 'zod';
import { requireAccount } from '#domain/core/require-account.ts';
import { query } from '#domain/core/verb.ts';

/** Whether single keys do something for whoever asks. */
export const readShortcuts = query({
  name: 'studio/read-shortcuts',
  input: z.strictObject({}),
  async run(ctx): Promise<{ on: boolean }> {
    const { accountId } = requireAccount(ctx);
    const { keysOff } = await ctx.db.account.findUniqueOrThrow({ where: { id: accountId }, select: { keysOff: true } });
    return { on: !keysOff };
  },
});
