import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Transaction } from '#domain/core/context.ts';

export interface LastChange {
  at: Date;
  /** Null where that was never recorded. */
  sessionsEnded: number | null;
}

/** The last change of an open account's password; null: never here. One probe of the index a proof, however many changes there were. */
export async function lastChange(db: PrismaClient | Transaction, accountId: bigint): Promise<LastChange | null> {
  const [last] = await db.$queryRaw<LastChange[]>`
    SELECT newest.* FROM "Account" a CROSS JOIN unnest(enum_range(NULL::"Proof")) AS method(proof) CROSS JOIN LATERAL (
      SELECT p.at, p."sessionsEnded" FROM "PasswordChange" p WHERE p."accountId" = a.id AND p.proof = method.proof ORDER BY p.at DESC LIMIT 1
    ) newest WHERE a.id = ${accountId} AND a."disabledAt" IS NULL ORDER BY newest.at DESC LIMIT 1`;
  return last ?? null;
}
