import { z } from 'zod';
import { NotFound } from '#domain/core/errors.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { LOCALES } from '#paths';

/** One text in one language: a post itself, or one of its updates. */
const textPlace = z.strictObject({
  kind: z.enum(['advisory', 'note']),
  slug: z.string().max(100),
  /** Empty for the post itself. */
  update: z.string().max(100),
  locale: z.enum(LOCALES),
});

/**
 * Opens a text for writing, from its newest revision. Who comes second finds the draft that is there. Answers its id; throws
 * NotFound where there is no such text.
 */
export const startDraft = verb({
  name: 'drafts/start-draft',
  input: textPlace,
  async run(tx, ctx, { kind, slug, update, locale }): Promise<{ id: number; isNew: boolean }> {
    requireAccount(ctx);
    const newest = await tx.revision.findFirst({
      where: { locale, post: { kind, slug }, ...(update === '' ? { updateId: null } : { update: { slug: update } }) },
      orderBy: { id: 'desc' },
      select: { postId: true, updateId: true, source: true },
    });
    if (!newest) throw new NotFound('There is no such text.');
    const { postId, updateId, source } = newest;
    const made = await tx.draft.createManyAndReturn({
      data: [{ postId, updateId, locale, source, savedAt: ctx.now }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (made[0]) return { id: made[0].id, isNew: true };
    const { id } = await tx.draft.findFirstOrThrow({ where: { postId, updateId, locale }, select: { id: true } });
    return { id, isNew: false };
  },
  audit: ({ id, isNew }) => (isNew ? { subject: `draft:${id}` } : null),
});
