import { z } from 'zod';
import { proofByCodeForm } from '#model/forms/proof-by-code.ts';
import type { ProofMethodDefinition } from '../proof-method.ts';
import { tryCode } from './try-code.ts';

const { proof, code } = proofByCodeForm.fields;
/** `ticket`: what the browser's cookie of a code holds. */
const input = z.strictObject({ proof: proof.schema, code: code.schema, ticket: z.string().max(64).nullable() });

/** A code that was sent to the address on file, typed into the page of the browser that asked. */
export const emailCodeProof: ProofMethodDefinition<typeof input> = {
  method: 'email_code',
  signsOutOthers: true,
  input,
  async verify(ctx, { id: accountId }, { code: typed, ticket }) {
    const { id } = await tryCode(ctx, { ticket, typed, purpose: 'change', accountId });
    return { codeId: id };
  },
};
