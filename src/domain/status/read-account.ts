import type { Account, PrismaClient } from '#generated/prisma/client.ts';
import type { Transaction } from '#domain/core/context.ts';
import { NotFound } from '#domain/core/errors.ts';
import type { AccountFacts } from './todo.ts';

/** Apps of one account that are read; who has more has reinstalled often. */
const MAX_INSTALLS = 20;

/** The account and its facts, or NotFound. */
export async function readAccount(db: PrismaClient | Transaction, accountId: bigint): Promise<Account & AccountFacts> {
  const account = await db.account.findUnique({
    where: { id: accountId, disabledAt: null },
    include: { installs: { orderBy: { seenAt: 'desc' }, take: MAX_INSTALLS } },
  });
  if (!account) throw new NotFound();
  return account;
}
