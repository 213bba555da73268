import { z } from 'zod';
import { Invalid } from '#domain/core/errors.ts';
import { proofByPasswordForm } from '#model/forms/proof-by-password.ts';
import type { ProofMethodDefinition } from '../proof-method.ts';
import { verifyPassword } from './password-hash.ts';
import { isTooLong } from './password-policy.ts';

const { proof, password } = proofByPasswordForm.fields;
const input = z.strictObject({ proof: proof.schema, password: password.schema });

/** The present password. */
export const passwordProof: ProofMethodDefinition<typeof input> = {
  method: 'current',
  signsOutOthers: false,
  input,
  async verify(_ctx, { passwordHash }, { password }) {
    if (isTooLong(password) || !(await verifyPassword(passwordHash, password))) throw new Invalid({ password: 'password_wrong' });
    return { codeId: null };
  },
};
