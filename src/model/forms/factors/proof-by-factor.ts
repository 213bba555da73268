import { z } from 'zod';
import { paths } from '#paths';
import { codeSchema } from '../fields.ts';
import { type Form, TYPED_FORM_BYTES } from '../form.ts';

/** Shows whose account it is with a code of an authenticator app, or a recovery code. */
export const proofByFactorForm = {
  path: paths.passwordProof,
  maxBytes: TYPED_FORM_BYTES,
  fields: {
    proof: { schema: z.literal('factor', 'not_a_form') },
    code: { schema: codeSchema, label: 'field.factorCode', input: { autoCapitalize: 'characters', autoComplete: 'one-time-code' } },
  },
} as const satisfies Form;
