import { z } from 'zod';
import { noteFailure, recordEvent, whereOf } from '#domain/accounts/security-event.ts';
import { suspectSince } from '#domain/additions/suspect-since.ts';
import { addressChangedSince } from '#domain/address-change/address-changed-since.ts';
import { UNKNOWN_CLIENT } from '#domain/core/context.ts';
import { Conflict, Invalid } from '#domain/core/errors.ts';
import { countAttempt } from '#domain/core/limits.ts';
import { CODE_MAX_TRIES } from '#domain/core/one-time-code.ts';
import { verb } from '#domain/core/verb.ts';
import { tryCode } from '#domain/credentials/email-code/try-code.ts';
import { toldIncidents } from '#domain/status/told-incidents.ts';
import { giveCodeForm } from '#model/forms/recovery/give-code.ts';
import { openRequest, PURPOSES } from './open-request.ts';

/**
 * Shows with the code from the mail that the account is one's own: the request that it was sent for goes on from there, once, until it expires. Throws Invalid with
 * the same words for a wrong code, a late one, one without a request and one for an address that is nobody's; Conflict `proof_used` for the
 * second of two at once, `address_fresh` where the address itself was changed since the incident began, or within seven days.
 */
export const giveCode = verb({
  name: 'recovery/give-code',
  input: z.strictObject({
    code: giveCodeForm.fields.code.schema,
    /** What the browser's cookie of a code holds. */
    ticket: z.string().max(64).nullable(),
  }),
  async prepare(ctx, { code: typed, ticket }) {
    const { source } = ctx.client ?? UNKNOWN_CLIENT;
    const request = await openRequest(ctx, ticket);
    // Where there is nothing to try any more only who types can be counted, or refusals would cost nothing.
    if (!request || request.tries >= CODE_MAX_TRIES) await countAttempt(ctx.db, 'source', source);
    const accountId = request?.accountId ?? null;
    const { id, codeHash } = await tryCode(ctx, { ticket, typed, purpose: [...PURPOSES] }).catch(async (error: unknown) => {
      if (!(error instanceof Invalid)) throw error;
      await noteFailure(ctx.db, accountId, 'recovery_failed', whereOf(ctx));
      throw accountId === null ? error : Object.assign(error, { about: `account:${accountId}` });
    });
    // Whoever changed the address may be the intruder.
    const since = suspectSince(accountId === null ? [] : (await toldIncidents(ctx, accountId)).incidents, ctx.now);
    if (accountId !== null && (await addressChangedSince(ctx.db, accountId, { now: ctx.now, since })))
      throw Object.assign(new Conflict('address_fresh'), { about: `account:${accountId}` });
    return { id, codeHash };
  },
  async run(tx, ctx, _input, { id, codeHash }): Promise<{ accountId: string }> {
    const given = { provedAt: ctx.now, codeHash: null, tries: 0 };
    const [request] = await tx.oneTimeCode.updateManyAndReturn({ where: { id, codeHash, provedAt: null }, data: given });
    if (!request || request.accountId === null) throw new Conflict('proof_used');
    await recordEvent(tx, request.accountId, ctx.now, 'proof_given', whereOf(ctx));
    return { accountId: String(request.accountId) };
  },
  audit: (view) => ({ subject: `account:${view.accountId}` }),
});
