import { z } from 'zod';
import { paths } from '#paths';
import { BUTTON_FORM_BYTES, type Form } from '../form.ts';

/** A session's id: SHA-256 in hex. */
export const sessionIdSchema = z
  .string()
  .length(64, 'not_a_form')
  .regex(/^[0-9a-f]+$/, 'not_a_form');

/** One button for each session in the list. */
export const endSessionForm = {
  path: paths.sessions,
  maxBytes: BUTTON_FORM_BYTES,
  fields: { sessionId: { schema: sessionIdSchema } },
} as const satisfies Form;
