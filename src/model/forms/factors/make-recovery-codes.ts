import { z } from 'zod';
import { paths } from '#paths';
import { BUTTON_FORM_BYTES, type Form } from '../form.ts';

/** One button: ten new recovery codes. */
export const makeRecoveryCodesForm = {
  path: paths.factorCodes,
  maxBytes: BUTTON_FORM_BYTES,
  fields: { make: { schema: z.literal('codes', 'not_a_form') } },
} as const satisfies Form;
