import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Transaction } from '#domain/core/context.ts';

/** What is live of a text in a language; null where nothing is. */
export function liveNow(db: PrismaClient | Transaction, { postId, updateId, locale }: { postId: number; updateId: number | null; locale: string }) {
  return db.publication.findFirst({ where: { postId, updateId, locale }, orderBy: [{ editionNumber: 'desc' }, { id: 'desc' }] });
}
