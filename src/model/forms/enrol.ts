import { paths } from '#paths';
import { codeSchema, confirmField, emailField, nextField } from './fields.ts';
import { type Form, TYPED_FORM_BYTES } from './form.ts';

/** The first sign-in: a code instead of a password, and the password that is chosen with it. */
export const enrolForm = {
  path: paths.enrol,
  maxBytes: TYPED_FORM_BYTES,
  fields: {
    email: emailField,
    code: { schema: codeSchema, label: 'field.code', input: { autoCapitalize: 'characters', autoComplete: 'one-time-code' } },
    next: nextField,
    confirm: confirmField,
  },
} as const satisfies Form;
