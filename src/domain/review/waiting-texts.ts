import type { Context } from '#domain/core/context.ts';
import { publishedSite } from '#domain/core/published-site.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { storedTextPath } from '#domain/posts/text-path.ts';
import { approvalHolds, hasPart, isLive, isNewest } from '#domain/publishing/approved/sql.ts';
import { Prisma } from '#generated/prisma/client.ts';
import { factsSchema } from '#model/facts.ts';
import type { Locale } from '#paths';
import { type ActedOnChange, changesActedOn } from './acted-on/changes-acted-on.ts';
import { factsDiff } from './diff/facts-diff.ts';
import { liveBefore } from './live-before.ts';

/** For whom a text waits: to be approved, to be written again, or to be published. */
type WaitsFor = 'you' | 'approver' | 'author' | 'publication';

export interface WaitingText {
  submission: number;
  path: string;
  waitsFor: WaitsFor;
  /** Since when it stands as it does; ISO 8601. */
  since: string;
  /** How many of each kind change that readers act on. */
  counts: Partial<Record<ActedOnChange['kind'], number>>;
}

interface Row {
  id: number;
  state: 'waiting' | 'approved' | 'sent_back';
  isOwn: boolean;
  since: Date;
}

/** More than a team has under way. */
const MAX_TEXTS = 50;

/** What was submitted and is not done with: what waits for whoever asks first, then what waits longest. */
export async function waitingTexts(ctx: Context): Promise<WaitingText[]> {
  const { db } = ctx;
  const { accountId, roles } = requireAccount(ctx);
  const rows = await db.$queryRaw<Row[]>`
    SELECT s.id, s.state::text AS state, ${hasPart(Prisma.sql`${accountId}::bigint`)} AS "isOwn", coalesce(b.at, c.at, s.at) AS since
    FROM "Submission" s LEFT JOIN "Approval" b ON b."submissionId" = s.id
    LEFT JOIN LATERAL (SELECT max(c.at) AS at FROM "Comment" c WHERE c."submissionId" = s.id AND s.state = 'sent_back') c ON TRUE
    WHERE s.state <> 'replaced' AND ${isNewest} AND (s.state <> 'approved' OR (${approvalHolds} AND NOT ${isLive}))
    ORDER BY since, s.id LIMIT ${MAX_TEXTS}`;
  const site = await publishedSite(db);
  const mayDecide = roles.includes('approver') || roles.includes('admin');
  const texts = await Promise.all(rows.map((row) => toText(ctx, site, row, mayDecide && !row.isOwn)));
  return [...texts.filter(({ waitsFor }) => waitsFor === 'you'), ...texts.filter(({ waitsFor }) => waitsFor !== 'you')];
}

async function toText({ db, now }: Context, site: Awaited<ReturnType<typeof publishedSite>>, row: Row, mayDecide: boolean): Promise<WaitingText> {
  const { revision, facts, factsRevisionId } = await db.submission.findUniqueOrThrow({
    where: { id: row.id },
    include: { revision: { include: { post: true, update: true } }, facts: true },
  });
  const live = await liveBefore(db, { ...revision, factsRevisionId });
  const locale = revision.locale as Locale;
  const changes = changesActedOn({
    before: live?.revision.source ?? '',
    after: revision.source,
    locale,
    facts: facts && factsSchema.parse(facts.json),
    factsChanges: factsDiff((live?.facts?.json ?? null) as object | null, (facts?.json ?? null) as object | null),
    site,
    now,
  });
  const counts: WaitingText['counts'] = {};
  for (const { kind } of changes) counts[kind] = (counts[kind] ?? 0) + 1;
  return {
    submission: row.id,
    path: storedTextPath({ ...revision.post, updateSlug: revision.update?.slug ?? null, locale }),
    waitsFor: row.state === 'approved' ? 'publication' : row.state === 'sent_back' ? 'author' : mayDecide ? 'you' : 'approver',
    since: row.since.toISOString(),
    counts,
  };
}
