import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Context } from '#domain/core/context.ts';
import { takeRecoveryCode } from '#domain/credentials/recovery-code/take-recovery-code.ts';
import { verifyTotp } from '#domain/credentials/totp/verify-totp.ts';

/** Whether an account has a passkey or an authenticator app from before then: what was added since may be an intruder's, and nobody is asked for it. */
export async function hasOldFactor(db: PrismaClient, accountId: bigint, before: Date): Promise<boolean> {
  const older = { accountId, addedAt: { lt: before } };
  const [passkeys, apps] = await Promise.all([
    db.passkey.count({ where: older, take: 1 }),
    db.totpSecret.count({ where: { ...older, confirmedAt: { not: null } }, take: 1 }),
  ]);
  return passkeys + apps > 0;
}

/** Takes what was typed as a second factor from before then, for good: a step of an authenticator app works once, and so does a recovery code. */
export async function takeOldFactor({ db, config, now }: Context, factor: { accountId: bigint; typed: string; before: Date }): Promise<boolean> {
  const given = { ...factor, now };
  return (await verifyTotp(db, config, given)) || (await takeRecoveryCode(db, config, given));
}
