import { paths } from '#paths';
import { emailField, presentPasswordSchema } from './fields.ts';
import { type Form, TYPED_FORM_BYTES } from './form.ts';

export const signInForm = {
  path: paths.signIn,
  maxBytes: TYPED_FORM_BYTES,
  fields: {
    email: emailField,
    password: { schema: presentPasswordSchema('sign_in_failed'), label: 'field.password', input: { type: 'password', autoComplete: 'current-password' } },
  },
} as const satisfies Form;
