import { paths } from '#paths';
import { codeSchema } from '../fields.ts';
import { type Form, TYPED_FORM_BYTES } from '../form.ts';

/** The code from the mail. */
export const giveCodeForm = {
  path: paths.recoverCode,
  maxBytes: TYPED_FORM_BYTES,
  fields: { code: { schema: codeSchema, label: 'field.code', input: { inputMode: 'numeric', autoComplete: 'one-time-code' } } },
} as const satisfies Form;
