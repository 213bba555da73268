import { z } from 'zod';
import { Conflict } from '#domain/core/errors.ts';
import { enqueue } from '#domain/core/jobs.ts';
import { verb } from '#domain/core/verb.ts';
import { namedSubmissions, submissionIds } from './approved/named-submissions.ts';
import { lockEditions, makeEdition, type PublishView } from './make-edition.ts';

/** Milliseconds: the documents of one post are made in it. */
const TIMEOUT_MS = 60_000;

/**
 * Publishes what was approved, as the next edition: the text in the languages that are named, with the facts and the look that their approvals are
 * bound to. Throws Conflict `approval_ended` when one of them does not hold any more, and what every publication throws; then nothing was published.
 */
export const publishApproved = verb({
  name: 'publishing/publish-approved',
  input: z.strictObject({ submissions: submissionIds }),
  timeoutMs: TIMEOUT_MS,
  async run(tx, ctx, { submissions }): Promise<PublishView> {
    await lockEditions(tx);
    const named = await namedSubmissions(tx, submissions);
    if (named.some(({ holds }) => !holds))
      throw new Conflict('approval_ended', 'An approval ended: the text or its facts changed since. Nothing was published.');
    const view = await makeEdition(tx, ctx, { texts: named.map(({ text }) => text) });
    await enqueue(tx, 'check-publication', { edition: view.edition });
    return view;
  },
  audit: (view, { submissions }) => ({ subject: `edition:${view.edition}`, detail: { submissions: submissions.join() } }),
});
