import { z } from 'zod';
import { Invalid } from '#domain/core/errors.ts';
import { proofByFactorForm } from '#model/forms/factors/proof-by-factor.ts';
import type { ProofMethodDefinition } from '../proof-method.ts';
import { takeTypedFactor } from './take-typed-factor.ts';

const { proof, code } = proofByFactorForm.fields;
const input = z.strictObject({ proof: proof.schema, code: code.schema });

/** A code of the authenticator app, or a recovery code, of before what an intruder may have added. */
export const factorProof: ProofMethodDefinition<typeof input> = {
  method: 'factor',
  signsOutOthers: true,
  input,
  async verify(ctx, { id: accountId }, { code: typed }, before) {
    if (!(await takeTypedFactor(ctx, 'guide', { accountId, typed, before }))) throw new Invalid({ code: 'code_wrong' });
    return { codeId: null };
  },
};
