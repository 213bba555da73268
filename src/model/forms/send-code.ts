import { z } from 'zod';
import { paths } from '#paths';
import { BUTTON_FORM_BYTES, type Form } from './form.ts';

/** One button: a code to the address on file. */
export const sendCodeForm = {
  path: paths.passwordProof,
  maxBytes: BUTTON_FORM_BYTES,
  fields: { send: { schema: z.literal('1', 'not_a_form') } },
} as const satisfies Form;
