import type { PrismaClient } from '#generated/prisma/client.ts';
import { addedBefore } from './typed-factor.ts';

/** Whether the account has a factor whose code can be typed, an authenticator app or a recovery code; `before` as in TypedFactor. */
export async function hasTypedFactor(db: PrismaClient, accountId: bigint, before: Date | null): Promise<boolean> {
  const [apps, codes] = await Promise.all([
    db.totpSecret.count({ where: { accountId, confirmedAt: { not: null }, ...addedBefore(before) } }),
    db.recoveryCode.count({ where: { accountId, ...addedBefore(before) } }),
  ]);
  return apps + codes > 0;
}
