import { z } from 'zod';
import type { HiddenField } from '../form.ts';

/** In UTF-16 units, of JSON: an answer without attestation has some 1,500, and more only by its extensions. */
const MAX_ANSWER_LENGTH = 8_000;

/** What a browser answers for a passkey, as JSON; the page's script fills it in. Read in the verb. */
export const passkeyAnswerSchema = z.string().min(1, 'passkey_refused').max(MAX_ANSWER_LENGTH, 'passkey_refused');

/** Of the one button after which the browser is asked for a passkey. */
export const askPasskeyFields = { start: { schema: z.literal('passkey', 'not_a_form') } } as const satisfies Record<string, HiddenField>;

/** Of what is sent when it has answered. */
export const passkeyFields = {
  by: { schema: z.literal('passkey', 'not_a_form') },
  answer: { schema: passkeyAnswerSchema },
} as const satisfies Record<string, HiddenField>;
