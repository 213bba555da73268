import { z } from 'zod';
import { TOOLCHAIN } from '#compiler/render/toolchain.ts';
import type { Picture } from '#compiler/render/read-pictures.ts';
import type { Context } from '#domain/core/context.ts';
import { Conflict, Invalid, NotFound } from '#domain/core/errors.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import type { DraftRow } from '#domain/drafts/draft-content.ts';
import { type JudgedDraft, judgeDraft } from '#domain/drafts/judge-draft.ts';
import { standAsRevision } from '#domain/facts-drafts/stand-as-revision.ts';
import { newestSource } from '#domain/posts/newest-source.ts';
import { lockRevisions } from '#domain/posts/revision-lock.ts';
import { savePictures } from '#domain/posts/save-pictures.ts';
import { saveRenderings } from '#domain/posts/save-renderings.ts';
import { saveTexts } from '#domain/posts/save-texts.ts';
import { sourceHash } from '#domain/posts/source-hash.ts';
import type { StoredRendering } from '#domain/posts/stored-rendering.ts';
import { toRendering } from '#domain/posts/to-rendering.ts';
import { MAX_STANDING } from '#model/team/review.ts';
import type { Locale } from '#paths';
import { askApprovers } from './ask-approvers.ts';
import { liveNow } from '#domain/publishing/live/live-now.ts';
import { replaceEarlier } from '#domain/publishing/approved/replace-earlier.ts';
import { nameOfStanding, standingOf } from './standing-of.ts';
import type { Standing } from '#domain/publishing/approved/standing.ts';

/** Milliseconds: its pictures travel in it. */
const TIMEOUT_MS = 30_000;

interface Judged {
  draft: DraftRow;
  facts: JudgedDraft['facts'];
  rendering: StoredRendering;
  pictures: readonly Picture[];
  standing: Standing[];
}

/**
 * Hands a draft, as it was saved at `version`, to a second person: its text becomes a revision, with the facts and the look that it would be
 * published with; facts that are being written become one too. What may stand goes with it, for that person to let it. What was submitted of the
 * same text before gives way. Throws Invalid, naming the first error that nobody may let stand, or `findings_many`; Conflict `draft_moved`,
 * `findings_changed` or `moved_on` (the facts) for what its author has not seen, `already_submitted` for what waits as it is and `live_already` for what is public as it is.
 */
export const submitDraft = verb({
  name: 'review/submit-draft',
  input: z.strictObject({
    draft: z.int().positive(),
    version: z.int().positive(),
    /** The name of the findings that its author saw; empty for none. */
    findings: z.string().max(64),
    /** Why each of them should stand, in their order; empty, or left out, where nothing is said. */
    requests: z.array(z.string().max(1000, 'request_long').trim()).max(MAX_STANDING, 'not_a_form').default([]),
  }),
  timeoutMs: TIMEOUT_MS,
  prepare: judge,
  async run(tx, ctx, { draft: id, version }, { draft, facts, rendering, pictures, standing }): Promise<{ submission: number }> {
    const { accountId } = requireAccount(ctx);
    await lockRevisions(tx);
    const [written] = await tx.$queryRaw<{ authorIds: bigint[]; follows: number | null }[]>`
      SELECT "authorIds", "translationOfId" AS follows FROM "Draft" WHERE id = ${id} AND version = ${version} FOR UPDATE`;
    if (!written) throw new Conflict('draft_moved');
    const { kind, slug, incidentId } = draft.post;
    const factsRevisionId = await standAsRevision(tx, ctx, incidentId, facts);
    const hash = sourceHash(draft.source, rendering.pictures);
    const update = draft.update && { slug: draft.update.slug, status: rendering.status ?? 'investigating', at: new Date(rendering.date) };
    await savePictures(tx, pictures, () => undefined);
    // A translation that names nothing was written beside what is the newest now.
    const revision = written.follows ?? (await newestSource(tx, draft))?.id;
    const follows = revision === undefined ? {} : { follows: { revision, renewed: true } };
    const text = {
      kind,
      slug,
      incidentId,
      update,
      locale: draft.locale as Locale,
      source: draft.source,
      sourceHash: hash,
      authorIds: written.authorIds,
      ...follows,
    };
    const [saved] = await saveTexts(tx, [text], ctx.now);
    const [renderingId] = await saveRenderings(tx, [{ sourceHash: hash, factsHash: facts?.hash ?? '', toolchain: TOOLCHAIN, json: rendering }]);
    const named = { revisionId: saved?.revision as number, factsRevisionId, renderingId: renderingId as number };
    if ((await tx.submission.count({ where: { ...named, state: 'waiting' } })) > 0) throw new Conflict('already_submitted');
    const live = await liveNow(tx, draft);
    if (live?.revisionId === named.revisionId && live.factsRevisionId === factsRevisionId && live.renderingId === named.renderingId)
      throw new Conflict('live_already');
    await replaceEarlier(tx, named.revisionId);
    const { id: submission } = await tx.submission.create({
      data: { ...named, authorId: accountId, at: ctx.now, state: 'waiting', standing: standing.map((finding) => ({ ...finding })) },
    });
    // Whoever wrote it stands in the revision from here on.
    await tx.draft.update({ where: { id }, data: { authorIds: [], translationOfId: revision ?? null } });
    await askApprovers(tx, submission);
    return { submission };
  },
  audit: ({ submission }, { draft }) => ({ subject: `submission:${submission}`, detail: { draft } }),
});

interface Seen {
  draft: number;
  version: number;
  findings: string;
  requests: string[];
}

async function judge(ctx: Context, { draft: id, version, findings: seen, requests }: Seen): Promise<Judged> {
  const draft = await ctx.db.draft.findUnique({ where: { id }, include: { post: true, update: true } });
  if (!draft) throw new NotFound();
  if (draft.version !== version) throw new Conflict('draft_moved');
  const { verdict, facts } = await judgeDraft(ctx, draft);
  const { final, standing } = standingOf(verdict);
  const [error] = final;
  const rendering = toRendering(verdict.result);
  if (error || !rendering) throw new Invalid({ source: error ? `${error.line}:${error.column} ${error.rule}: ${error.message}` : 'other' });
  if (seen !== nameOfStanding(standing)) throw new Conflict('findings_changed');
  if (standing.length > MAX_STANDING) throw new Invalid({ findings: 'findings_many' });
  const asked = standing.map((finding, index) => ({ ...finding, request: requests[index] || null }));
  return { draft, facts, rendering, pictures: verdict.result?.pictures ?? [], standing: asked };
}
