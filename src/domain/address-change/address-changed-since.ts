import type { PrismaClient } from '#generated/prisma/client.ts';
import { ADDRESS_KEPT_MS } from '#model/account/address-kept.ts';
import type { Transaction } from '#domain/core/context.ts';

/**
 * Whether the address on file is a newer one than `since`, and in any case than seven days ago: then a code to it proves nothing, since whoever
 * changed it may be the intruder. A change that was taken back does not count.
 */
export async function addressChangedSince(
  db: PrismaClient | Transaction,
  accountId: bigint,
  { now, since }: { now: Date; since: Date | null },
): Promise<boolean> {
  const from = Math.min(now.getTime() - ADDRESS_KEPT_MS, since?.getTime() ?? Number.POSITIVE_INFINITY);
  return (await db.addressChange.count({ where: { accountId, revertedAt: null, at: { gte: new Date(from) } }, take: 1 })) > 0;
}
