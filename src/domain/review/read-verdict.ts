import { z } from 'zod';
import { TOOLCHAIN } from '#compiler/render/toolchain.ts';
import type { Finding } from '#compiler/text/finding.ts';
import type { Context } from '#domain/core/context.ts';
import { NotFound } from '#domain/core/errors.ts';
import { query } from '#domain/core/verb.ts';
import type { DraftRow } from '#domain/drafts/draft-content.ts';
import { judgeDraft } from '#domain/drafts/judge-draft.ts';
import { sourceHash } from '#domain/posts/source-hash.ts';
import type { StoredRendering } from '#domain/posts/stored-rendering.ts';
import { storedTextPath } from '#domain/posts/text-path.ts';
import { toRendering } from '#domain/posts/to-rendering.ts';
import { nameOfStanding, standingOf } from './standing-of.ts';
import type { Standing } from '#domain/publishing/approved/standing.ts';

/** What stands between a draft and its review. */
export interface Verdict {
  draft: number;
  version: number;
  /** Where the text stands in a content folder. */
  path: string;
  /** Whose facts it is shown with; null for a text that has none. */
  incident: number | null;
  /** Errors that nobody may let stand. */
  final: Pick<Finding, 'line' | 'column' | 'message'>[];
  /** What a second person may let stand. */
  standing: Standing[];
  /** By what the form names those that it shows. */
  findings: string;
  /** The submission by which it waits for an approver as it is. */
  waiting: number | null;
  /** Whether it is public as it is. */
  isLive: boolean;
}

/** What the checker says of a draft as it is saved. Throws NotFound when there is none. */
export const readVerdict = query({
  name: 'review/read-verdict',
  input: z.strictObject({ id: z.int().positive() }),
  async run(ctx, { id }): Promise<Verdict> {
    const draft = await ctx.db.draft.findUnique({ where: { id }, include: { post: true, update: true } });
    if (!draft) throw new NotFound();
    const { verdict, facts } = await judgeDraft(ctx, draft);
    const { final, standing } = standingOf(verdict);
    return {
      draft: id,
      version: draft.version,
      path: storedTextPath({ ...draft.post, updateSlug: draft.update?.slug ?? null, locale: draft.locale }),
      incident: draft.post.incidentId,
      final: final.map(({ line, column, message }) => ({ line, column, message })),
      standing,
      findings: nameOfStanding(standing),
      ...(await asItIs(ctx, draft, toRendering(verdict.result), facts?.hash ?? '')),
    };
  },
});

/** Where these very words stand already, with these facts and in this look. */
async function asItIs(
  { db }: Context,
  draft: DraftRow & { translationOfId: number | null },
  rendering: StoredRendering | null,
  factsHash: string,
): Promise<Pick<Verdict, 'waiting' | 'isLive'>> {
  if (!rendering) return { waiting: null, isLive: false };
  const { postId, updateId, locale, translationOfId } = draft;
  const hash = sourceHash(draft.source, rendering.pictures);
  const look = { factsHash, toolchain: TOOLCHAIN };
  const [waiting, live] = await Promise.all([
    db.submission.findFirst({
      where: { state: 'waiting', revision: { postId, updateId, locale, sourceHash: hash, translationOfId }, rendering: look },
    }),
    db.publication.findFirst({
      where: { postId, updateId, locale },
      orderBy: [{ editionNumber: 'desc' }, { id: 'desc' }],
      select: {
        revision: { select: { sourceHash: true, translationOfId: true } },
        rendering: { select: { factsHash: true, toolchain: true } },
      },
    }),
  ]);
  const isLive =
    live?.revision.sourceHash === hash &&
    live.revision.translationOfId === translationOfId &&
    live.rendering.factsHash === factsHash &&
    live.rendering.toolchain === TOOLCHAIN;
  return { waiting: waiting?.id ?? null, isLive };
}
