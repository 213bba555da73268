import { z } from 'zod';
import type { Transaction } from '#domain/core/context.ts';
import { Conflict } from '#domain/core/errors.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { lockRevisions } from '#domain/posts/revision-lock.ts';
import { whatGoes, type WhatGoes } from './what-goes.ts';

/**
 * Throws a text away that was never published: in one language, or in all. With its last word goes its place, and with an advisory the incident and
 * its facts; what was submitted stays in the history and waits for nobody. Throws NotFound when there is no such draft, Conflict `live_already` for
 * what is public in any language, `draft_moved` for what somebody wrote in meanwhile, and `in_use` for an incident that accounts or orders hang on.
 */
export const discardDraft = verb({
  name: 'drafts/discard-draft',
  input: z.strictObject({
    id: z.int().positive(),
    /** The newest save of all that goes that somebody saw: the sum of their versions. */
    version: z.int().positive(),
    scope: z.enum(['language', 'text'], 'not_a_form'),
  }),
  async run(tx, ctx, { id, version, scope }): Promise<{ path: string; drafts: number }> {
    requireAccount(ctx);
    await lockRevisions(tx);
    const goes = await whatGoes(tx, id);
    if (goes.isLive) throw new Conflict('live_already');
    const drafts = goes.languages.filter(({ draft }) => scope === 'text' || draft === id);
    if (goes.languages.reduce((sum, one) => sum + one.version, 0) !== version) throw new Conflict('draft_moved');
    const { postId, updateId } = goes;
    // Updates of an advisory that goes whole go with it.
    const places = scope === 'text' && updateId === null ? { postId } : { postId, updateId };
    const where = scope === 'text' ? places : { ...places, locale: goes.locale };
    await tx.submission.updateMany({ where: { revision: where, state: { in: ['waiting', 'sent_back', 'approved'] } }, data: { state: 'replaced' } });
    const { count } = await tx.draft.deleteMany({ where: scope === 'text' ? places : { id } });
    await clear(tx, goes);
    return { path: goes.path, drafts: Math.max(count, drafts.length) };
  },
  audit: ({ path, drafts }, { id, scope }) => ({ subject: `draft:${id}`, detail: { path, scope, drafts } }),
});

/** Takes away the places in which nothing is left. */
async function clear(tx: Transaction, { postId, updateId, incidentId }: WhatGoes): Promise<void> {
  const isEmpty = { postId, drafts: { none: {} }, revisions: { none: {} } };
  await tx.update.deleteMany({ where: updateId === null ? isEmpty : { ...isEmpty, id: updateId } });
  if (updateId !== null) return;
  const left =
    (await tx.draft.count({ where: { postId } })) + (await tx.revision.count({ where: { postId } })) + (await tx.update.count({ where: { postId } }));
  if (left > 0) return;
  await tx.postPicture.deleteMany({ where: { postId } });
  await tx.post.delete({ where: { id: postId } });
  if (incidentId === null) return;
  if ((await tx.cohort.count({ where: { incidentId } })) > 0) throw new Conflict('in_use', 'Accounts are bound to this incident.');
  if ((await tx.factsRevision.count({ where: { incidentId } })) > 0) return;
  await tx.factsDraft.deleteMany({ where: { incidentId } });
  await tx.incident.delete({ where: { id: incidentId } });
}
