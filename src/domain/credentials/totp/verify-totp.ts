import type { Config } from '#config';
import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Transaction } from '#domain/core/context.ts';
import { addedBefore, type TypedFactor } from '../factor/typed-factor.ts';
import { openTotpSecret } from './totp-secret.ts';
import { totpStep } from './totp-step.ts';

/** Whether this is a code of the account's authenticator app; it is used up, with its step and every one before. What is tried is counted by the caller. */
export async function verifyTotp(db: PrismaClient | Transaction, config: Config, { accountId, typed, now, before }: TypedFactor): Promise<boolean> {
  const app = await db.totpSecret.findFirst({ where: { accountId, confirmedAt: { not: null }, ...addedBefore(before) } });
  if (!app) return false;
  const step = totpStep(openTotpSecret(config.secret, accountId, app.secret), typed, now);
  if (step === null) return false;
  const { count } = await db.totpSecret.updateMany({ where: { id: app.id, lastStep: { lt: step } }, data: { lastStep: step } });
  return count === 1;
}
