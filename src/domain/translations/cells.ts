import { Prisma, type PrismaClient } from '#generated/prisma/client.ts';
import type { Locale } from '#paths';
import { isLive } from '#domain/publishing/approved/sql.ts';
import { isOlder, liveRows, olderSince } from './sql.ts';

/** One language of a text. */
export interface Cell {
  locale: Locale;
  /** `source`: it translates nothing. */
  state: 'source' | 'current' | 'older' | 'missing';
  /** Since when it is older; ISO 8601. */
  since: string | null;
  /** How many revisions there are. */
  revisions: number;
  /** The draft in which something is there that no revision has yet. */
  draft: number | null;
  /** What was submitted of it and is not out. */
  submission: number | null;
}

export interface Place {
  postId: number;
  updateId: number | null;
}

type Row = Place & Omit<Cell, 'since' | 'state'> & { translates: boolean; isOlder: boolean; since: Date | null };

/** Every language of every text that there is, or of one, in no order: its newest revision, what is being written and what waits. One statement. */
export async function cellsOf(db: PrismaClient, only: Place | null): Promise<(Place & Cell)[]> {
  const within = only ? Prisma.sql`WHERE x."postId" = ${only.postId} AND x."updateId" IS NOT DISTINCT FROM ${only.updateId}::int` : Prisma.empty;
  const rows = await db.$queryRaw<Row[]>`
    WITH newest AS (
      SELECT DISTINCT ON (x."postId", x."updateId", x.locale) x.*, count(*) OVER (PARTITION BY x."postId", x."updateId", x.locale)::int AS revisions
      FROM "Revision" x ${within} ORDER BY x."postId", x."updateId", x.locale, x.id DESC
    ), drafts AS (SELECT x.* FROM "Draft" x ${within})
    SELECT coalesce(t."postId", d."postId") AS "postId", coalesce(t."updateId", d."updateId") AS "updateId", coalesce(t.locale, d.locale) AS locale,
      coalesce(t.revisions, 0) AS revisions, n.id IS NOT NULL AS translates, coalesce(${isOlder}, FALSE) AS "isOlder", ${olderSince} AS since,
      CASE WHEN t.id IS NULL OR d.source <> t.source OR d."translationOfId" IS DISTINCT FROM t."translationOfId" THEN d.id END AS draft,
      (SELECT max(s.id) FROM "Submission" s WHERE s."revisionId" = t.id AND s.state IN ('waiting', 'approved') AND NOT ${isLive}) AS submission
    FROM newest t FULL JOIN drafts d ON d."postId" = t."postId" AND d."updateId" IS NOT DISTINCT FROM t."updateId" AND d.locale = t.locale
    LEFT JOIN "Revision" n ON n.id = t."translationOfId"`;
  return rows.map(({ translates, isOlder: older, since, ...row }) => {
    const state = row.revisions === 0 ? 'missing' : older ? 'older' : translates ? 'current' : 'source';
    return { ...row, state, since: older ? (since?.toISOString() ?? null) : null };
  });
}

/** The title of each live text, in `locale` where it can be. One statement. */
export function liveTitles(db: PrismaClient, locale: Locale): Promise<(Place & { title: string })[]> {
  return db.$queryRaw<(Place & { title: string })[]>`
    SELECT l."postId", l."updateId", (array_agg(r.json->>'title' ORDER BY l.locale = ${locale} DESC, l.locale = 'en' DESC, l.locale))[1] AS title
    FROM ${liveRows} l JOIN "Rendering" r ON r.id = l."renderingId" GROUP BY l."postId", l."updateId"`;
}
