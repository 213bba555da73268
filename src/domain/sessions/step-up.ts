import { z } from 'zod';
import { knownDevice } from '#domain/accounts/known-device.ts';
import { noteFailure, recordEvent, whereOf } from '#domain/accounts/security-event.ts';
import type { AccountActor, AuthenticationLevel, Context } from '#domain/core/context.ts';
import { Conflict, Invalid } from '#domain/core/errors.ts';
import { countAttempt, forgiveAttempt } from '#domain/core/limits.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { givenFactor, takeFactor } from '#domain/credentials/factor/take-factor.ts';
import { passwordProof } from '#domain/credentials/password/proof.ts';
import { confirmByPasswordForm } from '#model/forms/confirm.ts';
import { endOfSession } from './alive.ts';
import { noteSignIn } from './own/note-sign-in.ts';
import { rotateSession } from './rotate-session.ts';

export interface SteppedUpView {
  /** The session's new secret, for the cookie only. */
  secret: string;
  /** For the cookie of the device, where this completed a sign-in. */
  device: string | null;
}

const given = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('password'), password: confirmByPasswordForm.fields.password.schema }),
  ...givenFactor.options,
]);
type Given = z.output<typeof given>;

/**
 * Shows once more who is at this session: by its second factor where the account has one, else by its password. Half a session becomes a whole one, which is
 * the sign-in. Throws Invalid for a wrong proof, Conflict `proof_weaker` for the password of an account that has a factor, TooMany after ten failures of one session, and after ten wrong
 * codes of the account wherever it is not known.
 */
export const stepUp = verb({
  name: 'sessions/step-up',
  input: z.strictObject({
    given,
    /** What the browser's cookie of the device holds. */
    device: z.string().max(64).nullish(),
  }),
  async prepare(ctx, { given, device = null }): Promise<{ level: AuthenticationLevel }> {
    const actor = requireAccount(ctx);
    if (given.by === 'password' && actor.hasFactor) throw new Conflict('proof_weaker');
    await countAttempt(ctx.db, 'proof', actor.sessionId);
    await verify(ctx, actor, given, device).catch(async (error: unknown) => {
      if (error instanceof Invalid) await noteFailure(ctx.db, actor.accountId, 'proof_failed', whereOf(ctx));
      throw error;
    });
    await forgiveAttempt(ctx.db, 'proof', actor.sessionId);
    return { level: given.by === 'password' ? 'password' : 'factor' };
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

/** A factor is used up by the try that is right, whatever becomes of the rest. */
async function verify(ctx: Context, { accountId, sessionId }: AccountActor, given: Given, device: string | null): Promise<void> {
  if (given.by !== 'password') {
    const known = await knownDevice(ctx.db, accountId, device);
    const place = known === null ? 'elsewhere' : { device: known };
    return takeFactor(ctx, given, { accountId, before: null, place, of: { purpose: 'step-up', sessionId } });
  }
  const account = await ctx.db.account.findUniqueOrThrow({ where: { id: accountId } });
  await passwordProof.verify(ctx, account, { proof: 'current', password: given.password }, ctx.now);
}
