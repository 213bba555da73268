import { z } from 'zod';
import { paths } from '#paths';
import { emailField } from '../fields.ts';
import { type Form, TYPED_FORM_BYTES } from '../form.ts';

/** Asks for a code to the address that the account is to have. */
export const askForAddressForm = {
  path: paths.email,
  maxBytes: TYPED_FORM_BYTES,
  fields: {
    step: { schema: z.literal('ask', 'not_a_form') },
    email: { schema: emailField.schema, label: 'field.newEmail', input: { type: 'email', autoComplete: 'email' } },
  },
} as const satisfies Form;
