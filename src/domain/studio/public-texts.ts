import type { OlderText } from '#domain/translations/older-texts.ts';
import { liveRows } from '#domain/translations/sql.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Status } from '#model/facts.ts';
import type { Locale } from '#paths';

/** A post or an update that the public reads. */
export interface PublicText {
  kind: 'advisory' | 'note' | 'update';
  /** Of the post. */
  slug: string;
  /** Of an update. */
  update: string | null;
  title: string;
  /** Of an update, and of an advisory that of its newest update; null for a note. */
  status: Status | null;
  /** How many updates are live; of an advisory. */
  updates: number;
  /** By locale, how many revisions the text had when this one was made. */
  locales: Partial<Record<Locale, number>>;
  /** Languages in which it is older than what it translates. */
  older: Locale[];
  /** When it changed last; ISO 8601. */
  changedAt: string;
}

interface Row extends Omit<PublicText, 'changedAt' | 'older'> {
  changedAt: Date;
}

/** Everything that is live, what changed last first. Titles are in `locale` where they can be, else in English, else in any. */
export async function publicTexts(db: PrismaClient, locale: Locale, older: readonly OlderText[]): Promise<PublicText[]> {
  const rows = await db.$queryRaw<Row[]>`
    WITH live AS ${liveRows}, texts AS (
      SELECT l."postId", l."updateId", max(l."publishedAt") AS "changedAt",
        jsonb_object_agg(l.locale, (SELECT count(*)::int FROM "Revision" v WHERE v."postId" = l."postId"
          AND v."updateId" IS NOT DISTINCT FROM l."updateId" AND v.locale = l.locale AND v.id <= l."revisionId")) AS locales,
        (array_agg(r.json->>'title' ORDER BY l.locale = ${locale} DESC, l.locale = 'en' DESC, l.locale))[1] AS title
      FROM live l JOIN "Rendering" r ON r.id = l."renderingId" GROUP BY l."postId", l."updateId"
    )
    SELECT CASE WHEN t."updateId" IS NULL THEN o.kind::text ELSE 'update' END AS kind, o.slug, u.slug AS update, t.title, t.locales, t."changedAt",
      CASE WHEN o.kind = 'advisory' THEN coalesce(u.status::text, newest.status, 'investigating') END AS status, coalesce(newest.count, 0) AS updates
    FROM texts t JOIN "Post" o ON o.id = t."postId" LEFT JOIN "Update" u ON u.id = t."updateId"
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS count, (array_agg(n.status::text ORDER BY n.at DESC, n.slug COLLATE "C" DESC))[1] AS status
      FROM "Update" n WHERE n."postId" = t."postId" AND t."updateId" IS NULL AND n.id IN (SELECT "updateId" FROM live)
    ) newest ON TRUE
    ORDER BY t."changedAt" DESC, o.slug, u.slug`;
  return rows.map((row) => {
    const isThis = ({ slug, update, kind }: OlderText) => slug === row.slug && update === row.update && (update !== null || kind === row.kind);
    return { ...row, older: older.filter(isThis).map((text) => text.locale), changedAt: row.changedAt.toISOString() };
  });
}
