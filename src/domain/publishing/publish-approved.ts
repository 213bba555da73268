import { z } from 'zod';
import { enqueue } from '#domain/core/jobs.ts';
import { verb } from '#domain/core/verb.ts';
import { namedSubmissions, refuseUnapproved, submissionIds } from './approved/named-submissions.ts';
import { reasonsSchema } from './corrections/reasons.ts';
import { lockEditions, makeEdition, type PublishView } from './make-edition.ts';

/** Milliseconds: the documents of one post are made in it. */
const TIMEOUT_MS = 60_000;

/**
 * Publishes what was approved, as the next edition: the text in the languages that are named, with the facts and the look that their approvals are
 * bound to; `reasons` say why what readers act on changes. Throws Conflict `approval_ended` when one of them does not hold any more, Invalid for a
 * reason that is missing, and what every publication throws; then nothing was published.
 */
export const publishApproved = verb({
  name: 'publishing/publish-approved',
  input: z.strictObject({ submissions: submissionIds, reasons: reasonsSchema.default({}) }),
  timeoutMs: TIMEOUT_MS,
  async run(tx, ctx, { submissions, reasons }): Promise<PublishView> {
    await lockEditions(tx);
    const named = await namedSubmissions(tx, submissions);
    refuseUnapproved(named);
    const view = await makeEdition(tx, ctx, { texts: named.map(({ text }) => text), corrections: { reasons, required: true } });
    await enqueue(tx, 'check-publication', { edition: view.edition });
    return view;
  },
  audit: (view, { submissions }) => ({ subject: `edition:${view.edition}`, detail: { submissions: submissions.join() } }),
});
