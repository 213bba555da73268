import { approvalHolds, isLive, isNewest } from '#domain/publishing/approved/sql.ts';
import { Prisma, type PrismaClient } from '#generated/prisma/client.ts';
import type { Status } from '#model/facts.ts';
import type { Locale } from '#paths';

/** How a text stands in one language; `live` until something newer is under way. */
export type TextState = 'writing' | 'waiting' | 'sent_back' | 'approved' | 'ended' | 'live' | 'none';

export interface TextLanguage {
  locale: Locale;
  /** Id of what is being written; null where nothing is. */
  draft: number | null;
  state: TextState;
  /** Id of what was submitted last; null where nothing was. */
  submission: number | null;
  isLive: boolean;
}

export interface TextInWork {
  postId: number;
  incidentId: number | null;
  kind: 'advisory' | 'note' | 'update';
  /** Of the post. */
  slug: string;
  update: string | null;
  /** Of an update. */
  status: Status | null;
  languages: TextLanguage[];
}

interface Row {
  postId: number;
  incidentId: number | null;
  kind: 'advisory' | 'note';
  slug: string;
  update: string | null;
  status: Status | null;
  locale: Locale;
  draft: number | null;
  isLive: boolean;
  submission: number | null;
  state: 'waiting' | 'approved' | 'sent_back' | null;
  holds: boolean | null;
  isNewest: boolean | null;
  isOut: boolean | null;
}

/** Every text that is written, waits or is live, with its languages; the advisory before its updates, and those by their time. One statement. */
export async function textsInWork(db: PrismaClient, kind: 'advisory' | 'note'): Promise<TextInWork[]> {
  const rows = await db.$queryRaw<Row[]>`
    WITH place AS (
      SELECT "postId", "updateId", locale FROM "Draft" UNION SELECT "postId", "updateId", locale FROM "Revision"
    )
    SELECT o.id AS "postId", o."incidentId", o.kind::text AS kind, o.slug, u.slug AS update, u.status::text AS status, x.locale, d.id AS draft,
      EXISTS (SELECT 1 FROM "Publication" q WHERE q."postId" = x."postId" AND q."updateId" IS NOT DISTINCT FROM x."updateId" AND q.locale = x.locale) AS "isLive",
      sent.*
    FROM place x JOIN "Post" o ON o.id = x."postId" LEFT JOIN "Update" u ON u.id = x."updateId"
    LEFT JOIN "Draft" d ON d."postId" = x."postId" AND d."updateId" IS NOT DISTINCT FROM x."updateId" AND d.locale = x.locale
    LEFT JOIN LATERAL (
      SELECT s.id AS submission, s.state::text AS state, ${approvalHolds} AS holds, ${isNewest} AS "isNewest", ${isLive} AS "isOut"
      FROM "Submission" s JOIN "Revision" y ON y.id = s."revisionId"
      WHERE y."postId" = x."postId" AND y."updateId" IS NOT DISTINCT FROM x."updateId" AND y.locale = x.locale AND s.state <> 'replaced'
      ORDER BY s.id DESC LIMIT 1
    ) sent ON TRUE
    WHERE o.kind = ${Prisma.sql`${kind}::"PostKind"`}
    ORDER BY o.id DESC, u.at NULLS FIRST, u.id NULLS FIRST, x.locale`;
  const texts = Map.groupBy(rows, ({ postId, update }) => `${postId}/${update ?? ''}`);
  return [...texts.values()].flatMap((group) => {
    const [first] = group as [Row];
    const languages = group.flatMap((row) => toLanguage(row) ?? []);
    const { postId, incidentId, slug, update, status } = first;
    return languages.length === 0 ? [] : [{ postId, incidentId, kind: update === null ? first.kind : ('update' as const), slug, update, status, languages }];
  });
}

/** Null for what was put away, or stands in the history alone. */
function toLanguage(row: Row): TextLanguage | null {
  const { locale, draft, submission, isLive: live } = row;
  const state = stateOf(row);
  return draft === null && submission === null && !live ? null : { locale, draft, state, submission, isLive: live };
}

function stateOf({ state, holds, isNewest: newest, isOut, isLive: live, draft }: Row): TextState {
  if (isOut) return 'live';
  if (holds) return 'approved';
  if (newest && (state === 'waiting' || state === 'sent_back')) return state;
  if (state === 'approved' && !live) return 'ended';
  if (live) return 'live';
  return draft === null ? 'none' : 'writing';
}
