import { z } from 'zod';
import { type ProofMethod, satisfies } from '#model/proofs.ts';
import { noteFailure, recordEvent, whereOf } from '#domain/accounts/security-event.ts';
import { suspectSince } from '#domain/additions/suspect-since.ts';
import { addressChangedSince } from '#domain/address-change/address-changed-since.ts';
import { Conflict, Invalid } from '#domain/core/errors.ts';
import { countAttempt, forgiveAttempt } from '#domain/core/limits.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { spendCode } from '#domain/credentials/email-code/spend-code.ts';
import { grantProof } from '#domain/credentials/grant-proof.ts';
import { PROOFS } from '#domain/credentials/proofs.ts';
import { readAccount } from '#domain/status/read-account.ts';
import { toldIncidents } from '#domain/status/told-incidents.ts';
import { strictestProof } from './password-asks.ts';

/**
 * Shows that the person at this session owns the account; what it grants holds for ten minutes and is used up by one change.
 * Throws Invalid for a wrong proof, Conflict `proof_weaker` for less than is asked, `address_fresh` for a code to an address that is new, or `proof_used`, TooMany after ten failures.
 */
export const proveOwnership = verb({
  name: 'password-change/prove-ownership',
  input: z.discriminatedUnion('proof', [PROOFS.current.input, PROOFS.email_code.input, PROOFS.factor.input]),
  async prepare(ctx, given): Promise<{ codeId: string | null; passwordVersion: number }> {
    const { accountId, sessionId } = requireAccount(ctx);
    const [account, told] = await Promise.all([readAccount(ctx.db, accountId), toldIncidents(ctx, accountId)]);
    if (!satisfies(given.proof, strictestProof(account, told.incidents, ctx.now))) throw new Conflict('proof_weaker');
    // Whoever changed the address may be the intruder.
    const since = suspectSince(told.incidents, ctx.now);
    if (given.proof === 'email_code' && (await addressChangedSince(ctx.db, accountId, { now: ctx.now, since }))) throw new Conflict('address_fresh');
    await countAttempt(ctx.db, 'proof', sessionId);
    // Each method's own input, by the schema's union.
    const { codeId } = await PROOFS[given.proof].verify(ctx, account, given as never, since).catch(async (error: unknown) => {
      if (error instanceof Invalid) await noteFailure(ctx.db, accountId, 'proof_failed', whereOf(ctx));
      throw error;
    });
    await forgiveAttempt(ctx.db, 'proof', sessionId);
    return { codeId, passwordVersion: account.passwordVersion };
  },
  async run(tx, ctx, { proof }, { codeId, passwordVersion }): Promise<{ proof: ProofMethod; expiresAt: string }> {
    if (codeId !== null) await spendCode(tx, codeId);
    const { accountId, sessionId } = requireAccount(ctx);
    const expiresAt = await grantProof(tx, { sessionId, proof, passwordVersion, now: ctx.now });
    await recordEvent(tx, accountId, ctx.now, 'proof_given', whereOf(ctx));
    return { proof, expiresAt: expiresAt.toISOString() };
  },
  audit: (view) => ({ subject: 'proof:change-password', detail: { proof: view.proof } }),
});
