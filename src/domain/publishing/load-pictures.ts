import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Transaction } from '#domain/core/context.ts';
import { Invalid } from '#domain/core/errors.ts';
import type { PublishedPost } from '#model/edition.ts';

type Pictures = ReadonlyMap<string, Uint8Array>;

/** The pictures that posts show. Those that `held` has are taken from there: a publication reads the bytes of new ones alone. Throws Invalid for one that is not stored. */
export async function loadPictures(db: PrismaClient | Transaction, posts: PublishedPost[], held: Pictures): Promise<Pictures> {
  const shown = new Set(posts.flatMap((post) => [post, ...post.updates].flatMap(({ texts }) => Object.values(texts).flatMap((text) => text.pictures))));
  const missing = [...shown].filter((hash) => !held.has(hash));
  const rows = missing.length === 0 ? [] : await db.picture.findMany({ where: { hash: { in: missing } }, select: { hash: true, bytes: true } });
  const found = new Map<string, Uint8Array>(rows.map(({ hash, bytes }) => [hash, bytes]));
  return new Map(
    [...shown].map((hash) => {
      const bytes = held.get(hash) ?? found.get(hash);
      if (!bytes) throw new Invalid({ [`pictures/${hash}`]: 'is not stored' }, `the picture ${hash} is not stored`);
      return [hash, bytes];
    }),
  );
}
