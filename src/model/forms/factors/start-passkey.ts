import { z } from 'zod';
import { paths } from '#paths';
import { BUTTON_FORM_BYTES, type Form } from '../form.ts';

/** One button: the page on which the browser makes a passkey. */
export const startPasskeyForm = {
  path: paths.factorPasskey,
  maxBytes: BUTTON_FORM_BYTES,
  fields: { start: { schema: z.literal('passkey', 'not_a_form') } },
} as const satisfies Form;
