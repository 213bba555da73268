import { z } from 'zod';
import { paths } from '#paths';
import { type Form, TYPED_FORM_BYTES } from '../form.ts';
import { passkeyAnswerSchema } from './passkey-answer.ts';

/** A new passkey, as the browser made it. */
export const addPasskeyForm = {
  path: paths.factorPasskey,
  maxBytes: TYPED_FORM_BYTES,
  fields: { add: { schema: z.literal('passkey', 'not_a_form') }, answer: { schema: passkeyAnswerSchema } },
} as const satisfies Form;
