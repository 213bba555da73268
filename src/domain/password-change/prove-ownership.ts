import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type ProofMethod, satisfies } from '#model/proofs.ts';
import { Conflict } from '#domain/core/errors.ts';
import { countAttempt, forgiveAttempt } from '#domain/core/limits.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { PROOFS } from '#domain/credentials/proofs.ts';
import { readAccount } from '#domain/status/read-account.ts';
import { toldIncidents } from '#domain/status/told-incidents.ts';
import { strictestProof, trustedBefore } from './password-asks.ts';

/** How long a proof holds for the step that follows, in milliseconds. */
const GRANT_TTL_MS = 10 * 60_000;

const PURPOSE = 'change-password';

/**
 * Shows that the person at this session owns the account; what it grants holds for ten minutes and is used up by one change.
 * Throws Invalid for a wrong proof, Conflict `proof_weaker` for less than is asked or `proof_used`, TooMany after ten failures.
 */
export const proveOwnership = verb({
  name: 'password-change/prove-ownership',
  input: z.discriminatedUnion('proof', [PROOFS.current.input, PROOFS.email_code.input, PROOFS.factor.input]),
  async prepare(ctx, given): Promise<{ codeId: string | null }> {
    const { accountId } = requireAccount(ctx);
    const [account, told] = await Promise.all([readAccount(ctx.db, accountId), toldIncidents(ctx, accountId)]);
    if (!satisfies(given.proof, strictestProof(account, told.incidents, ctx.now))) throw new Conflict('proof_weaker');
    await countAttempt(ctx.db, 'proof', String(accountId));
    // Each method's own input, by the schema's union.
    const used = await PROOFS[given.proof].verify(ctx, account, given as never, trustedBefore(account, told.incidents, ctx.now));
    await forgiveAttempt(ctx.db, 'proof', String(accountId));
    return used;
  },
  async run(tx, ctx, { proof }, { codeId }): Promise<{ proof: ProofMethod; expiresAt: string }> {
    if (codeId !== null) {
      const { count } = await tx.oneTimeCode.deleteMany({ where: { id: codeId } });
      if (count === 0) throw new Conflict('proof_used');
    }
    const { sessionId } = requireAccount(ctx);
    const expiresAt = new Date(ctx.now.getTime() + GRANT_TTL_MS);
    const granted = { id: randomBytes(32).toString('hex'), proof, expiresAt };
    const of = { sessionId, purpose: PURPOSE };
    await tx.proofGrant.upsert({ where: { sessionId_purpose: of }, create: { ...of, ...granted }, update: granted });
    return { proof, expiresAt: expiresAt.toISOString() };
  },
  audit: (view) => ({ subject: `proof:${PURPOSE}`, detail: { proof: view.proof } }),
});
