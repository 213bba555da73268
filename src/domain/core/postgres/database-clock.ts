import { Prisma, type PrismaClient } from '#generated/prisma/client.ts';
import type { Transaction } from '#domain/core/context.ts';

/** The one clock that orders, sessions, proofs and codes are judged by. Cut and not rounded to milliseconds, as the columns hold them: two stamps of one instant are equal. */
export const databaseNow = Prisma.sql`date_trunc('milliseconds', clock_timestamp())`;

/** What the database's clock says. */
export async function readClock(db: PrismaClient | Transaction): Promise<Date> {
  const [row] = await db.$queryRaw<[{ now: Date }]>`SELECT ${databaseNow} AS now`;
  return row.now;
}
