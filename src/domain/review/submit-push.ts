import { z } from 'zod';
import { verb } from '#domain/core/verb.ts';
import { lockRevisions } from '#domain/posts/revision-lock.ts';
import { submitPushed } from '#domain/publishing/approved/submit-pushed.ts';
import { unapprovedTexts } from '#domain/publishing/approved/unapproved-texts.ts';
import { dueTexts } from '#domain/publishing/due-texts.ts';
import { namedText } from '#domain/publishing/named-text.ts';
import { askApprovers } from './ask-approvers.ts';

/** Milliseconds: a folder of some thousand texts. */
const TIMEOUT_MS = 120_000;

/**
 * Hands what was pushed to a second person in the studio: each text that differs from what is live and that nobody has approved. Who has asked already
 * asks once. Throws Conflict `published_meanwhile` when something newer is live.
 */
export const submitPush = verb({
  name: 'review/submit-push',
  input: z.strictObject({ texts: z.array(namedText).max(20_000) }),
  timeoutMs: TIMEOUT_MS,
  async run(tx, ctx, { texts }): Promise<{ submissions: number[] }> {
    await lockRevisions(tx);
    const submitted = await submitPushed(tx, ctx, await unapprovedTexts(tx, await dueTexts(tx, texts)));
    for (const { id, isNew } of submitted) if (isNew) await askApprovers(tx, id);
    return { submissions: submitted.map(({ id }) => id) };
  },
  audit: ({ submissions }) => ({ subject: 'push', detail: { submitted: submissions.length } }),
});
