import { z } from 'zod';

/** In UTF-16 units, of JSON: an answer without attestation has some 1,500, and more only by its extensions. */
const MAX_ANSWER_LENGTH = 8_000;

/** What a browser answers for a passkey, as JSON; the page's script fills it in. Read in the verb. */
export const passkeyAnswerSchema = z.string().min(1, 'passkey_refused').max(MAX_ANSWER_LENGTH, 'passkey_refused');
