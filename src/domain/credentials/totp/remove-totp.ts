import { z } from 'zod';
import { recordEvent } from '#domain/accounts/security-event.ts';
import { NotFound } from '#domain/core/errors.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { factorRemoved } from '../factor/factor-removed.ts';

/** The account's authenticator app proves nothing from now on. Throws NotFound where there is none, Invalid `factor_last` for the last factor of staff. */
export const removeTotp = verb({
  name: 'credentials/totp/remove-totp',
  input: z.strictObject({}),
  async run(tx, ctx): Promise<Record<never, never>> {
    const actor = requireAccount(ctx);
    const { count } = await tx.totpSecret.deleteMany({ where: { accountId: actor.accountId, confirmedAt: { not: null } } });
    if (count === 0) throw new NotFound();
    const session = await tx.session.findUniqueOrThrow({ where: { id: actor.sessionId } });
    await recordEvent(tx, actor.accountId, ctx.now, 'totp_removed', session);
    await factorRemoved(tx, ctx, 'totp', session);
    return {};
  },
  audit: () => ({ subject: 'factor:totp' }),
});
