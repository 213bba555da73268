import { z } from 'zod';
import { MAX_BYTES } from '#compiler/text/limits.ts';
import { Conflict, NotFound } from '#domain/core/errors.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';

export interface SavedDraft {
  version: number;
  /** The database's time; ISO 8601. */
  savedAt: string;
}

/**
 * Keeps the words of a draft as they are, right or wrong. Throws Conflict `draft_moved` when somebody else saved since `version`, so that
 * nobody's words are written over unseen, and NotFound when there is no such draft.
 */
export const saveDraft = verb({
  name: 'drafts/save-draft',
  input: z.strictObject({
    id: z.int().positive(),
    /** The save that this one was made from. */
    version: z.int().positive(),
    // In UTF-16 units, none of which is less than a byte.
    source: z.string().max(MAX_BYTES, 'text_too_big'),
  }),
  async run(tx, ctx, { id, version, source }): Promise<SavedDraft & { isFirst: boolean }> {
    const { accountId } = requireAccount(ctx);
    const before = await tx.draft.findUnique({ where: { id }, select: { authorIds: true, version: true } });
    if (!before) throw new NotFound();
    const isFirst = !before.authorIds.includes(accountId);
    const authors = isFirst ? { authorIds: { push: accountId } } : {};
    const data = { source, version: { increment: 1 }, savedAt: ctx.now, ...authors };
    const { count } = await tx.draft.updateMany({ where: { id, version }, data });
    if (count === 0) throw new Conflict('draft_moved');
    return { version: version + 1, savedAt: ctx.now.toISOString(), isFirst };
  },
  // A person's first save says that they wrote in it; what follows every few seconds says no more.
  audit: ({ isFirst }, { id }) => (isFirst ? { subject: `draft:${id}` } : null),
});
