import { z } from 'zod';
import { paths } from '#paths';
import { BUTTON_FORM_BYTES, type Form } from './form.ts';

/** One button for each session in the list. */
export const endSessionForm = {
  path: paths.sessions,
  maxBytes: BUTTON_FORM_BYTES,
  fields: {
    /** A session's id: SHA-256 in hex. */
    sessionId: {
      schema: z
        .string()
        .length(64, 'not_a_form')
        .regex(/^[0-9a-f]+$/, 'not_a_form'),
    },
  },
} as const satisfies Form;
