import { z } from 'zod';
import { verb } from '#domain/core/verb.ts';

/**
 * Keeps when an account's password was looked for among the breached ones, and whether it is there: a to-do of its own, which holds nobody
 * back. Does nothing where the password is not that of this version any more.
 */
export const recordAnswer = verb({
  name: 'credentials/breaches/record-answer',
  input: z.strictObject({ accountId: z.string().regex(/^\d{1,19}$/), passwordVersion: z.number().int(), breached: z.boolean() }),
  async run(tx, ctx, { accountId, passwordVersion, breached }): Promise<{ recorded: boolean }> {
    const found = breached ? ctx.now : null;
    const count = await tx.$executeRaw`
      UPDATE "Account" SET "breachAskedAt" = ${ctx.now}, "breachedAt" = CASE WHEN ${breached} THEN coalesce("breachedAt", ${found}) END
      WHERE id = ${BigInt(accountId)} AND "passwordVersion" = ${passwordVersion} AND "disabledAt" IS NULL`;
    return { recorded: count > 0 };
  },
  audit: ({ recorded }, { accountId, breached }) => ({ subject: `account:${accountId}`, detail: { recorded, breached } }),
});
