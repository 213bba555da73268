import { Prisma, type PrismaClient } from '#generated/prisma/client.ts';
import type { Locale } from '#paths';
import { isOlder, liveRows, olderSince } from './sql.ts';

/** A live translation whose source says something else by now. */
export interface OlderText {
  /** Of the post. */
  kind: 'advisory' | 'note';
  slug: string;
  /** Of an update. */
  update: string | null;
  locale: Locale;
  /** The language that it translates. */
  source: Locale;
  title: string;
  /** ISO 8601. */
  since: string;
  /** The newer words of the source are out, so that a line on the translation's page says so. */
  isShown: boolean;
}

/** Every live translation that is older than its source, the longest first. One statement. */
export async function olderTexts(db: PrismaClient): Promise<OlderText[]> {
  const rows = await db.$queryRaw<(Omit<OlderText, 'since'> & { since: Date })[]>(Prisma.sql`
    WITH live AS (SELECT l.*, v."proseHash", v."translationOfId" FROM ${liveRows} l JOIN "Revision" v ON v.id = l."revisionId")
    SELECT o.kind::text AS kind, o.slug, u.slug AS update, l.locale, n.locale AS source, r.json->>'title' AS title, ${olderSince} AS since,
      EXISTS (SELECT 1 FROM live s WHERE s."postId" = l."postId" AND s."updateId" IS NOT DISTINCT FROM l."updateId" AND s.locale = n.locale
        AND s."revisionId" > n.id AND s."proseHash" <> n."proseHash") AS "isShown"
    FROM live l JOIN "Revision" n ON n.id = l."translationOfId" JOIN "Post" o ON o.id = l."postId" JOIN "Rendering" r ON r.id = l."renderingId"
    LEFT JOIN "Update" u ON u.id = l."updateId"
    WHERE ${isOlder} ORDER BY since, o.slug, u.slug, l.locale`);
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
}
