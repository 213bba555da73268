import { z } from 'zod';
import { paths } from '#paths';
import { emailField } from '../fields.ts';
import { type Form, TYPED_FORM_BYTES } from '../form.ts';

/** Asks for a code to an address that was the account's. */
export const askTakeBackForm = {
  path: paths.takeBack,
  maxBytes: TYPED_FORM_BYTES,
  fields: {
    step: { schema: z.literal('ask', 'not_a_form') },
    email: { schema: emailField.schema, label: 'field.formerEmail', input: { type: 'email', autoComplete: 'email' } },
  },
} as const satisfies Form;
