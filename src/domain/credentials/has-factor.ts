import { Prisma, type PrismaClient } from '#generated/prisma/client.ts';
import type { Transaction } from '#domain/core/context.ts';

/** Whether account `a` has a passkey or an authenticator app. Recovery codes stand for a factor, and are none. */
export const factorExists = Prisma.sql`(EXISTS (SELECT 1 FROM "Passkey" k WHERE k."accountId" = a.id)
  OR EXISTS (SELECT 1 FROM "TotpSecret" t WHERE t."accountId" = a.id AND t."confirmedAt" IS NOT NULL))`;

export async function hasFactor(db: PrismaClient | Transaction, accountId: bigint): Promise<boolean> {
  const [row] = await db.$queryRaw<{ has: boolean }[]>`SELECT ${factorExists} AS has FROM "Account" a WHERE a.id = ${accountId}`;
  return row?.has ?? false;
}
