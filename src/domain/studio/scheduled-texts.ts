import type { Context } from '#domain/core/context.ts';
import { storedTextPath } from '#domain/posts/text-path.ts';
import { approvalHolds, isLive } from '#domain/publishing/approved/sql.ts';
import { WAITS_MS } from '#domain/publishing/scheduled/lapse.ts';
import { tryEdition } from '#domain/publishing/scheduled/try-edition.ts';
import type { PostKind, ScheduleMiss } from '#generated/prisma/client.ts';
import type { Locale } from '#paths';

/** What goes out at a time. Times are ISO 8601. */
export interface ScheduledText {
  schedule: number;
  /** Of one of its texts: leads to its publication. */
  submission: number;
  path: string;
  locales: Locale[];
  /** Of each text, in the order of the languages. */
  hashes: string[];
  /** What would stop it if it were time now; null for nothing that is known. */
  wouldStop: ScheduleMiss | null;
  at: string;
}

interface Row {
  schedule: number;
  at: Date;
  submissions: number[];
  locales: Locale[];
  hashes: string[];
  holds: boolean;
  texts: { revision: number; facts: number | null; rendering: number }[];
  kind: PostKind;
  slug: string;
  updateSlug: string | null;
}

interface Seen {
  workers: number;
  /** The newest edition's number. */
  edition: number;
}

/** What is due, the next first. One statement, and an edition that is tried for each that has not been. */
export async function scheduledTexts(ctx: Context, { workers, edition }: Seen): Promise<ScheduledText[]> {
  const off = new Date(ctx.now.getTime() - WAITS_MS);
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT c.id AS schedule, c.at, array_agg(s.id ORDER BY v.locale) AS submissions, array_agg(v.locale ORDER BY v.locale) AS locales,
      array_agg(v."sourceHash" ORDER BY v.locale) AS hashes, bool_and(${approvalHolds} OR ${isLive}) AS holds,
      jsonb_agg(jsonb_build_object('revision', s."revisionId", 'facts', s."factsRevisionId", 'rendering', s."renderingId") ORDER BY s.id) FILTER (WHERE NOT ${isLive}) AS texts,
      min(o.kind::text) AS kind, min(o.slug) AS slug, min(u.slug) AS "updateSlug"
    FROM "Schedule" c JOIN "ScheduledText" x ON x."scheduleId" = c.id JOIN "Submission" s ON s.id = x."submissionId" JOIN "Revision" v ON v.id = s."revisionId"
    JOIN "Post" o ON o.id = v."postId" LEFT JOIN "Update" u ON u.id = v."updateId"
    WHERE c.state = 'due' AND c.at > ${off} GROUP BY c.id, c.at ORDER BY c.at, c.id`;
  const found: ScheduledText[] = [];
  for (const { schedule, at, submissions, locales, hashes, holds, texts, ...place } of rows) {
    const tried = holds ? await tryEdition(ctx, texts, edition) : null;
    const wouldStop = !holds ? 'approval_ended' : workers === 0 ? 'no_worker' : tried?.fault ? 'not_rendered' : null;
    const path = storedTextPath({ ...place, locale: locales[0] ?? 'en' });
    found.push({ schedule, submission: submissions[0] ?? 0, path, locales, hashes, wouldStop, at: at.toISOString() });
  }
  return found;
}
