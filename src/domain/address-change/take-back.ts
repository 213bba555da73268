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
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import { MAX_PASSWORD_BYTES } from '#domain/credentials/password/password-policy.ts';
import { setPassword } from '#domain/credentials/password/set-password.ts';
import { grantProof } from '#domain/credentials/grant-proof.ts';
import { removeAdded } from '#domain/credentials/remove-added.ts';
import { newSecret, secretId } from '#domain/core/secret.ts';
import { notify } from '#domain/notices/notify.ts';
import { type SignedInView, startSession } from '#domain/sessions/start-session.ts';
import { ADDRESS_KEPT_MS } from '#model/account/address-kept.ts';
import { takeBackForm } from '#model/forms/address/take-back.ts';
import { isPasswordOfBefore } from './password-of-before.ts';
import { changeToTakeBack } from './change-to-take-back.ts';
import { setAddress } from './set-address.ts';

/**
 * Gives an account the address of before, to who reads that mailbox and knows the password of before, whatever was made of either since. Every session,
 * code and grant ends; factors and known devices of the week before the change are gone, and so is the password. A session of this browser starts, in
 * which the next one is set within ten minutes. Throws Invalid for a wrong code or password (five tries in all), Conflict `proof_used` or `address_taken`.
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
    const known = Buffer.byteLength(password) <= MAX_PASSWORD_BYTES && change?.accountId === accountId && (await isPasswordOfBefore(ctx.db, change, password));
    if (!known) {
      await noteFailure(ctx.db, accountId, 'proof_failed', whereOf(ctx));
      throw Object.assign(new Invalid({ password: 'password_not_of_then' }), { about: `account:${accountId}` });
    }
    // Nobody's: both the password of then and the one of now may be known to others.
    return { codeId: code.id, change, unusable: await hashPassword(newSecret()) };
  },
  async run(tx, ctx, { replaces = null, device = null }, { codeId, change, unusable }): Promise<SignedInView> {
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
    await removeAdded(tx, { accountId, since: new Date(change.at.getTime() - ADDRESS_KEPT_MS) });
    const where = whereOf(ctx);
    await recordEvent(tx, accountId, ctx.now, 'address_restored', where);
    const told = { at: ctx.now.toISOString(), ...where };
    await notify(tx, accountId, { kind: 'address_restored', ...told });
    await notify(tx, accountId, { kind: 'address_lost', changeId: String(last.id), ...told });
    const account = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
    await setPassword(tx, account, { hash: unusable, breachAskedAt: null }, ctx.now);
    // No import brings an older one back.
    await tx.account.update({ where: { id: accountId }, data: { passwordChangedAt: ctx.now } });
    const half = await hasFactor(tx, accountId);
    const session = await startSession(tx, { account, now: ctx.now, where, replaces, device, by: 'password', half });
    const passwordVersion = account.passwordVersion + 1;
    await grantProof(tx, { sessionId: secretId(session.secret), proof: 'email_code', passwordVersion, now: ctx.now });
    return session;
  },
  audit: (view) => ({ subject: `account:${view.accountId}`, detail: { half: view.half } }),
});
