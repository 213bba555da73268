import type { PrismaClient } from '#generated/prisma/client.ts';

/** A text in one language, or what an order is about. */
export interface HitRow {
  kind: 'advisory' | 'note';
  slug: string;
  update: string | null;
  locale: string;
  title: string;
  noticeId: string | null;
  draft: number | null;
  /** That waits for something: the newest of the text. */
  submission: number | null;
  live: boolean;
  order: number | null;
}

/** More than anybody reads. */
const MAX_HITS = 20;
/** Of a text, in characters: its title stands there. */
const HEAD = 2000;
/** What a title is quoted by in front matter. */
const AROUND_TITLES = ' \t\r"\'';

/** What has every one of the words, what was written last first; orders before. One statement. An order's incident is told in `locale` where it can be. */
export function hitRows(db: PrismaClient, words: readonly string[], locale: string): Promise<HitRow[]> {
  const order = words.length === 1 && /^[1-9][0-9]{0,8}$/.test(words[0] ?? '') ? Number(words[0]) : 0;
  return db.$queryRaw<HitRow[]>`
    WITH places AS (
      SELECT "postId", "updateId", locale FROM "Revision" UNION SELECT "postId", "updateId", locale FROM "Draft"
    ), texts AS (
      SELECT o.kind::text AS kind, o.slug, u.slug AS update, p.locale, o."incidentId", d.id AS draft, v.id AS revision,
        btrim(coalesce(substring(left(coalesce(d.source, v.source), ${HEAD}::int) from '(?n)^title:(.*)$'), ''), ${AROUND_TITLES}) AS title,
        (SELECT f.json->>'noticeId' FROM "FactsRevision" f WHERE f."incidentId" = o."incidentId" ORDER BY f.id DESC LIMIT 1) AS "noticeId",
        EXISTS (SELECT 1 FROM "Publication" q WHERE q."postId" = p."postId" AND q."updateId" IS NOT DISTINCT FROM p."updateId" AND q.locale = p.locale) AS live
      FROM places p JOIN "Post" o ON o.id = p."postId" LEFT JOIN "Update" u ON u.id = p."updateId"
      LEFT JOIN "Draft" d ON d."postId" = p."postId" AND d."updateId" IS NOT DISTINCT FROM p."updateId" AND d.locale = p.locale
      LEFT JOIN LATERAL (
        SELECT v.id, v.source FROM "Revision" v WHERE v."postId" = p."postId" AND v."updateId" IS NOT DISTINCT FROM p."updateId" AND v.locale = p.locale
        ORDER BY v.id DESC LIMIT 1
      ) v ON TRUE
    ), found AS (
      SELECT t.*, NULL::int AS "order" FROM texts t
      WHERE NOT EXISTS (SELECT 1 FROM unnest(${[...words]}::text[]) AS w(word)
        WHERE position(word IN lower(concat_ws(' ', t.title, t.slug, t.update, t."noticeId"))) = 0)
      UNION ALL
      (SELECT t.*, r.id FROM "RequiredAction" r JOIN "Cohort" c ON c.id = r."cohortId" JOIN texts t ON t."incidentId" = c."incidentId" AND t.update IS NULL
        WHERE r.id = ${order} ORDER BY t.locale = ${locale} DESC, t.locale = 'en' DESC, t.locale LIMIT 1)
    )
    SELECT f.kind, f.slug, f.update, f.locale, f.title, f."noticeId", f.draft, s.id AS submission, f.live, f."order"
    FROM found f LEFT JOIN LATERAL (SELECT s.id FROM "Submission" s WHERE s."revisionId" = f.revision AND s.state <> 'replaced' ORDER BY s.id DESC LIMIT 1) s ON TRUE
    ORDER BY f."order" NULLS LAST, f.draft DESC NULLS LAST, f.revision DESC NULLS LAST LIMIT ${MAX_HITS}`;
}
