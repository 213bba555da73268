import { paths } from '#paths';
import { codeSchema } from '../fields.ts';
import { type Form, TYPED_FORM_BYTES } from '../form.ts';

/** A code of the authenticator app, or a recovery code. */
export const giveRecoveryFactorForm = {
  path: paths.recoverFactor,
  maxBytes: TYPED_FORM_BYTES,
  fields: { code: { schema: codeSchema, label: 'field.code', input: { autoComplete: 'one-time-code' } } },
} as const satisfies Form;
