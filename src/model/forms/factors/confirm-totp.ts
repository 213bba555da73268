import { paths } from '#paths';
import { codeSchema } from '../fields.ts';
import { type Form, TYPED_FORM_BYTES } from '../form.ts';

/** The first code of an authenticator app. */
export const confirmTotpForm = {
  path: paths.factorApp,
  maxBytes: TYPED_FORM_BYTES,
  fields: { code: { schema: codeSchema, label: 'field.code', input: { inputMode: 'numeric', autoComplete: 'one-time-code' } } },
} as const satisfies Form;
