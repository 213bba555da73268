import { z } from 'zod';
import { requireAccount } from '#domain/core/require-account.ts';
import { recordEvent } from '#domain/accounts/security-event.ts';
import { NotFound } from '#domain/core/errors.ts';
import { endSessionForm } from '#model/forms/end-session.ts';
import { verb } from '#domain/core/verb.ts';

/** Signs out one of the person's own devices, at once. Throws NotFound for one that is over or a stranger's. */
export const endSession = verb({
  name: 'sessions/end-session',
  input: z.strictObject({ sessionId: endSessionForm.fields.sessionId.schema }),
  async run(tx, ctx, input): Promise<{ sessionId: string; current: boolean }> {
    const { accountId, sessionId } = requireAccount(ctx);
    const [ended] = await tx.session.updateManyAndReturn({ where: { id: input.sessionId, accountId, endedAt: null }, data: { endedAt: ctx.now } });
    if (!ended) throw new NotFound();
    await recordEvent(tx, accountId, ctx.now, 'session_ended', ended);
    return { sessionId: ended.id, current: ended.id === sessionId };
  },
  audit: (view) => ({ subject: `session:${view.sessionId}` }),
});
