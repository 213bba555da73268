import type { Config } from '#config';
import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Transaction } from '#domain/core/context.ts';
import { addedBefore, type TypedFactor } from '../factor/typed-factor.ts';
import { recoveryCodeId } from './recovery-code.ts';

/** Whether this is one of the account's recovery codes; it is used up. What is tried is counted by the caller. */
export async function takeRecoveryCode(
  db: PrismaClient | Transaction,
  config: Config,
  { accountId, typed, before }: Omit<TypedFactor, 'now'>,
): Promise<boolean> {
  const { count } = await db.recoveryCode.deleteMany({ where: { id: recoveryCodeId(config.secret, accountId, typed), accountId, ...addedBefore(before) } });
  return count === 1;
}
