import { z } from 'zod';
import { Invalid } from '#domain/core/errors.ts';
import type { ProofMethodDefinition } from '../proof-method.ts';
import { verifyPassword } from './password-hash.ts';
import { MAX_PASSWORD_BYTES } from './password-policy.ts';

const input = z.strictObject({ proof: z.literal('current'), password: z.string().min(1, 'password_missing').max(MAX_PASSWORD_BYTES, 'password_wrong') });

/** The present password. */
export const passwordProof: ProofMethodDefinition<typeof input> = {
  method: 'current',
  signsOutOthers: false,
  input,
  async verify(_ctx, { passwordHash }, { password }) {
    if (Buffer.byteLength(password) > MAX_PASSWORD_BYTES || !(await verifyPassword(passwordHash, password))) throw new Invalid({ password: 'password_wrong' });
    return { codeId: null };
  },
};
