import { z } from 'zod';
import { paths } from '#paths';
import { BUTTON_FORM_BYTES, type Form } from '../form.ts';
import { sessionIdSchema } from './end-session.ts';

/** "This wasn't me", beside a session … */
export const reportSessionForm = {
  path: paths.sessions,
  maxBytes: BUTTON_FORM_BYTES,
  fields: { notMe: { schema: z.literal('session', 'not_a_form') }, sessionId: { schema: sessionIdSchema } },
} as const satisfies Form;

/** … and beside what happened. */
export const reportEventForm = {
  path: paths.sessions,
  maxBytes: BUTTON_FORM_BYTES,
  fields: {
    notMe: { schema: z.literal('event', 'not_a_form') },
    eventId: {
      schema: z.string().max(18, 'not_a_form').regex(/^\d+$/, 'not_a_form'),
    },
  },
} as const satisfies Form;
