import { Prisma } from '#generated/prisma/client.ts';
import type { Transaction } from '#domain/core/context.ts';
import { Conflict } from '#domain/core/errors.ts';

/** Puts another address on file, and locks the account until the transaction ends. Throws Conflict `address_taken` where another account has it, closed or not. */
export async function setAddress(tx: Transaction, accountId: bigint, { email, key }: { email: string; key: string }): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { email, emailKey: key } }).catch((error: unknown) => {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') throw new Conflict('address_taken');
    throw error;
  });
}
