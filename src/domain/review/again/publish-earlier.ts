import { z } from 'zod';
import { TOOLCHAIN } from '#compiler/render/toolchain.ts';
import type { Context } from '#domain/core/context.ts';
import { Conflict, Invalid, NotFound } from '#domain/core/errors.ts';
import { enqueue } from '#domain/core/jobs.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { judgeDraft, type JudgedDraft } from '#domain/drafts/judge-draft.ts';
import { lockRevisions } from '#domain/posts/revision-lock.ts';
import { saveRenderings } from '#domain/posts/save-renderings.ts';
import { sourceHash } from '#domain/posts/source-hash.ts';
import type { StoredRendering } from '#domain/posts/stored-rendering.ts';
import { toRendering } from '#domain/posts/to-rendering.ts';
import { namedSubmissions } from '#domain/publishing/approved/named-submissions.ts';
import { replaceEarlier } from '#domain/publishing/approved/replace-earlier.ts';
import { MIN_REASON } from '#domain/publishing/corrections/reasons.ts';
import { liveNow } from '#domain/publishing/live/live-now.ts';
import { lockEditions, makeEdition, type PublishView } from '#domain/publishing/make-edition.ts';

/** Milliseconds: the documents of one post are made in it. */
const TIMEOUT_MS = 60_000;

/**
 * Publishes again what was approved and public before, with the facts as they are now: whoever does it gives the second person's word for exactly that, and
 * so has no part in it. It is a revision of its own, the newest of its text, and `reason` stands in the public log of corrections. Throws NotFound for
 * what was never approved and published, Conflict `published_meanwhile` when `live` is not what is live, `live_already`, `moved_on` when its
 * pictures or facts are others by now, `own_words`, and Invalid when it does not pass the checks of today.
 */
export const publishEarlier = verb({
  name: 'review/again/publish-earlier',
  input: z.strictObject({
    revision: z.int().positive(),
    /** The revision that was seen live. */
    live: z.int().positive(),
    reason: z.string().max(1000, 'reason_long').trim().min(MIN_REASON, 'reason_short'),
  }),
  timeoutMs: TIMEOUT_MS,
  prepare: judge,
  async run(tx, ctx, { revision: id, live: seen, reason }, { earlier, authorId, facts, rendering }): Promise<PublishView> {
    const { accountId } = requireAccount(ctx);
    await lockRevisions(tx);
    await lockEditions(tx);
    const { postId, updateId, locale, source, sourceHash: hash, proseHash, translationOfId, authorIds, post } = earlier;
    const live = await liveNow(tx, earlier);
    if (live?.revisionId === id) throw new Conflict('live_already', 'This is live already; nothing was changed.');
    if (live?.revisionId !== seen) throw new Conflict('published_meanwhile', 'Something newer was published in the meantime; nothing was.');
    const newest = await tx.factsRevision.findFirst({ where: { incidentId: post.incidentId ?? -1 }, orderBy: { id: 'desc' }, select: { id: true } });
    const same = (newest?.id ?? null) === (facts?.id ?? null) && sourceHash(source, rendering.pictures) === hash;
    if (!same) throw new Conflict('moved_on', 'Its pictures or its facts are others by now; nothing was published.');
    const words = { source, sourceHash: hash, proseHash, translationOfId, authorIds };
    const made = await tx.revision.create({ data: { postId, updateId, locale, ...words, createdAt: ctx.now } });
    const factsHash = facts?.hash ?? '';
    const [renderingId = 0] = await saveRenderings(tx, [{ sourceHash: hash, factsHash, toolchain: TOOLCHAIN, json: rendering }]);
    await replaceEarlier(tx, made.id);
    const named = { revisionId: made.id, factsRevisionId: facts?.id ?? null, renderingId };
    const { id: submission } = await tx.submission.create({ data: { ...named, authorId, at: ctx.now, state: 'approved' } });
    await tx.approval.create({ data: { submissionId: submission, approverId: accountId, at: ctx.now, sourceHash: hash, factsHash } });
    const [said] = await namedSubmissions(tx, [submission]);
    if (!said?.holds) throw new Conflict('own_words', 'Nobody decides about their own words.');
    const corrections = { reasons: { [locale]: reason }, required: true, always: true } as const;
    const view = await makeEdition(tx, ctx, { texts: [said.text], corrections });
    await enqueue(tx, 'check-publication', { edition: view.edition });
    return view;
  },
  audit: (view, { revision }) => ({ subject: `edition:${view.edition}`, detail: { again: revision } }),
});

async function judge(ctx: Context, { revision: id }: { revision: number }) {
  const earlier = await ctx.db.revision.findFirst({
    where: { id, publications: { some: { edition: { emergency: null } } }, submissions: { some: { approval: { isNot: null } } } },
    include: { post: true, update: true, submissions: { where: { approval: { isNot: null } }, take: 1 } },
  });
  const [approved] = earlier?.submissions ?? [];
  if (!earlier || !approved) throw new NotFound();
  const { verdict, facts }: JudgedDraft = await judgeDraft(ctx, earlier, 'revision');
  const error = verdict.findings.find(({ severity }) => severity === 'error');
  const rendering: StoredRendering | null = toRendering(verdict.result);
  if (error || !rendering) throw new Invalid({ revision: 'no_longer_passes' });
  return { earlier, authorId: approved.authorId, facts, rendering };
}
