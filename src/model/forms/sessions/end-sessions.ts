import { z } from 'zod';
import { paths } from '#paths';
import { BUTTON_FORM_BYTES, type Form } from '../form.ts';
import { sessionIdSchema } from './end-session.ts';

/** As many as the list shows, less the one that is looked at. */
const MAX_CHOSEN = 99;

/** The boxes beside the list, and one button. */
export const endSessionsForm = {
  path: paths.sessions,
  /** An id and its name for each box. */
  maxBytes: BUTTON_FORM_BYTES + MAX_CHOSEN * 80,
  fields: {
    end: { schema: z.literal('chosen', 'not_a_form') },
    sessionIds: { schema: z.array(sessionIdSchema).max(MAX_CHOSEN, 'not_a_form') },
  },
} as const satisfies Form;
