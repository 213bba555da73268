import { z } from 'zod';
import { paths } from '#paths';
import { codeSchema } from '../fields.ts';
import { type Form, TYPED_FORM_BYTES } from '../form.ts';

/** Changes the address, by the code that went to the new one. */
export const changeAddressForm = {
  path: paths.email,
  maxBytes: TYPED_FORM_BYTES,
  fields: {
    step: { schema: z.literal('change', 'not_a_form') },
    code: { schema: codeSchema, label: 'field.code', input: { inputMode: 'numeric', autoComplete: 'one-time-code' } },
  },
} as const satisfies Form;
