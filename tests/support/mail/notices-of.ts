import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Notice } from '#model/account/notices.ts';

/** The notices to an account that wait for a worker, in their order. */
export async function noticesOf(db: PrismaClient, accountId: bigint): Promise<Notice[]> {
  const rows = await db.$queryRaw<{ notice: Notice }[]>`
    SELECT payload->'notice' AS notice FROM graphile_worker._private_jobs WHERE payload->>'accountId' = ${String(accountId)} ORDER BY id`;
  return rows.map(({ notice }) => notice);
}
