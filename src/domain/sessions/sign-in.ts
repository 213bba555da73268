import { z } from 'zod';
import { emailKey } from '#domain/accounts/email-key.ts';
import { aboutAddress } from '#domain/core/about-address.ts';
import { isDue } from '#domain/credentials/breaches/is-due.ts';
import { hasFactor } from '#domain/credentials/has-factor.ts';
import { verifyPassword } from '#domain/credentials/password/password-hash.ts';
import { isTooLong } from '#domain/credentials/password/password-policy.ts';
import { knownDevice } from '#domain/accounts/known-device.ts';
import { noteFailure, whereOf } from '#domain/accounts/security-event.ts';
import { UNKNOWN_CLIENT } from '#domain/core/context.ts';
import { countAttempt } from '#domain/core/limits.ts';
import { renewedHash } from '#domain/credentials/password/renewed-hash.ts';
import { Invalid } from '#domain/core/errors.ts';
import { verb } from '#domain/core/verb.ts';
import { signInForm } from '#model/forms/sign-in.ts';
import { countFailure, countSignIn, forgiveSignIn } from './sign-in-attempt.ts';
import { type SignedInView, startSession } from './start-session.ts';

interface ByPasswordView extends SignedInView {
  passwordVersion: number;
  /** The password has not been looked for among the breached ones for a day. */
  breachDue: boolean;
}

/**
 * Starts a session for who knows an account's password, and ends the one that the browser held before; where the account has a second factor,
 * the session is a half one until that is given. Throws Invalid with the same words, after the same time, for an unknown address, a wrong password
 * and a closed account; TooMany by the table of limits; Unavailable while too many wait for a hash.
 */
export const signIn = verb({
  name: 'sessions/sign-in',
  input: z.strictObject({
    email: signInForm.fields.email.schema,
    password: signInForm.fields.password.schema,
    /** The secret that the browser's cookie held until now. */
    replaces: z.string().max(64).nullish(),
    /** What the browser's cookie of the device holds. */
    device: z.string().max(64).nullish(),
  }),
  async prepare(ctx, { email, password, device = null }) {
    const { source } = ctx.client ?? UNKNOWN_CLIENT;
    // As Account.emailKey for an address; anything else is counted as what it is and belongs to nobody.
    const key = emailKey(email);
    const account = key === null ? null : await ctx.db.account.findUnique({ where: { emailKey: key } });
    const known = await knownDevice(ctx.db, account?.id ?? null, device);
    const attempt = { key: key ?? '', source, knownDevice: known };
    const about = aboutAddress(ctx.config, account?.id ?? null, key ?? '');
    const passwordHash = account?.passwordHash ?? null;
    try {
      await countSignIn(ctx, attempt);
      if (isTooLong(password)) throw failed();
      if (!(await verifyPassword(passwordHash, password)) || !account || account.disabledAt || passwordHash === null) throw failed();
    } catch (error) {
      if (error instanceof Invalid) {
        await countFailure(ctx, attempt);
        await noteFailure(ctx.db, account?.id ?? null, 'sign_in_failed', whereOf(ctx));
      }
      throw error instanceof Error ? Object.assign(error, { about }) : error;
    }
    await forgiveSignIn(ctx, attempt);
    if (known === null) await countAttempt(ctx.db, 'new_sessions', account.emailKey);
    const [renewed, half] = await Promise.all([renewedHash(passwordHash, password), hasFactor(ctx.db, account.id)]);
    return { account, passwordHash, renewed, half, breachDue: isDue(account, ctx.now) };
  },
  async run(tx, ctx, { replaces = null, device = null }, { account, passwordHash, renewed, half, breachDue }): Promise<ByPasswordView> {
    const { id, passwordVersion } = account;
    // The password that was checked must still be the account's; the row is locked until the session stands.
    const { count } = await tx.account.updateMany({ where: { id, passwordVersion, disabledAt: null }, data: { passwordVersion } });
    if (count === 0) throw failed();
    // The same password, hashed anew: no change of it. Another sign-in may have done it at the same moment.
    if (renewed !== null) await tx.account.updateMany({ where: { id, passwordVersion, passwordHash }, data: { passwordHash: renewed } });
    const session = await startSession(tx, { account, now: ctx.now, where: whereOf(ctx), replaces, device, by: 'password', half });
    return { ...session, passwordVersion, breachDue };
  },
  audit: (view) => ({ subject: `account:${view.accountId}`, detail: { half: view.half } }),
});

/** The same words for an unknown address, a wrong password and a closed account. */
const failed = () => new Invalid({ form: 'sign_in_failed' });
