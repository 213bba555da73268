import { z } from 'zod';
import { noteEvent, recordEvent, whereOf } from '#domain/accounts/security-event.ts';
import type { AuthenticationLevel } from '#domain/core/context.ts';
import { Conflict, Invalid } from '#domain/core/errors.ts';
import { countAttempt, forgiveAttempt } from '#domain/core/limits.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { passwordProof } from '#domain/credentials/password/proof.ts';
import { confirmByPasswordForm } from '#model/forms/confirm.ts';
import { endOfSession } from './alive.ts';
import { noteSignIn } from './note-sign-in.ts';
import { rotateSession } from './rotate-session.ts';

export interface SteppedUpView {
  /** The session's new secret, for the cookie only. */
  secret: string;
  /** For the cookie of the device, where this completed a sign-in. */
  device: string | null;
}

/**
 * Shows once more who is at this session: its second factor where the account has one, else its password. Half a session becomes a whole one, which is
 * the sign-in. Throws Invalid for a wrong proof, Conflict `proof_weaker` for the password of an account that has a factor, TooMany after ten failures of one session.
 */
export const stepUp = verb({
  name: 'sessions/step-up',
  input: z.strictObject({
    password: confirmByPasswordForm.fields.password.schema,
    /** What the browser's cookie of the device holds. */
    device: z.string().max(64).nullish(),
  }),
  async prepare(ctx, { password }): Promise<{ level: AuthenticationLevel }> {
    const { accountId, sessionId, hasFactor } = requireAccount(ctx);
    if (hasFactor) throw new Conflict('proof_weaker');
    await countAttempt(ctx.db, 'proof', sessionId);
    const account = await ctx.db.account.findUniqueOrThrow({ where: { id: accountId } });
    await passwordProof.verify(ctx, account, { proof: 'current', password }).catch(async (error: unknown) => {
      if (error instanceof Invalid) await noteEvent(ctx.db, accountId, 'proof_failed', whereOf(ctx));
      throw error;
    });
    await forgiveAttempt(ctx.db, 'proof', sessionId);
    return { level: 'password' };
  },
  async run(tx, ctx, { device = null }, { level }): Promise<SteppedUpView> {
    const { accountId, sessionId, roles, session: state } = requireAccount(ctx);
    const { now } = ctx;
    const proved = { authenticatedAt: now, level };
    if (state !== 'half') {
      const { secret } = await rotateSession(tx, sessionId, proved);
      await recordEvent(tx, accountId, now, 'confirmed_again', whereOf(ctx));
      return { secret, device: null };
    }
    const begins = { createdAt: now, lastSeenAt: now, expiresAt: endOfSession({ roles, half: false, now }), awaitsFactor: false };
    const { secret } = await rotateSession(tx, sessionId, { ...proved, ...begins });
    return { secret, device: await noteSignIn(tx, { accountId, now, where: whereOf(ctx), device }) };
  },
  audit: () => ({ subject: 'session' }),
});
