import type { PrismaClient } from '#generated/prisma/client.ts';
import { addedBefore } from './typed-factor.ts';

/** What an account has to show that was there before somebody else may have added to it. */
export interface OldFactors {
  passkey: boolean;
  /** A code of the authenticator app, or a recovery code. */
  typed: boolean;
  /** A passkey or an authenticator app: it is asked for. Recovery codes stand for one, and are none. */
  asked: boolean;
}

/** The second factors of an account that were added before then: what was added since may be an intruder's, and nobody is asked for it. */
export async function oldFactors(db: PrismaClient, accountId: bigint, before: Date): Promise<OldFactors> {
  const older = { accountId, ...addedBefore(before) };
  const [passkeys, apps, codes] = await Promise.all([
    db.passkey.count({ where: older, take: 1 }),
    db.totpSecret.count({ where: { ...older, confirmedAt: { not: null } }, take: 1 }),
    db.recoveryCode.count({ where: older, take: 1 }),
  ]);
  return { passkey: passkeys > 0, typed: apps + codes > 0, asked: passkeys + apps > 0 };
}
