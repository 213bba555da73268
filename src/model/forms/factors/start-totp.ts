import { z } from 'zod';
import { paths } from '#paths';
import { BUTTON_FORM_BYTES, type Form } from '../form.ts';

/** One button: a new key for an authenticator app. */
export const startTotpForm = {
  path: paths.factorApp,
  maxBytes: BUTTON_FORM_BYTES,
  fields: { start: { schema: z.literal('app', 'not_a_form') } },
} as const satisfies Form;
