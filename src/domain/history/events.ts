import { Prisma, type PrismaClient } from '#generated/prisma/client.ts';
import type { Transaction } from '#domain/core/context.ts';
import type { Locale } from '#paths';

/** What became of a text. Times are ISO 8601; people are named by their addresses, as they are today. */
export interface TextEvent {
  kind: 'pushed' | 'submitted' | 'sent_back' | 'approved' | 'published' | 'alone';
  at: string;
  /** Empty where nobody of the team did it, or nobody knows any more who did. */
  by: string[];
  /** An operator did it. */
  fromFolder: boolean;
  postId: number;
  /** Of the post. */
  slug: string;
  update: string | null;
  locale: Locale;
  /** The number of the revision, counted from 1. */
  revision: number;
  /** Of a publication. */
  edition: number | null;
  /** Where it is read: of what was handed to a second person. */
  submission: number | null;
  /** Of a publication of words that an earlier revision had: its number. */
  sameAs: number | null;
  /** Of a publication by one person alone. */
  reason: string | null;
}

interface Filter {
  postId: number | null;
  /** How many newer ones are left out. */
  skip: number;
  limit: number;
}

/** The number of a revision `v` among those of its text in its language. */
export const revisionNumber = Prisma.sql`(SELECT count(*)::int FROM "Revision" y WHERE y."postId" = v."postId" AND y."updateId" IS NOT DISTINCT FROM v."updateId"
  AND y.locale = v.locale AND y.id <= v.id)`;

/** The newest revision before the one before `v` that had exactly what `v` has: what was gone back to. */
export const wentBackTo = Prisma.sql`(SELECT (SELECT count(*)::int FROM "Revision" y WHERE y."postId" = x."postId" AND y."updateId" IS NOT DISTINCT FROM x."updateId"
    AND y.locale = x.locale AND y.id <= x.id)
  FROM "Revision" x WHERE x."postId" = v."postId" AND x."updateId" IS NOT DISTINCT FROM v."updateId" AND x.locale = v.locale
    AND x.id < v.id AND x."sourceHash" = v."sourceHash" ORDER BY x.id DESC LIMIT 1)`;

/**
 * What was done with texts, the newest first. Who published is whoever made the edition, as the log has it since the same transaction, or whoever had planned
 * it. One statement.
 */
export async function textEvents(db: PrismaClient | Transaction, { postId, skip, limit }: Filter): Promise<TextEvent[]> {
  const rows = await db.$queryRaw<(Omit<TextEvent, 'at'> & { at: Date })[]>`
    WITH happened AS (
      SELECT 'pushed' AS kind, 0 AS step, v."createdAt" AS at, v."authorIds" AS people, v.id AS "revisionId", NULL::int AS edition, NULL::int AS submission, NULL AS reason
        FROM "Revision" v WHERE NOT EXISTS (SELECT 1 FROM "Submission" s WHERE s."revisionId" = v.id)
      UNION ALL SELECT 'submitted', 1, s.at, ARRAY[s."authorId"], s."revisionId", NULL, s.id, NULL FROM "Submission" s
      UNION ALL SELECT 'sent_back', 2, c.at, ARRAY[c."authorId"], s."revisionId", NULL, s.id, NULL FROM "Submission" s
        JOIN LATERAL (SELECT * FROM "Comment" c WHERE c."submissionId" = s.id ORDER BY c.id DESC LIMIT 1) c ON TRUE WHERE s.state = 'sent_back'
      UNION ALL SELECT 'approved', 3, a.at, ARRAY[a."approverId"], s."revisionId", NULL, s.id, NULL
        FROM "Approval" a JOIN "Submission" s ON s.id = a."submissionId"
      UNION ALL SELECT CASE WHEN e."accountId" IS NULL THEN 'published' ELSE 'alone' END, 4, p."publishedAt", array_remove(ARRAY[e."accountId"], NULL),
        p."revisionId", p."editionNumber", NULL, e.reason FROM "Publication" p LEFT JOIN "Emergency" e ON e."editionNumber" = p."editionNumber"
    ), shown AS (
      SELECT h.*, v."postId", v."updateId", v.locale FROM happened h JOIN "Revision" v ON v.id = h."revisionId"
      WHERE (${postId}::int IS NULL OR v."postId" = ${postId}::int)
      ORDER BY h.at DESC, h.step DESC, h."revisionId" DESC, h.edition DESC LIMIT ${limit} OFFSET ${skip}
    )
    SELECT h.kind, h.at, coalesce(h.kind = 'pushed' AND h.people = '{}' OR l.actor LIKE 'operator:%', FALSE) AS "fromFolder", h."postId", o.slug, u.slug AS update, h.locale, h.edition, h.submission, h.reason, ${revisionNumber} AS revision,
      CASE WHEN h.edition IS NOT NULL THEN ${wentBackTo} END AS "sameAs",
      ARRAY(SELECT coalesce(w.email, i::text) FROM unnest(coalesce(m.people, h.people)) WITH ORDINALITY AS n(i, place) LEFT JOIN "Account" w ON w.id = i ORDER BY place) AS by
    FROM shown h JOIN "Revision" v ON v.id = h."revisionId" JOIN "Post" o ON o.id = h."postId" LEFT JOIN "Update" u ON u.id = h."updateId"
    LEFT JOIN LATERAL (
      SELECT e.actor FROM "AuditEntry" e WHERE e.subject = 'edition:' || h.edition AND e.subject ~~ 'edition:%'::text AND e.outcome = 'done' ORDER BY e.seq LIMIT 1
    ) l ON TRUE
    LEFT JOIN LATERAL (
      SELECT ARRAY[substring(l.actor from '^account:([0-9]+)$')::bigint] AS people WHERE l.actor LIKE 'account:%'
      UNION ALL SELECT ARRAY[c."accountId"] FROM "Schedule" c WHERE c."editionNumber" = h.edition LIMIT 1
    ) m ON TRUE
    ORDER BY h.at DESC, h.step DESC, h."revisionId" DESC, h.edition DESC`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
