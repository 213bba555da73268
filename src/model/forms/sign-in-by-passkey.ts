import { z } from 'zod';
import { paths } from '#paths';
import { passkeyAnswerSchema } from './factors/passkey-answer.ts';
import { BUTTON_FORM_BYTES, type Form, TYPED_FORM_BYTES } from './form.ts';

/** One button: sign in with a passkey. */
export const askPasskeyForm = {
  path: paths.signInPasskey,
  maxBytes: BUTTON_FORM_BYTES,
  fields: { start: { schema: z.literal('passkey', 'not_a_form') } },
} as const satisfies Form;

/** What the browser answers. */
export const signInByPasskeyForm = {
  path: paths.signInPasskey,
  maxBytes: TYPED_FORM_BYTES,
  fields: { by: { schema: z.literal('passkey', 'not_a_form') }, answer: { schema: passkeyAnswerSchema } },
} as const satisfies Form;
