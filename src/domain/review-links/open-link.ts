import { z } from 'zod';
import { type Context, UNKNOWN_CLIENT } from '#domain/core/context.ts';
import { Invalid } from '#domain/core/errors.ts';
import { countAttempt, forgiveAttempt } from '#domain/core/limits.ts';
import { networkOf } from '#domain/core/network.ts';
import { verb } from '#domain/core/verb.ts';
import { openReviewForm } from '#model/outside/review.ts';
import { heldLink } from './held-link.ts';

/** A code that somebody types is one of a link, good or over: from here on their browser holds it. Throws Invalid `code_wrong` for one of no link, and TooMany. */
export const openLink = verb({
  name: 'review-links/open-link',
  input: z.strictObject({ code: openReviewForm.fields.code.schema }),
  async prepare(ctx) {
    for (const counter of countersOf(ctx)) await countAttempt(ctx.db, ...counter);
  },
  async run(tx, ctx, { code }): Promise<{ id: number; code: string }> {
    const link = await heldLink(tx, code, ctx.now);
    if (!link) throw new Invalid({ code: 'code_wrong' });
    for (const counter of countersOf(ctx)) await forgiveAttempt(ctx.db, ...counter);
    return { id: link.id, code };
  },
  audit: ({ id }) => ({ subject: `review-link:${id}` }),
});

function countersOf({ client = UNKNOWN_CLIENT }: Context): [limit: 'review_code' | 'review_code_network', subject: string][] {
  return [
    ['review_code', client.source],
    ['review_code_network', networkOf(client.source)],
  ];
}
