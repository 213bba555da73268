import { z } from 'zod';
import type { Context } from '#domain/core/context.ts';
import { Conflict, Invalid } from '#domain/core/errors.ts';
import { countAttempt, forgiveAttempt } from '#domain/core/limits.ts';
import { verb } from '#domain/core/verb.ts';
import { approveByKey } from './approved/approve-by-key.ts';
import { MIN_REASON } from './approved/emergency-reason.ts';
import { lockRevisions } from '#domain/posts/revision-lock.ts';
import { submitPushed } from './approved/submit-pushed.ts';
import { unapprovedTexts } from './approved/unapproved-texts.ts';
import { dueTexts } from './due-texts.ts';
import { approverOf } from '#domain/keys/approver-of.ts';
import { lockEditions, makeEdition, type PublishView } from './make-edition.ts';
import { namedText } from './named-text.ts';

/** More than any folder has texts. */
const MAX_TEXTS = 20_000;

/** Milliseconds: an hour, by which a connection was lost and no publication was long. */
const TIMEOUT_MS = 3_600_000;

/** How a publication comes to its second person, where what it says was not approved before. */
const second = z.discriminatedUnion('by', [
  /** An approver, by their own key. */
  z.strictObject({ by: z.literal('key'), secret: z.string().max(200) }),
  /** Nobody yet: the operator's reason stands in public until somebody has approved it. */
  z.strictObject({ by: z.literal('emergency') }),
]);

interface PublishedPush extends PublishView {
  /** The key that approved some of it. */
  key?: number;
  /** One person published it alone. */
  alone?: true;
}

/**
 * Publishes exactly the texts and the site that are named, as the next edition; everything else stays as it is live, the site too when none is
 * named. The whole edition is loaded and rendered first: what this returns from is live on every instance within a second, or nothing was
 * published. When all that is named is live already there is no new edition. A text that says something else than what is live needs a second person;
 * the first edition of a site, and the demo's, do not. Throws Conflict `second_person` where nobody has approved one, Invalid, naming the text or page,
 * when an edition can't be made, and Conflict `published_meanwhile` when something newer than what is named is live.
 */
export const publishContent = verb({
  name: 'publishing/publish',
  input: z.strictObject({ texts: z.array(namedText).max(MAX_TEXTS), site: z.int().positive().optional(), second: second.optional() }),
  timeoutMs: TIMEOUT_MS,
  async prepare(ctx, { second }) {
    // There is no one to count by: whoever is at the command line gives their own name.
    if (second?.by === 'key') await countAttempt(ctx.db, 'approval_key', 'any');
  },
  async run(tx, ctx, { texts, site, second }): Promise<PublishedPush> {
    // Its account comes before the editions, as in whatever its person does in the studio.
    const approver = second?.by === 'key' ? await approverOf(tx, second.secret, ctx.now) : null;
    // Before the editions, as wherever both are held: what nobody has read becomes a submission here.
    await lockRevisions(tx);
    await lockEditions(tx);
    const isFirst = (await tx.edition.count()) === 0;
    const alone = await unapprovedTexts(tx, await dueTexts(tx, texts));
    const asksNobody = alone.length === 0 || isFirst || ctx.config.demo;
    if (!second && !asksNobody) throw nobodyElse(alone.map(({ path }) => path));
    if (approver) {
      const submitted = await submitPushed(tx, ctx, alone);
      await approveByKey(tx, ctx, { approver, submissions: submitted.map(({ id }) => id), as: operatorOf(ctx).as });
      const view = await makeEdition(tx, ctx, { texts, site });
      await forgiveAttempt(ctx.db, 'approval_key', 'any');
      return { ...view, key: approver.key };
    }
    if (second && !asksNobody) {
      await submitPushed(tx, ctx, alone);
      return { ...(await makeEdition(tx, ctx, { texts, site, emergency: emergencyOf(ctx) })), alone: true };
    }
    return makeEdition(tx, ctx, { texts, site });
  },
  audit: ({ edition, ...detail }) => ({ subject: `edition:${edition}`, detail }),
});

function emergencyOf(ctx: Context) {
  const { as: operator, reason } = operatorOf(ctx);
  if (reason.trim().length < MIN_REASON)
    throw new Invalid(
      { '--reason': `say in ${MIN_REASON} characters or more why nobody else could be waited for: everybody reads it` },
      'Nothing was published: the reason is too short.',
    );
  return { operator, reason: reason.trim() };
}

function operatorOf({ actor }: Context): { as: string; reason: string } {
  return actor.kind === 'operator' ? actor : { as: '', reason: '' };
}

/** Paths that a sentence names. */
const MAX_NAMED = 5;

function nobodyElse(paths: readonly string[]): Conflict {
  const more = paths.length > MAX_NAMED ? `, and ${paths.length - MAX_NAMED} more` : '';
  return new Conflict(
    'second_person',
    `Nothing was published: nobody else has approved ${paths.slice(0, MAX_NAMED).join(', ')}${more}. Have it approved in the studio (content push --submit) or by an approver’s key (--approved-by), or, in an emergency, publish alone with --emergency and a --reason that everybody reads.`,
  );
}
