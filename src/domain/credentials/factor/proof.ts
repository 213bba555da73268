import { z } from 'zod';
import { requireAccount } from '#domain/core/require-account.ts';
import { proofByFactorForm } from '#model/forms/factors/proof-by-factor.ts';
import type { ProofMethodDefinition } from '../proof-method.ts';
import { givenFactor, takeFactor } from './take-factor.ts';

const input = z.strictObject({ proof: proofByFactorForm.fields.proof.schema, given: givenFactor });

/** A passkey, a code of the authenticator app, or a recovery code, of before what an intruder may have added. */
export const factorProof: ProofMethodDefinition<typeof input> = {
  method: 'factor',
  signsOutOthers: true,
  input,
  async verify(ctx, { id: accountId }, { given }, before) {
    await takeFactor(ctx, given, { accountId, before, place: 'guide', of: { purpose: 'prove', sessionId: requireAccount(ctx).sessionId } });
    return { codeId: null };
  },
};
