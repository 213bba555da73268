import { z } from 'zod';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { endOwn } from './own/end-own.ts';

/** Signs out every device of the person's but this one, also those that the list is too short for. */
export const endOtherSessions = verb({
  name: 'sessions/end-other-sessions',
  input: z.strictObject({}),
  async run(tx, ctx): Promise<{ ended: number }> {
    const { accountId, sessionId } = requireAccount(ctx);
    return { ended: (await endOwn(tx, ctx.now, { accountId, id: { not: sessionId } })).length };
  },
  audit: ({ ended }) => ({ subject: 'sessions', detail: { ended } }),
});
