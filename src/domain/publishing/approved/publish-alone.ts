import { z } from 'zod';
import { Conflict } from '#domain/core/errors.ts';
import { enqueue } from '#domain/core/jobs.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { LOCALES } from '#paths';
import { emergencyReason } from './emergency-reason.ts';
import { namedSubmissions, refuseLive, submissionIds } from './named-submissions.ts';
import { lockEditions, makeEdition, type PublishView } from '../make-edition.ts';

/** Milliseconds: the documents of one post are made in it. */
const TIMEOUT_MS = 60_000;

/**
 * In an emergency, publishes what waits for a second person without one. The reason stands in the public's log of corrections, and the team's front
 * page names it until somebody else has approved it or corrected it. Throws Conflict `moved_on` when what is named is not the newest, or nobody waits for
 * it, and `needs_waiver` when it has an error: nobody lets their own stand.
 */
export const publishAlone = verb({
  name: 'publishing/approved/publish-alone',
  input: z.strictObject({ submissions: submissionIds, reason: emergencyReason }),
  timeoutMs: TIMEOUT_MS,
  async run(tx, ctx, { submissions, reason }): Promise<PublishView> {
    const { accountId } = requireAccount(ctx);
    await lockEditions(tx);
    const named = await namedSubmissions(tx, submissions);
    refuseLive(named);
    if (named.some(({ isNewest, state }) => !isNewest || (state !== 'waiting' && state !== 'approved')))
      throw new Conflict('moved_on', 'Something newer stands in its place; nothing was published.');
    if (named.some(({ holds, needsWaiver }) => needsWaiver && !holds))
      throw new Conflict('needs_waiver', 'It has an error that only a second person may let stand; nothing was published.');
    // The one reason is that of every change, too.
    const reasons = Object.fromEntries(LOCALES.map((locale) => [locale, reason]));
    const texts = named.map(({ text }) => text);
    const view = await makeEdition(tx, ctx, { texts, emergency: { accountId, reason }, corrections: { reasons, required: true } });
    await enqueue(tx, 'check-publication', { edition: view.edition });
    return view;
  },
  audit: (view, { submissions }) => ({ subject: `edition:${view.edition}`, detail: { submissions: submissions.join(), alone: true } }),
});
