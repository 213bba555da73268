import { z } from 'zod';
import { countAttempt } from '#domain/core/limits.ts';
import { publishedSite } from '#domain/core/published-site.ts';
import type { Context, Transaction } from '#domain/core/context.ts';
import { verb } from '#domain/core/verb.ts';
import { type ActedOnChange, changesActedOn } from '#domain/review/acted-on/changes-acted-on.ts';
import { factsDiff } from '#domain/review/diff/facts-diff.ts';
import { liveBefore } from '#domain/review/live-before.ts';
import { factsSchema } from '#model/facts.ts';
import type { Locale } from '#paths';
import { type HeldLink, heldLink, type LinkOver } from './held-link.ts';
import { nameOfSeen } from './name-of-seen.ts';

/** What somebody outside reads. Times are ISO 8601. */
export interface OutsideView {
  forWhom: string;
  expiresAt: string;
  /** The language of the text. */
  locale: Locale;
  title: string;
  /** Its lines, as its authors wrote them. */
  lines: string[];
  changes: ActedOnChange[];
  /** What they have said of it themselves: the team's own talk is the team's. */
  comments: { id: number; line: number | null; text: string; at: string }[];
  /** Names the words and facts that they see. */
  seen: string;
}

/** `none`: there is no link of this code. */
export type Outside = { over: LinkOver | 'none'; view: null } | { over: null; view: OutsideView };

/** What a code shows, counted each time. Nothing of a text that is not the one that the link was made for, or once somebody has decided. Throws TooMany. */
export const readOutside = verb({
  name: 'review-links/read-outside',
  input: z.strictObject({ code: z.string().max(200) }),
  async prepare(ctx, { code }) {
    const link = await heldLink(ctx.db, code, ctx.now);
    if (link) await countAttempt(ctx.db, 'review_read', String(link.id));
  },
  async run(tx, ctx, { code }): Promise<Outside & { link: number | null }> {
    const link = await heldLink(tx, code, ctx.now);
    if (!link || link.over) return { over: link?.over ?? 'none', view: null, link: link?.id ?? null };
    await tx.reviewLink.update({ where: { id: link.id }, data: { opened: { increment: 1 }, openedAt: ctx.now } });
    return { over: null, view: await viewOf(tx, ctx, link), link: link.id };
  },
  audit: ({ link, over }) => (link === null ? null : { subject: `review-link:${link}`, detail: { shown: over ?? 'text' } }),
});

async function viewOf(tx: Transaction, { db, now }: Context, { id, submission, forWhom, expiresAt }: HeldLink): Promise<OutsideView> {
  const found = await tx.submission.findUniqueOrThrow({
    where: { id: submission },
    include: { revision: true, facts: true, rendering: true, comments: { where: { reviewLinkId: id }, orderBy: { id: 'asc' } } },
  });
  const { revision, facts, rendering, comments } = found;
  const live = await liveBefore(db, { ...revision, factsRevisionId: found.factsRevisionId });
  const locale = revision.locale as Locale;
  return {
    forWhom,
    expiresAt,
    locale,
    title: (rendering.json as { title?: string }).title ?? '',
    lines: revision.source.split(/\r\n|\r|\n/),
    changes: changesActedOn({
      before: live?.revision.source ?? '',
      after: revision.source,
      locale,
      facts: facts && factsSchema.parse(facts.json),
      factsChanges: factsDiff((live?.facts?.json ?? null) as object | null, (facts?.json ?? null) as object | null),
      site: await publishedSite(db),
      now,
    }),
    comments: comments.map(({ id: comment, line, text, at }) => ({ id: comment, line, text, at: at.toISOString() })),
    seen: nameOfSeen(revision.sourceHash, facts?.hash ?? ''),
  };
}
