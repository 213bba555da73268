import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Transaction } from '#domain/core/context.ts';

/** Whether somebody said, since the account's last change of the password, that what happened in it was not them. */
export async function wasReported(db: PrismaClient | Transaction, accountId: bigint): Promise<boolean> {
  const [row] = await db.$queryRaw<{ reported: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "SecurityEvent" WHERE "accountId" = ${accountId} AND kind = 'session_reported'
      AND at > coalesce((SELECT max(at) FROM "PasswordChange" WHERE "accountId" = ${accountId}), '-infinity')) AS reported`;
  return row?.reported ?? false;
}
