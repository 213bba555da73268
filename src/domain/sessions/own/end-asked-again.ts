import { endsSessions, wasAsked } from '#domain/actions/sql.ts';
import { cohortsOfAccount } from '#domain/cohorts/sql.ts';
import type { Transaction } from '#domain/core/context.ts';
import { isTold } from '#domain/incidents/sql.ts';

/** Writes into an account's sessions that an order has ended them: each reader of orders knows it, and from now on everybody who reads sessions alone. */
export async function endAskedAgain(tx: Transaction, accountId: bigint, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Session" s SET "endedAt" = ${now} FROM "Account" a WHERE a.id = ${accountId} AND s."accountId" = a.id AND s."endedAt" IS NULL AND EXISTS (
      SELECT 1 FROM ${cohortsOfAccount} AS mine JOIN "Cohort" c ON c.id = mine.id JOIN "RequiredAction" r ON r."cohortId" = c.id
      WHERE ${isTold} AND ${endsSessions} AND s."createdAt" < r.since AND ${wasAsked})`;
}
