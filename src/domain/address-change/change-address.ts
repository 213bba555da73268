import { z } from 'zod';
import { emailKey } from '#domain/accounts/email-key.ts';
import { noteFailure, recordEvent, whereOf } from '#domain/accounts/security-event.ts';
import { Invalid } from '#domain/core/errors.ts';
import { countAttempt, forgiveAttempt } from '#domain/core/limits.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { spendCode } from '#domain/credentials/email-code/spend-code.ts';
import { tryCode } from '#domain/credentials/email-code/try-code.ts';
import { notify } from '#domain/notices/notify.ts';
import { changeAddressForm } from '#model/forms/address/change-address.ts';
import { setAddress } from './set-address.ts';

/**
 * Changes the address on file to the one that the code went to. Codes and grants that went by the one before are void, both mailboxes are told, and the
 * one before can take it back. Throws Invalid for a wrong code, Conflict `proof_used` or `address_taken`, TooMany after ten failures.
 */
export const changeAddress = verb({
  name: 'address-change/change-address',
  input: z.strictObject({
    code: changeAddressForm.fields.code.schema,
    /** What the browser's cookie of a code holds. */
    ticket: z.string().max(64).nullable(),
  }),
  async prepare(ctx, { code: typed, ticket }): Promise<{ codeId: string; email: string; key: string }> {
    const { accountId, sessionId } = requireAccount(ctx);
    await countAttempt(ctx.db, 'proof', sessionId);
    const code = await tryCode(ctx, { ticket, typed, purpose: 'confirm', accountId }).catch(async (error: unknown) => {
      if (error instanceof Invalid) await noteFailure(ctx.db, accountId, 'proof_failed', whereOf(ctx));
      throw error;
    });
    const key = code.email === null ? null : emailKey(code.email);
    // A code by which an address is taken back was asked for by nobody's session.
    if (code.sessionId !== sessionId || code.email === null || key === null) throw new Invalid({ code: 'code_wrong' });
    await forgiveAttempt(ctx.db, 'proof', sessionId);
    return { codeId: code.id, email: code.email, key };
  },
  async run(tx, ctx, _, { codeId, email, key }): Promise<{ changeId: string; email: string }> {
    const { accountId } = requireAccount(ctx);
    await spendCode(tx, codeId);
    const before = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
    await setAddress(tx, accountId, { email, key });
    const where = whereOf(ctx);
    const from = { fromEmail: before.email, fromKey: before.emailKey, passwordHash: before.passwordHash };
    const change = await tx.addressChange.create({ data: { accountId, ...from, toEmail: email, at: ctx.now, ...where } });
    await tx.oneTimeCode.deleteMany({ where: { accountId } });
    await tx.proofGrant.deleteMany({ where: { session: { accountId } } });
    await recordEvent(tx, accountId, ctx.now, 'address_changed', where);
    const changeId = String(change.id);
    const told = { at: ctx.now.toISOString(), ...where };
    await notify(tx, accountId, { kind: 'address_left', changeId, ...told });
    await notify(tx, accountId, { kind: 'address_changed', ...told });
    return { changeId, email };
  },
  audit: (view) => ({ subject: `address-change:${view.changeId}` }),
});
