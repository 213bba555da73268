import { z } from 'zod';
import { Prisma } from '#generated/prisma/client.ts';
import { emailKey } from '#domain/accounts/email-key.ts';
import { endAccess } from '#domain/accounts/end-access.ts';
import { noteFailure, recordEvent, whereOf } from '#domain/accounts/security-event.ts';
import { Conflict, Invalid } from '#domain/core/errors.ts';
import { verb } from '#domain/core/verb.ts';
import { spendCode } from '#domain/credentials/email-code/spend-code.ts';
import { tryCode } from '#domain/credentials/email-code/try-code.ts';
import { hasFactor } from '#domain/credentials/has-factor.ts';
import { verifyPassword } from '#domain/credentials/password/password-hash.ts';
import { MAX_PASSWORD_BYTES } from '#domain/credentials/password/password-policy.ts';
import { notify } from '#domain/notices/notify.ts';
import { type SignedInView, startSession } from '#domain/sessions/start-session.ts';
import { ADDRESS_KEPT_MS } from '#model/account/address-kept.ts';
import { takeBackForm } from '#model/forms/address/take-back.ts';
import { changeToTakeBack } from './change-to-take-back.ts';
import { setAddress } from './set-address.ts';

/**
 * Gives an account the address of before, to who reads that mailbox and knows the password that stood when the address was changed, whatever was made of
 * either since. Every session, code and grant ends, browsers that the account knows only since a week before that are strangers again, and a session of
 * this browser starts. Throws Invalid for a wrong code or password (five tries in all), Conflict `proof_used` or `address_taken`.
 */
export const takeBack = verb({
  name: 'address-change/take-back',
  input: z.strictObject({
    code: takeBackForm.fields.code.schema,
    password: takeBackForm.fields.password.schema,
    /** What the browser's cookies of a code, of the session and of the device hold. */
    ticket: z.string().max(64).nullable(),
    replaces: z.string().max(64).nullish(),
    device: z.string().max(64).nullish(),
  }),
  async prepare(ctx, { code: typed, password, ticket }) {
    const code = await tryCode(ctx, { ticket, typed, purpose: 'confirm' });
    const { accountId, sessionId, email } = code;
    if (accountId === null || email === null || sessionId !== null) throw new Invalid({ code: 'code_wrong' });
    const change = await changeToTakeBack(ctx.db, { key: emailKey(email) ?? '', now: ctx.now });
    const hash = change?.accountId === accountId ? change.passwordHash : null;
    if (Buffer.byteLength(password) > MAX_PASSWORD_BYTES || !(await verifyPassword(hash, password)) || !change) {
      await noteFailure(ctx.db, accountId, 'proof_failed', whereOf(ctx));
      throw Object.assign(new Invalid({ password: 'password_not_of_then' }), { about: `account:${accountId}` });
    }
    return { codeId: code.id, change, half: await hasFactor(ctx.db, accountId) };
  },
  async run(tx, ctx, { replaces = null, device = null }, { codeId, change, half }): Promise<SignedInView> {
    const { accountId, fromEmail, fromKey } = change;
    // First, since it locks the account: what is deleted below would wait for another one who does the same.
    await setAddress(tx, accountId, { email: fromEmail, key: fromKey });
    await spendCode(tx, codeId);
    // Also what came after it: the address of then was somebody else's already.
    const undone = { accountId, id: { gte: change.id }, revertedAt: null };
    const [last] = await tx.addressChange.findMany({ where: undone, orderBy: { id: 'desc' }, take: 1 });
    const { count } = await tx.addressChange.updateMany({ where: undone, data: { revertedAt: ctx.now } });
    if (!last || count === 0) throw new Conflict('proof_used');
    await endAccess(tx, Prisma.sql`SELECT ${accountId}::bigint`);
    const lately = new Date(change.at.getTime() - ADDRESS_KEPT_MS);
    await tx.knownDevice.deleteMany({ where: { accountId, addedAt: { gte: lately } } });
    const where = whereOf(ctx);
    await recordEvent(tx, accountId, ctx.now, 'address_restored', where);
    const told = { at: ctx.now.toISOString(), ...where };
    await notify(tx, accountId, { kind: 'address_restored', ...told });
    await notify(tx, accountId, { kind: 'address_lost', changeId: String(last.id), ...told });
    const account = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
    return startSession(tx, { account, now: ctx.now, where, replaces, device, by: 'password', half });
  },
  audit: (view) => ({ subject: `account:${view.accountId}`, detail: { half: view.half } }),
});
