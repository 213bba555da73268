import { z } from 'zod';
import type { Finding } from '#compiler/text/finding.ts';
import { NotFound } from '#domain/core/errors.ts';
import { query } from '#domain/core/verb.ts';
import { judgeDraft } from '#domain/drafts/judge-draft.ts';
import { storedTextPath } from '#domain/posts/text-path.ts';
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
}

/** What the checker says of a draft as it is saved. Throws NotFound when there is none. */
export const readVerdict = query({
  name: 'review/read-verdict',
  input: z.strictObject({ id: z.int().positive() }),
  async run(ctx, { id }): Promise<Verdict> {
    const draft = await ctx.db.draft.findUnique({ where: { id }, include: { post: true, update: true } });
    if (!draft) throw new NotFound();
    const { verdict } = await judgeDraft(ctx, draft);
    const { final, standing } = standingOf(verdict);
    return {
      draft: id,
      version: draft.version,
      path: storedTextPath({ ...draft.post, updateSlug: draft.update?.slug ?? null, locale: draft.locale }),
      incident: draft.post.incidentId,
      final: final.map(({ line, column, message }) => ({ line, column, message })),
      standing,
      findings: nameOfStanding(standing),
    };
  },
});
