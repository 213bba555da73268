import { z } from 'zod';
import { NotFound } from '#domain/core/errors.ts';
import { query } from '#domain/core/verb.ts';
import { type DiffLine, textDiff } from '#domain/review/diff/text-diff.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Locale } from '#paths';
import { revisionNumber, type TextEvent, textEvents, wentBackTo } from './events.ts';

/** Revisions of one post that are listed, and events: more than a long incident makes. */
const SHOWN = 1_000;

/** A revision as a list has it. Times are ISO 8601. */
interface HistoryRevision {
  id: number;
  locale: Locale;
  /** Counted from 1 among those of its text in its language. */
  number: number;
  at: string;
  /** Addresses of those who wrote it; empty for one that was pushed. */
  by: string[];
  sourceHash: string;
  isLive: boolean;
  /** The number of an earlier revision with exactly these words. */
  sameAs: number | null;
  /** Of a translation. */
  follows: { locale: Locale; number: number } | null;
}

interface Named {
  id: number;
  locale: Locale;
  number: number;
}

export interface History {
  postId: number;
  kind: 'advisory' | 'note';
  slug: string;
  /** Of an advisory. */
  incidentId: number | null;
  /** The post itself, and then its updates, the newest first; each with its revisions, the newest first. */
  texts: { update: string | null; revisions: HistoryRevision[] }[];
  events: TextEvent[];
  /** What changed from one revision to another. */
  compared: { was: Named; is: Named; lines: DiffLine[] } | null;
  /** One revision whole. */
  read: (Named & { source: string }) | null;
}

type Row = Omit<HistoryRevision, 'at' | 'follows'> & { at: Date; update: string | null; followsLocale: Locale | null; followsNumber: number | null };

/**
 * Every revision of a post and of its updates, in every language: who wrote it and when, and what became of it; two of them compared, or one read whole,
 * where they are named. Throws NotFound when there is no such post, or a named revision is none of it.
 */
export const readHistory = query({
  name: 'history/read-history',
  input: z.strictObject({
    id: z.int().positive(),
    was: z.int().positive().optional(),
    is: z.int().positive().optional(),
    read: z.int().positive().optional(),
  }),
  async run({ db }, { id, was, is, read }): Promise<History> {
    const post = await db.post.findUnique({ where: { id }, select: { kind: true, slug: true, incidentId: true } });
    if (!post) throw new NotFound();
    const rows = await revisionsOf(db, id);
    const groups = [...Map.groupBy(rows, ({ update }) => update)];
    const [before, after, whole] = await Promise.all([was, is, read].map((revision) => named(db, id, revision)));
    return {
      postId: id,
      ...post,
      texts: groups.map(([update, group]) => ({ update, revisions: group.map(toRevision) })),
      events: await textEvents(db, { postId: id, skip: 0, limit: SHOWN }),
      compared: before && after ? { was: before, is: after, lines: textDiff(before.source, after.source, after.locale) } : null,
      read: whole ?? null,
    };
  },
});

function toRevision({ at, update: _update, followsLocale, followsNumber, ...row }: Row): HistoryRevision {
  return { ...row, at: at.toISOString(), follows: followsLocale !== null && followsNumber !== null ? { locale: followsLocale, number: followsNumber } : null };
}

function revisionsOf(db: PrismaClient, postId: number): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT v.id, v.locale, ${revisionNumber} AS number, v."createdAt" AS at, v."sourceHash", ${wentBackTo} AS "sameAs", u.slug AS update,
      n.locale AS "followsLocale", (SELECT count(*)::int FROM "Revision" y WHERE y."postId" = n."postId"
        AND y."updateId" IS NOT DISTINCT FROM n."updateId" AND y.locale = n.locale AND y.id <= n.id) AS "followsNumber",
      ARRAY(SELECT coalesce(w.email, i::text) FROM unnest(v."authorIds") AS i LEFT JOIN "Account" w ON w.id = i ORDER BY i) AS by,
      v.id = (SELECT p."revisionId" FROM "Publication" p WHERE p."postId" = v."postId" AND p."updateId" IS NOT DISTINCT FROM v."updateId" AND p.locale = v.locale
        ORDER BY p."editionNumber" DESC, p.id DESC LIMIT 1) IS TRUE AS "isLive"
    FROM "Revision" v LEFT JOIN "Update" u ON u.id = v."updateId" LEFT JOIN "Revision" n ON n.id = v."translationOfId"
    WHERE v."postId" = ${postId} ORDER BY u.at DESC NULLS FIRST, u.slug DESC, v.id DESC LIMIT ${SHOWN}`;
}

async function named(db: PrismaClient, postId: number, id: number | undefined): Promise<(Named & { source: string }) | null> {
  if (id === undefined) return null;
  const [row] = await db.$queryRaw<(Named & { source: string })[]>`
    SELECT v.id, v.locale, v.source, ${revisionNumber} AS number FROM "Revision" v WHERE v.id = ${id} AND v."postId" = ${postId}`;
  if (!row) throw new NotFound();
  return row;
}
