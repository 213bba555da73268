import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Transaction } from '#domain/core/context.ts';
import { newSecret, secretId as idOf } from '#domain/core/secret.ts';

/** The row of a browser that has signed in to the account before, by what its cookie holds; null where it has not. It takes the same time for an account that is nobody's. */
export async function knownDevice(db: PrismaClient | Transaction, accountId: bigint | null, device: string | null): Promise<string | null> {
  if (device === null) return null;
  const id = idOf(device);
  const row = await db.knownDevice.findUnique({ where: { accountId_id: { accountId: accountId ?? 0n, id } }, select: { id: true } });
  return row?.id ?? null;
}

/** The account knows this browser from now on. Answers what its cookie holds. */
export async function knowDevice(tx: Transaction, accountId: bigint, device: string | null, now: Date): Promise<string> {
  const secret = device ?? newSecret();
  const id = idOf(secret);
  await tx.knownDevice.upsert({
    where: { accountId_id: { accountId, id } },
    create: { accountId, id, addedAt: now, lastUsedAt: now },
    update: { lastUsedAt: now },
  });
  return secret;
}
