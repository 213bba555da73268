import { z } from 'zod';
import { requireAccount } from '#domain/core/require-account.ts';
import { recordEvent } from '#domain/accounts/security-event.ts';
import { verb } from '#domain/core/verb.ts';

/** Ends the acting session at the server: the cookie's copy is worth nothing from then on. Throws Forbidden `signed_out` when it was over already. */
export const signOut = verb({
  name: 'sessions/sign-out',
  input: z.strictObject({}),
  async run(tx, ctx): Promise<{ sessionId: string }> {
    const { accountId, sessionId } = requireAccount(ctx);
    const session = await tx.session.update({ where: { id: sessionId, accountId }, data: { endedAt: ctx.now } });
    await recordEvent(tx, accountId, ctx.now, 'signed_out', session);
    return { sessionId };
  },
  audit: (view) => ({ subject: `session:${view.sessionId}` }),
});
