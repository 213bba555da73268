import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Locale } from '#paths';

/** What was approved and public before, and is not live now. */
export interface EarlierRevision {
  revision: number;
  locale: Locale;
  /** The number of the text's revision, counted from 1. */
  number: number;
  /** When it went out first; ISO 8601. */
  publishedAt: string;
  /** The revision that is live in its place. */
  live: number;
}

/** Of one text, what could go out again, the newest first. One statement. */
export async function earlierRevisions(db: PrismaClient, { postId, updateId }: { postId: number; updateId: number | null }): Promise<EarlierRevision[]> {
  const rows = await db.$queryRaw<(Omit<EarlierRevision, 'publishedAt'> & { publishedAt: Date })[]>`
    WITH live AS (
      SELECT DISTINCT ON (p.locale) p.locale, p."revisionId" FROM "Publication" p
      WHERE p."postId" = ${postId} AND p."updateId" IS NOT DISTINCT FROM ${updateId}::int ORDER BY p.locale, p."editionNumber" DESC, p.id DESC
    )
    SELECT v.id AS revision, v.locale, min(p."publishedAt") AS "publishedAt", l."revisionId" AS live,
      (SELECT count(*)::int FROM "Revision" w WHERE w."postId" = v."postId" AND w."updateId" IS NOT DISTINCT FROM v."updateId" AND w.locale = v.locale AND w.id <= v.id) AS number
    FROM "Publication" p JOIN "Revision" v ON v.id = p."revisionId" JOIN live l ON l.locale = v.locale AND l."revisionId" <> v.id
    JOIN "Revision" shown ON shown.id = l."revisionId" AND shown."sourceHash" <> v."sourceHash"
    WHERE p."postId" = ${postId} AND p."updateId" IS NOT DISTINCT FROM ${updateId}::int
      AND NOT EXISTS (SELECT 1 FROM "Emergency" e WHERE e."editionNumber" = p."editionNumber")
      AND EXISTS (SELECT 1 FROM "Submission" s JOIN "Approval" a ON a."submissionId" = s.id WHERE s."revisionId" = v.id)
    GROUP BY v.id, l."revisionId" ORDER BY v.id DESC LIMIT 20`;
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
}
