import { z } from 'zod';
import { recordEvent } from '#domain/accounts/security-event.ts';
import { Conflict, Invalid } from '#domain/core/errors.ts';
import { countAttempt, forgiveAttempt } from '#domain/core/limits.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { confirmTotpForm } from '#model/forms/factors/confirm-totp.ts';
import { factorAdded } from '../factor/factor-added.ts';
import { openTotpSecret } from './totp-secret.ts';
import { totpSetup } from './totp-setup.ts';
import { totpStep } from './totp-step.ts';

/**
 * Makes the secret that this session has begun the account's, in the place of an earlier one; the code that showed it is used up.
 * Throws Invalid for a wrong code, Conflict `setup_over` when nothing is being set up, TooMany after ten wrong codes.
 */
export const confirmTotp = verb({
  name: 'credentials/totp/confirm-totp',
  input: z.strictObject({ code: confirmTotpForm.fields.code.schema }),
  async prepare(ctx, { code }) {
    const { accountId, sessionId } = requireAccount(ctx);
    await countAttempt(ctx.db, 'proof', sessionId);
    const begun = await ctx.db.totpSecret.findFirst({ where: totpSetup(accountId, sessionId, ctx.now) });
    if (!begun) throw new Conflict('setup_over');
    const step = totpStep(openTotpSecret(ctx.config.secret, accountId, begun.secret), code, ctx.now);
    if (step === null) throw new Invalid({ code: 'code_wrong' });
    await forgiveAttempt(ctx.db, 'proof', sessionId);
    return { id: begun.id, step };
  },
  async run(tx, ctx, _input, { id, step }): Promise<{ replaced: boolean }> {
    const { accountId, sessionId } = requireAccount(ctx);
    const { device, network } = await tx.session.findUniqueOrThrow({ where: { id: sessionId } });
    const { count: earlier } = await tx.totpSecret.deleteMany({ where: { accountId, confirmedAt: { not: null } } });
    // What is added counts from now on: a secret begun before an incident and confirmed in it is not older than the incident.
    const confirmed = { confirmedAt: ctx.now, addedAt: ctx.now, sessionId: null, lastStep: step, device, network };
    const { count } = await tx.totpSecret.updateMany({ where: { id, accountId, confirmedAt: null }, data: confirmed });
    if (count === 0) throw new Conflict('setup_over');
    await recordEvent(tx, accountId, ctx.now, 'totp_added', { device, network });
    await factorAdded(tx, ctx, 'totp', { device, network });
    return { replaced: earlier > 0 };
  },
  audit: ({ replaced }) => ({ subject: 'factor:totp', detail: { replaced } }),
});
