import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Transaction } from '#domain/core/context.ts';
import { Invalid } from '#domain/core/errors.ts';
import type { Edition } from '#model/edition.ts';
import { newestPostFirst } from '#model/newest-post-first.ts';
import { siteSchema } from '#model/site.ts';
import { loadPictures } from './load-pictures.ts';
import { loadPosts } from './load-posts.ts';
import { unknownShape } from './unknown-shape.ts';

/**
 * Reads the newest edition, or answers `previous` when it is the newest. Given a previous one, reads only the posts that were published
 * since, so that a publication costs the same with five advisories and with five hundred; what comes of it equals what is read afresh.
 * Everything that it reads is immutable: an edition is a function of its number. Throws Invalid, naming the edition and the text, when it can't be loaded.
 */
export async function loadEdition(db: PrismaClient | Transaction, previous: Edition | null): Promise<Edition | null> {
  const newest = await db.edition.findFirst({ orderBy: { number: 'desc' }, include: { site: true } });
  if (!newest || (previous && newest.number <= previous.number)) return previous;
  const { number } = newest;
  try {
    const posts = await loadPosts(db, await changedPosts(db, previous?.number ?? 0, number), number);
    const replaced = new Set(posts.map(({ kind, slug }) => `${kind}/${slug}`));
    const kept = previous?.posts.filter(({ kind, slug }) => !replaced.has(`${kind}/${slug}`)) ?? [];
    const all = [...kept, ...posts].sort(newestPostFirst);
    const site = siteSchema.safeParse(newest.site.json);
    if (!site.success) throw new Invalid(unknownShape('site', site.error), 'its site is not of the shape that this build knows');
    return {
      number,
      publishedAt: newest.publishedAt.toISOString(),
      site: site.data,
      posts: all,
      pictures: await loadPictures(db, all, previous?.pictures ?? new Map()),
    };
  } catch (error) {
    if (error instanceof Invalid) throw new Invalid(error.fields, `Edition ${number} can’t be loaded: ${error.message}.`);
    throw error;
  }
}

/** Of which posts the editions after one, up to another, say something new. */
async function changedPosts(db: PrismaClient | Transaction, after: number, upTo: number): Promise<number[]> {
  const given = { where: { editionNumber: { gt: after, lte: upTo } }, select: { postId: true } };
  const rows = [...(await db.publication.findMany({ ...given, distinct: ['postId'] })), ...(await db.late.findMany({ ...given, distinct: ['postId'] }))];
  return [...new Set(rows.map(({ postId }) => postId))];
}
