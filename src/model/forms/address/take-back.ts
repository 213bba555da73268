import { z } from 'zod';
import { paths } from '#paths';
import { codeSchema, presentPasswordSchema } from '../fields.ts';
import { type Form, TYPED_FORM_BYTES } from '../form.ts';

/** Takes an address back, by the code that went to it and the password of before. */
export const takeBackForm = {
  path: paths.takeBack,
  maxBytes: TYPED_FORM_BYTES,
  fields: {
    step: { schema: z.literal('take', 'not_a_form') },
    code: { schema: codeSchema, label: 'field.code', input: { inputMode: 'numeric', autoComplete: 'one-time-code' } },
    password: {
      schema: presentPasswordSchema('password_not_of_then'),
      label: 'field.formerPassword',
      input: { type: 'password', autoComplete: 'current-password' },
    },
  },
} as const satisfies Form;
