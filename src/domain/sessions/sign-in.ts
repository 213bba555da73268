import { z } from 'zod';
import { emailKey } from '#domain/accounts/email-key.ts';
import { isDue } from '#domain/credentials/breaches/is-due.ts';
import { verifyPassword } from '#domain/credentials/password/password-hash.ts';
import { isTooLong } from '#domain/credentials/password/password-policy.ts';
import { renewedHash } from '#domain/credentials/password/renewed-hash.ts';
import { recordEvent } from '#domain/accounts/security-event.ts';
import { countAttempt, forgiveAttempt } from '#domain/core/limits.ts';
import { Invalid } from '#domain/core/errors.ts';
import { verb } from '#domain/core/verb.ts';
import { signInForm } from '#model/forms/sign-in.ts';
import { networkOf } from './network.ts';
import { type SignedInView, startSession } from './start-session.ts';

/** The same words for an unknown address, a wrong password and a closed account. */
const failed = () => new Invalid({ form: 'sign_in_failed' });

interface ByPasswordView extends SignedInView {
  passwordVersion: number;
  /** The password has not been looked for among the breached ones for a day. */
  breachDue: boolean;
}

/**
 * Starts a session for who knows an account's password, and ends the one that the browser held before. Throws Invalid with the same words, after
 * the same time, for an unknown address, a wrong password and a closed account; TooMany after ten failures of one account or a hundred from
 * one source in fifteen minutes; Unavailable while too many wait for a hash.
 */
export const signIn = verb({
  name: 'sessions/sign-in',
  input: z.strictObject({
    email: signInForm.fields.email.schema,
    password: signInForm.fields.password.schema,
    device: z.string().max(200),
    source: z.string().max(64),
    /** The secret that the browser's cookie held until now. */
    replaces: z.string().max(64).nullish(),
  }),
  async prepare(ctx, { email, password, source }) {
    // As Account.emailKey for an address; anything else is counted as what it is and belongs to nobody.
    const key = emailKey(email);
    await countAttempt(ctx.db, 'source', source);
    await countAttempt(ctx.db, 'sign_in', key ?? '', source);
    if (isTooLong(password)) throw failed();
    const account = key === null ? null : await ctx.db.account.findUnique({ where: { emailKey: key } });
    const passwordHash = account?.passwordHash ?? null;
    if (!(await verifyPassword(passwordHash, password)) || !account || account.disabledAt || passwordHash === null) throw failed();
    await forgiveAttempt(ctx.db, 'sign_in', account.emailKey, source);
    await forgiveAttempt(ctx.db, 'source', source);
    const renewed = await renewedHash(passwordHash, password);
    const { id: accountId, passwordVersion, locale } = account;
    return { accountId, passwordVersion, locale, passwordHash, renewed, breachDue: isDue(account, ctx.now) };
  },
  async run(tx, ctx, { device, source, replaces }, { accountId, passwordVersion, locale, passwordHash, renewed, breachDue }): Promise<ByPasswordView> {
    // The password that was checked must still be the account's.
    const { count } = await tx.account.updateMany({ where: { id: accountId, passwordVersion, disabledAt: null }, data: { lastSignInAt: ctx.now } });
    if (count === 0) throw failed();
    // The same password, hashed anew: no change of it. Another sign-in may have done it at the same moment.
    if (renewed !== null) await tx.account.updateMany({ where: { id: accountId, passwordVersion, passwordHash }, data: { passwordHash: renewed } });
    const where = { device, network: networkOf(source) };
    const secret = await startSession(tx, accountId, ctx.now, where, replaces ?? null);
    await recordEvent(tx, accountId, ctx.now, 'signed_in', where);
    return { secret, accountId: String(accountId), locale, passwordVersion, breachDue };
  },
  audit: (view) => ({ subject: `account:${view.accountId}` }),
});
