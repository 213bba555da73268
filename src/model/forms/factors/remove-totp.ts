import { z } from 'zod';
import { paths } from '#paths';
import { BUTTON_FORM_BYTES, type Form } from '../form.ts';

/** One button: the authenticator app is none of the account's any more. */
export const removeTotpForm = {
  path: paths.factors,
  maxBytes: BUTTON_FORM_BYTES,
  fields: { remove: { schema: z.literal('app', 'not_a_form') } },
} as const satisfies Form;
