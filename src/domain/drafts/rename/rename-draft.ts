import { z } from 'zod';
import { namedBy } from '#compiler/text/named-by.ts';
import { typedSlug } from '#domain/beginnings/new-slug.ts';
import type { Transaction } from '#domain/core/context.ts';
import { Conflict, Invalid } from '#domain/core/errors.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { lockEditions } from '#domain/publishing/make-edition.ts';
import { takenSlugs } from '#domain/posts/taken-slugs.ts';
import { lockRevisions } from '#domain/posts/revision-lock.ts';
import { MAX_SLUG } from '#model/team/slug.ts';
import { whatGoes, type WhatGoes } from '../what-goes.ts';

/**
 * Gives a text that was never published another word in its address, in all of its languages; an advisory's incident goes with it. The word that it had
 * leads to the new one once it is public, and nothing else takes it. What was submitted under the former word waits for nobody any more. Throws NotFound
 * when there is no such draft, Invalid for a word that is none or taken, Conflict `live_already` for what is public, `is_planned` for what is to go
 * out at a time, and `renamed_meanwhile` when it has another word than somebody saw.
 */
export const renameDraft = verb({
  name: 'drafts/rename/rename-draft',
  input: z.strictObject({
    id: z.int().positive(),
    slug: typedSlug.refine((typed) => typed !== '', 'slug_form'),
    /** As it was when somebody decided. */
    from: z.string().max(MAX_SLUG, 'not_a_form'),
  }),
  async run(tx, ctx, { id, slug, from }): Promise<{ from: string }> {
    const { accountId } = requireAccount(ctx);
    await lockRevisions(tx);
    // What is going out at this moment keeps its address.
    await lockEditions(tx);
    const text = await whatGoes(tx, id);
    if (text.isLive) throw new Conflict('live_already');
    if (text.slug === slug) return { from: slug };
    if (text.slug !== from) throw new Conflict('renamed_meanwhile');
    const { postId, updateId, incidentId } = text;
    const revision = updateId === null ? { postId } : { postId, updateId };
    const planned = { submission: { revision }, schedule: { state: 'due' as const } };
    if ((await tx.scheduledText.count({ where: planned })) > 0) throw new Conflict('is_planned');
    const taken = await takenSlugs(tx, { kind: text.kind, postId });
    // A word that it had before may come back to it.
    if (taken.has(slug) && taken.get(slug) !== (updateId ?? postId)) throw new Invalid({ slug: 'slug_taken' });
    if (updateId !== null) await tx.update.update({ where: { id: updateId }, data: { slug } });
    else await tx.post.update({ where: { id: postId }, data: { slug } });
    if (incidentId !== null) await tx.incident.update({ where: { id: incidentId }, data: { slug } });
    await keepFormer(tx, text, slug);
    await tx.submission.updateMany({
      where: { revision: { postId, updateId }, state: { in: ['waiting', 'sent_back', 'approved'] } },
      data: { state: 'replaced' },
    });
    for (const { draft } of text.languages) await writeSlug(tx, draft, slug, accountId);
    return { from };
  },
  audit: ({ from }, { id, slug }) => ({ subject: `draft:${id}`, detail: { from, to: slug } }),
});

/** A text that gets back a word which it had before has no need of a way there. */
async function keepFormer(tx: Transaction, { kind, postId, updateId, slug: from }: WhatGoes, slug: string): Promise<void> {
  await tx.formerSlug.deleteMany({ where: { postId, updateId, slug } });
  await tx.formerSlug.create({ data: { kind: kind === 'note' ? 'note' : 'advisory', postId, updateId, slug: from } });
}

/** The word stands at the head of each language, too: whoever wrote it there is one of its authors. */
async function writeSlug(tx: Transaction, id: number, slug: string, accountId: bigint): Promise<void> {
  const { source, authorIds } = await tx.draft.findUniqueOrThrow({ where: { id }, select: { source: true, authorIds: true } });
  const authors = authorIds.includes(accountId) ? authorIds : [...authorIds, accountId];
  await tx.draft.update({ where: { id }, data: { source: namedBy(source, slug), version: { increment: 1 }, authorIds: authors } });
}
