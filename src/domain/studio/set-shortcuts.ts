import { z } from 'zod';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';

/** Turns single keys on or off for whoever asks, on every machine. Said twice it is the same. */
export const setShortcuts = verb({
  name: 'studio/set-shortcuts',
  input: z.strictObject({ on: z.boolean() }),
  async run(tx, ctx, { on }): Promise<{ on: boolean }> {
    const { accountId } = requireAccount(ctx);
    await tx.account.update({ where: { id: accountId }, data: { keysOff: !on } });
    return { on };
  },
  audit: () => null,
});
