import { isCounted } from '#domain/posts/newest-source.ts';
import { Prisma } from '#generated/prisma/client.ts';

/** The revisions `w` that came after the one `n` that a translation names, in its language, and count. */
const newer = Prisma.sql`FROM "Revision" w WHERE w."postId" = n."postId" AND w."updateId" IS NOT DISTINCT FROM n."updateId" AND w.locale = n.locale
  AND w.id > n.id AND ${isCounted}`;

/** The newest of the source, as a translation that names its revision `n` has to follow it; no row where nothing came after. */
const newestOfSource = Prisma.sql`(SELECT w.id, w."proseHash" ${newer} ORDER BY w.id DESC LIMIT 1)`;

/**
 * Whether words that follow the revision `n` are older than their source: what came after it last, and counts, says something else. A source that
 * went back to what it said makes nothing older.
 */
export const isOlder = Prisma.sql`coalesce((SELECT w."proseHash" <> n."proseHash" FROM ${newestOfSource} w), FALSE)`;

/** Since when: the first time that somebody stood for other words of the source. */
export const olderSince = Prisma.sql`(SELECT min(c.at) FROM (SELECT w.id, w."proseHash" ${newer}) w JOIN LATERAL (
    SELECT s.at FROM "Submission" s WHERE s."revisionId" = w.id UNION ALL SELECT p."publishedAt" FROM "Publication" p WHERE p."revisionId" = w.id
  ) c ON TRUE WHERE w."proseHash" <> n."proseHash")`;

/** What is live, one row a language of a text. */
export const liveRows = Prisma.sql`(SELECT DISTINCT ON (p."postId", p."updateId", p.locale) p.* FROM "Publication" p
  ORDER BY p."postId", p."updateId", p.locale, p."editionNumber" DESC, p.id DESC)`;
