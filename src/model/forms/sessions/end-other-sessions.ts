import { z } from 'zod';
import { paths } from '#paths';
import { BUTTON_FORM_BYTES, type Form } from '../form.ts';

/** One button: every session but this one. */
export const endOtherSessionsForm = {
  path: paths.sessions,
  maxBytes: BUTTON_FORM_BYTES,
  fields: { end: { schema: z.literal('others', 'not_a_form') } },
} as const satisfies Form;
