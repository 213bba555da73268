import { z } from 'zod';
import { NotFound } from '#domain/core/errors.ts';
import { publishedSite } from '#domain/core/published-site.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { query } from '#domain/core/verb.ts';
import { storedTextPath } from '#domain/posts/text-path.ts';
import { approvalHolds, hasPart, isLive, isNewest } from '#domain/publishing/approved/sql.ts';
import { Prisma, type SubmissionState } from '#generated/prisma/client.ts';
import { factsSchema } from '#model/facts.ts';
import type { Locale } from '#paths';
import { type ActedOnChange, changesActedOn } from './acted-on/changes-acted-on.ts';
import { type FactsChange, factsDiff } from './diff/facts-diff.ts';
import { type DiffLine, textDiff } from './diff/text-diff.ts';
import { liveBefore } from './live-before.ts';
import { type Accepted, acceptedSchema, type Standing, standingSchema } from '#domain/publishing/approved/standing.ts';

/** Times are ISO 8601; people are named by their addresses. */
export interface SubmissionView {
  id: number;
  path: string;
  locale: Locale;
  /** The number of the text's revision, counted from 1. */
  revision: number;
  state: SubmissionState;
  author: string;
  at: string;
  /** With what its approver let stand, in the order of `standing`. */
  approval: { by: string; at: string; accepted: Accepted[] } | null;
  /** The approval holds; a page says so, and nothing goes out without. */
  holds: boolean;
  isNewest: boolean;
  /** The newest that was submitted of this text since, and the two revisions of its post to compare, where the words are others; null where this is it. */
  newer: { submission: number; compared: { post: number; was: number; is: number } | null } | null;
  isLive: boolean;
  /** Whoever asks has a part in it, and is nobody to decide. */
  isOwn: boolean;
  sourceHash: string;
  factsHash: string;
  /** When what is compared with went out; null where nothing of this text is live. */
  liveSince: string | null;
  changes: ActedOnChange[];
  lines: DiffLine[];
  facts: FactsChange[];
  standing: Standing[];
  /** `isOutside`: by somebody without an account, whom `by` names in the words of who asked them. */
  comments: { id: number; line: number | null; text: string; by: string; isOutside: boolean; at: string }[];
}

/** What was submitted, against what is live. Throws NotFound when there is no such submission. */
export const readSubmission = query({
  name: 'review/read-submission',
  input: z.strictObject({ id: z.int().positive() }),
  async run(ctx, { id }): Promise<SubmissionView> {
    const { db, now } = ctx;
    const { accountId } = requireAccount(ctx);
    const found = await db.submission.findUnique({
      where: { id },
      include: {
        revision: { include: { post: true, update: true } },
        facts: true,
        approval: true,
        comments: { orderBy: { id: 'asc' }, include: { reviewLink: { select: { forWhom: true } } } },
      },
    });
    if (!found) throw new NotFound();
    const { revision, facts, approval, comments } = found;
    const locale = revision.locale as Locale;
    const [said] = await db.$queryRaw<[{ holds: boolean; isNewest: boolean; isLive: boolean; isOwn: boolean }]>`
      SELECT ${approvalHolds} AS holds, ${isNewest} AS "isNewest", ${isLive} AS "isLive", ${hasPart(Prisma.sql`${accountId}::bigint`)} AS "isOwn"
      FROM "Submission" s WHERE s.id = ${id}`;
    const live = await liveBefore(db, { ...revision, factsRevisionId: found.factsRevisionId });
    const nameOf = await names(db, [found.authorId, ...comments.map(({ authorId }) => authorId), approval?.approverId ?? null]);
    const factsChanges = factsDiff((live?.facts?.json ?? null) as object | null, (facts?.json ?? null) as object | null);
    const place = { postId: revision.postId, updateId: revision.updateId, locale };
    const newest = await db.submission.findFirst({
      where: { id: { gt: id }, revision: place },
      orderBy: { id: 'desc' },
      select: { id: true, revisionId: true },
    });
    return {
      id,
      path: storedTextPath({ ...revision.post, updateSlug: revision.update?.slug ?? null, locale }),
      locale,
      revision: await db.revision.count({ where: { ...place, id: { lte: revision.id } } }),
      state: found.state,
      author: found.pushedAs ?? nameOf(found.authorId),
      at: found.at.toISOString(),
      approval: approval && {
        by: nameOf(approval.approverId),
        at: approval.at.toISOString(),
        accepted: z.array(acceptedSchema).parse(approval.accepted),
      },
      ...said,
      newer: newest && {
        submission: newest.id,
        compared: newest.revisionId === revision.id ? null : { post: revision.postId, was: revision.id, is: newest.revisionId },
      },
      sourceHash: revision.sourceHash,
      factsHash: facts?.hash ?? '',
      liveSince: live?.publishedAt.toISOString() ?? null,
      changes: changesActedOn({
        before: live?.revision.source ?? '',
        after: revision.source,
        locale,
        facts: facts && factsSchema.parse(facts.json),
        factsChanges,
        site: await publishedSite(db),
        now,
      }),
      lines: textDiff(live?.revision.source ?? '', revision.source, locale),
      facts: factsChanges,
      standing: z.array(standingSchema).parse(found.standing),
      comments: comments.map(({ id: comment, line, text, authorId, reviewLink, at }) => {
        return { id: comment, line, text, by: reviewLink?.forWhom ?? nameOf(authorId), isOutside: reviewLink !== null, at: at.toISOString() };
      }),
    };
  },
});

async function names(db: Prisma.TransactionClient, ids: readonly (bigint | null)[]): Promise<(id: bigint | null) => string> {
  const rows = await db.account.findMany({ where: { id: { in: [...new Set(ids.filter((id) => id !== null))] } }, select: { id: true, email: true } });
  const known = new Map(rows.map(({ id, email }) => [id, email]));
  return (id) => (id === null ? '' : (known.get(id) ?? `${id}`));
}
