import type { Prisma } from '#generated/prisma/client.ts';
import type { Transaction } from '#domain/core/context.ts';
import { databaseNow } from '#domain/core/postgres/database-clock.ts';

/**
 * Ends every session of the accounts that a subquery selects by id, for good, and deletes their codes and grants: nothing that was under
 * way goes on. The people see the end of each session in their history. Resolves with the number of sessions that it ended.
 */
export async function endAccess(tx: Transaction, accountIds: Prisma.Sql): Promise<number> {
  await tx.$executeRaw`DELETE FROM "ProofGrant" g USING "Session" s WHERE s.id = g."sessionId" AND s."accountId" IN (${accountIds})`;
  await tx.$executeRaw`DELETE FROM "OneTimeCode" WHERE "accountId" IN (${accountIds})`;
  return tx.$executeRaw`
    WITH ended AS (
      UPDATE "Session" SET "endedAt" = ${databaseNow} WHERE "accountId" IN (${accountIds}) AND "endedAt" IS NULL
      RETURNING "accountId", "endedAt", device, network)
    INSERT INTO "SecurityEvent" ("accountId", at, kind, device, network) SELECT "accountId", "endedAt", 'session_ended', device, network FROM ended`;
}
