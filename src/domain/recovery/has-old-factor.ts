import type { PrismaClient } from '#generated/prisma/client.ts';

/** Whether an account has a passkey or an authenticator app from before then: what was added since may be an intruder's, and nobody is asked for it. */
export async function hasOldFactor(db: PrismaClient, accountId: bigint, before: Date): Promise<boolean> {
  const older = { accountId, addedAt: { lt: before } };
  const [passkeys, apps] = await Promise.all([
    db.passkey.count({ where: older, take: 1 }),
    db.totpSecret.count({ where: { ...older, confirmedAt: { not: null } }, take: 1 }),
  ]);
  return passkeys + apps > 0;
}
