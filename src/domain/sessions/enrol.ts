import { z } from 'zod';
import { enrolForm } from '#model/forms/enrol.ts';
import { networkOf } from './network.ts';
import { type SignedInView, startSession } from './start-session.ts';
import { Conflict, Invalid } from '#domain/core/errors.ts';
import { verb } from '#domain/core/verb.ts';
import { checkNewPassword } from '#domain/credentials/password/check-new-password.ts';
import { emailKey } from '#domain/accounts/email-key.ts';
import { codeId } from '#domain/core/one-time-code.ts';
import { recordEvent } from '#domain/accounts/security-event.ts';
import { countAttempt, forgiveAttempt } from '#domain/core/limits.ts';

/**
 * Sets the first password of an account, with the code that its operator was given, and signs in. Throws Invalid with the same words for
 * a wrong address, code or time, Invalid (with its strength) for a password that will not do, Conflict `proof_used` or `changed_elsewhere`
 * for the second of two at once, TooMany after ten failures of one account or a hundred from one source in fifteen minutes.
 */
export const enrol = verb({
  name: 'sessions/enrol',
  input: z.strictObject({
    email: enrolForm.fields.email.schema,
    code: enrolForm.fields.code.schema,
    next: enrolForm.fields.next.schema,
    confirm: enrolForm.fields.confirm.schema,
    device: z.string().max(200),
    source: z.string().max(64),
    replaces: z.string().max(64).nullish(),
  }),
  async prepare(ctx, { email, code, next, confirm, source }) {
    const key = emailKey(email);
    await countAttempt(ctx.db, 'source', source);
    await countAttempt(ctx.db, 'sign_in', key ?? '', source);
    const account = key === null ? null : await ctx.db.account.findUnique({ where: { emailKey: key, disabledAt: null } });
    const id = codeId(ctx.config.secret, 'enrol', account?.id ?? 0n, code);
    const known = account ? await ctx.db.oneTimeCode.count({ where: { id, accountId: account.id, purpose: 'enrol', expiresAt: { gt: ctx.now } } }) : 0;
    // The same words whether the address, the code or its time is wrong.
    if (!account || known === 0) throw new Invalid({ code: 'code_wrong' });
    await forgiveAttempt(ctx.db, 'sign_in', account.emailKey, source);
    await forgiveAttempt(ctx.db, 'source', source);
    const password = await checkNewPassword(ctx, account, next, confirm);
    return { id, accountId: account.id, locale: account.locale, password };
  },
  async run(tx, ctx, { device, source, replaces }, { id, accountId, locale, password }): Promise<SignedInView> {
    const { count } = await tx.oneTimeCode.deleteMany({ where: { id } });
    if (count === 0) throw new Conflict('proof_used');
    const enrolled = { passwordHash: password.hash, breachAskedAt: password.breachAskedAt, passwordVersion: { increment: 1 }, lastSignInAt: ctx.now };
    const { count: first } = await tx.account.updateMany({ where: { id: accountId, passwordHash: null, disabledAt: null }, data: enrolled });
    if (first === 0) throw new Conflict('changed_elsewhere');
    await tx.passwordChange.create({ data: { accountId, at: ctx.now, proof: 'email_code' } });
    const where = { device, network: networkOf(source) };
    const secret = await startSession(tx, accountId, ctx.now, where, replaces ?? null);
    await recordEvent(tx, accountId, ctx.now, 'enrolled', where);
    return { secret, accountId: String(accountId), locale };
  },
  audit: (view) => ({ subject: `account:${view.accountId}` }),
});
