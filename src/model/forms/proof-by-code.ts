import { z } from 'zod';
import { paths } from '#paths';
import { codeSchema } from './fields.ts';
import { type Form, TYPED_FORM_BYTES } from './form.ts';

/** Shows whose account it is with a code by mail. */
export const proofByCodeForm = {
  path: paths.passwordProof,
  maxBytes: TYPED_FORM_BYTES,
  fields: {
    proof: { schema: z.literal('email_code', 'not_a_form') },
    code: { schema: codeSchema, label: 'field.code', input: { inputMode: 'numeric', autoComplete: 'one-time-code' } },
  },
} as const satisfies Form;
