import { z } from 'zod';
import { Prisma } from '#generated/prisma/client.ts';
import { endAccess } from '#domain/accounts/end-access.ts';
import { accountName, findAccount } from '#domain/accounts/find-account.ts';
import { verb } from '#domain/core/verb.ts';

/** Signs an account out everywhere, for good; its codes and grants are gone too. Throws NotFound. */
export const endAllSessions = verb({
  name: 'sessions/end-all-sessions',
  input: z.strictObject({ account: accountName }),
  async run(tx, _ctx, { account }): Promise<{ accountId: string; sessionsEnded: number }> {
    const id = await findAccount(tx, account);
    // A sign-in that is under way waits here or was before: none slips through between.
    await tx.$executeRaw`SELECT id FROM "Account" WHERE id = ${id} FOR NO KEY UPDATE`;
    return { accountId: String(id), sessionsEnded: await endAccess(tx, Prisma.sql`SELECT ${id}::bigint`) };
  },
  audit: (view) => ({ subject: `account:${view.accountId}`, detail: { sessionsEnded: view.sessionsEnded } }),
});
