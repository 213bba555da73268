import { z } from 'zod';
import { requireAccount } from '#domain/core/require-account.ts';
import { NotFound } from '#domain/core/errors.ts';
import { sessionIdSchema } from '#model/forms/sessions/end-session.ts';
import { verb } from '#domain/core/verb.ts';
import { endOwn } from './own/end-own.ts';

/** Signs out one of the person's own devices, at once. Throws NotFound for one that is over or a stranger's. */
export const endSession = verb({
  name: 'sessions/end-session',
  input: z.strictObject({ sessionId: sessionIdSchema }),
  async run(tx, ctx, input): Promise<{ sessionId: string; current: boolean }> {
    const { accountId, sessionId } = requireAccount(ctx);
    const [ended] = await endOwn(tx, ctx.now, { accountId, id: input.sessionId });
    if (!ended) throw new NotFound();
    return { sessionId: ended.id, current: ended.id === sessionId };
  },
  audit: (view) => ({ subject: `session:${view.sessionId}` }),
});
