import { z } from 'zod';
import { Prisma } from '#generated/prisma/client.ts';
import { endAccess } from '#domain/accounts/end-access.ts';
import { accountName, findAccount } from '#domain/accounts/find-account.ts';
import { verb } from '#domain/core/verb.ts';
import { notify } from '#domain/notices/notify.ts';

export interface ResetView {
  accountId: string;
  passkeys: number;
  apps: number;
  sessionsEnded: number;
}

/**
 * Takes away every second factor of an account whose person has lost them, with the recovery codes, and signs it out everywhere: the next sign-in is by the
 * password, and one of the team then sets up a new one. The person is told by mail. Throws NotFound.
 */
export const resetFactors = verb({
  name: 'credentials/factor/reset-factors',
  input: z.strictObject({ account: accountName }),
  async run(tx, ctx, { account }): Promise<ResetView> {
    const accountId = await findAccount(tx, account);
    await tx.$executeRaw`SELECT id FROM "Account" WHERE id = ${accountId} FOR NO KEY UPDATE`;
    const { count: passkeys } = await tx.passkey.deleteMany({ where: { accountId } });
    const { count: apps } = await tx.totpSecret.deleteMany({ where: { accountId } });
    await tx.recoveryCode.deleteMany({ where: { accountId } });
    const sessionsEnded = await endAccess(tx, Prisma.sql`SELECT ${accountId}::bigint`);
    const by = { at: ctx.now.toISOString(), device: 'Unknown device', network: 'unknown' };
    if (passkeys > 0) await notify(tx, accountId, { kind: 'factor_removed', ...by, factor: 'passkey' });
    if (apps > 0) await notify(tx, accountId, { kind: 'factor_removed', ...by, factor: 'totp' });
    return { accountId: String(accountId), passkeys, apps, sessionsEnded };
  },
  audit: ({ accountId, passkeys, apps, sessionsEnded }) => ({ subject: `account:${accountId}`, detail: { passkeys, apps, sessionsEnded } }),
});
