import { z } from 'zod';
import { paths } from '#paths';
import type { Form } from '../form.ts';

/** In UTF-16 units: an id has 1,023 bytes at most (WebAuthn §4), written as base64url. */
export const MAX_PASSKEY_ID_LENGTH = 1_364;

/** One button for each passkey in the list. */
export const removePasskeyForm = {
  path: paths.factors,
  maxBytes: 2 * 1024,
  fields: {
    remove: { schema: z.literal('passkey', 'not_a_form') },
    passkeyId: {
      schema: z
        .string()
        .max(MAX_PASSKEY_ID_LENGTH, 'not_a_form')
        .regex(/^[\w-]+$/, 'not_a_form'),
    },
  },
} as const satisfies Form;
