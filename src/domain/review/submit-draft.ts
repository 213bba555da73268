import { z } from 'zod';
import { TOOLCHAIN } from '#compiler/render/toolchain.ts';
import type { Picture } from '#compiler/render/read-pictures.ts';
import type { Context } from '#domain/core/context.ts';
import { Conflict, Invalid, NotFound } from '#domain/core/errors.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import type { DraftRow } from '#domain/drafts/draft-content.ts';
import { type JudgedDraft, judgeDraft } from '#domain/drafts/judge-draft.ts';
import { newestSource } from '#domain/posts/newest-source.ts';
import { lockRevisions } from '#domain/posts/revision-lock.ts';
import { savePictures } from '#domain/posts/save-pictures.ts';
import { saveRenderings } from '#domain/posts/save-renderings.ts';
import { saveTexts } from '#domain/posts/save-texts.ts';
import { sourceHash } from '#domain/posts/source-hash.ts';
import type { StoredRendering } from '#domain/posts/stored-rendering.ts';
import { toRendering } from '#domain/posts/to-rendering.ts';
import type { Locale } from '#paths';
import { askApprovers } from './ask-approvers.ts';
import { replaceEarlier } from './replace-earlier.ts';
import { nameOfWarnings, type Warning, warningsOf } from './warnings.ts';

/** Milliseconds: its pictures travel in it. */
const TIMEOUT_MS = 30_000;

interface Judged {
  draft: DraftRow;
  facts: JudgedDraft['facts'];
  rendering: StoredRendering;
  pictures: readonly Picture[];
  warnings: Warning[];
}

/**
 * Hands a draft, as it was saved at `version`, to a second person: its text becomes a revision, with the facts and the look that it would be
 * published with. What was submitted of the same text before gives way. Throws Invalid, naming the first error of the text, or `warnings_open`
 * where warnings were not accepted; Conflict `draft_moved`, `warnings_changed` or `moved_on` (the facts) for what its author has not seen, and
 * `already_submitted` for what waits as it is.
 */
export const submitDraft = verb({
  name: 'review/submit-draft',
  input: z.strictObject({
    draft: z.int().positive(),
    version: z.int().positive(),
    /** The name of the warnings that its author lets stand; empty for none. */
    warnings: z.string().max(64),
  }),
  timeoutMs: TIMEOUT_MS,
  prepare: judge,
  async run(tx, ctx, { draft: id, version }, { draft, facts, rendering, pictures, warnings }): Promise<{ submission: number }> {
    const { accountId } = requireAccount(ctx);
    await lockRevisions(tx);
    const [written] = await tx.$queryRaw<{ authorIds: bigint[]; follows: number | null }[]>`
      SELECT "authorIds", "translationOfId" AS follows FROM "Draft" WHERE id = ${id} AND version = ${version} FOR UPDATE`;
    if (!written) throw new Conflict('draft_moved');
    const newest = await tx.factsRevision.findFirst({
      where: { incidentId: draft.post.incidentId ?? -1 },
      orderBy: { id: 'desc' },
      select: { id: true },
    });
    if ((newest?.id ?? null) !== (facts?.id ?? null)) throw new Conflict('moved_on', 'The facts changed in the meantime.');
    const { kind, slug, incidentId } = draft.post;
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
    const named = { revisionId: saved?.revision as number, factsRevisionId: facts?.id ?? null, renderingId: renderingId as number };
    if ((await tx.submission.count({ where: { ...named, state: 'waiting' } })) > 0) throw new Conflict('already_submitted');
    await replaceEarlier(tx, named.revisionId);
    const { id: submission } = await tx.submission.create({
      data: { ...named, authorId: accountId, at: ctx.now, state: 'waiting', warnings: warnings.map((warning) => ({ ...warning })) },
    });
    // Whoever wrote it stands in the revision from here on.
    await tx.draft.update({ where: { id }, data: { authorIds: [], translationOfId: revision ?? null } });
    await askApprovers(tx, submission);
    return { submission };
  },
  audit: ({ submission }, { draft }) => ({ subject: `submission:${submission}`, detail: { draft } }),
});

async function judge(ctx: Context, { draft: id, version, warnings: accepted }: { draft: number; version: number; warnings: string }): Promise<Judged> {
  const draft = await ctx.db.draft.findUnique({ where: { id }, include: { post: true, update: true } });
  if (!draft) throw new NotFound();
  if (draft.version !== version) throw new Conflict('draft_moved');
  const { verdict, facts } = await judgeDraft(ctx, draft);
  const error = verdict.findings.find(({ severity }) => severity === 'error');
  const rendering = toRendering(verdict.result);
  if (error || !rendering) throw new Invalid({ source: error ? `${error.line}:${error.column} ${error.rule}: ${error.message}` : 'other' });
  const warnings = warningsOf(verdict);
  if (accepted === '' && warnings.length > 0) throw new Invalid({ warnings: 'warnings_open' });
  if (accepted !== nameOfWarnings(warnings)) throw new Conflict('warnings_changed');
  return { draft, facts, rendering, pictures: verdict.result?.pictures ?? [], warnings };
}
