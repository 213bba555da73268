import { z } from 'zod';
import { paths } from '#paths';
import { ownerField, presentPasswordSchema } from './fields.ts';
import { type Form, TYPED_FORM_BYTES } from './form.ts';

/** Shows whose account it is with the present password. */
export const proofByPasswordForm = {
  path: paths.passwordProof,
  maxBytes: TYPED_FORM_BYTES,
  fields: {
    proof: { schema: z.literal('current', 'not_a_form') },
    username: ownerField,
    password: {
      schema: presentPasswordSchema('password_wrong'),
      label: 'field.currentPassword',
      input: { type: 'password', autoComplete: 'current-password' },
    },
  },
} as const satisfies Form;
