import { z } from 'zod';
import { Conflict, NotFound } from '#domain/core/errors.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { newestSource } from '#domain/posts/newest-source.ts';

/**
 * Says of a draft that its words follow the source as it is now, changed or not; kept with the draft, and part of the revision that it becomes. Throws
 * Conflict `source_moved` when a newer source is there than the one that was seen, or somebody has said so since, and NotFound when there is no such
 * draft, or nothing that it translates.
 */
export const followSource = verb({
  name: 'translations/follow-source',
  input: z.strictObject({
    draft: z.int().positive(),
    /** The revision that the draft named when the page was made; null for none. */
    named: z.int().positive().nullable(),
    /** The newest of the source that was seen. */
    revision: z.int().positive(),
  }),
  async run(tx, ctx, { draft: id, named, revision }): Promise<{ draft: number }> {
    const { accountId } = requireAccount(ctx);
    const draft = await tx.draft.findUnique({ where: { id }, select: { postId: true, updateId: true, locale: true, authorIds: true, translationOfId: true } });
    const source = draft && (await newestSource(tx, draft));
    if (!source) throw new NotFound();
    if (source.id !== revision) throw new Conflict('source_moved');
    if (draft.translationOfId === revision) return { draft: id };
    // What a translation follows is a part of it: who says so is nobody to approve it.
    const authors = draft.authorIds.includes(accountId) ? {} : { authorIds: { push: accountId } };
    const { count } = await tx.draft.updateMany({ where: { id, translationOfId: named }, data: { translationOfId: revision, ...authors } });
    if (count === 0) throw new Conflict('source_moved');
    return { draft: id };
  },
  audit: ({ draft }, { revision }) => ({ subject: `draft:${draft}`, detail: { follows: revision } }),
});
