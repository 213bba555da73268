import { paths } from '#paths';
import { askPasskeyFields, passkeyFields } from '../factors/passkey-answer.ts';
import { BUTTON_FORM_BYTES, type Form, TYPED_FORM_BYTES } from '../form.ts';

/** One button: the account's passkey, as the second factor. */
export const askRecoveryPasskeyForm = { path: paths.recoverFactor, maxBytes: BUTTON_FORM_BYTES, fields: askPasskeyFields } as const satisfies Form;

/** What the browser answers. */
export const giveRecoveryPasskeyForm = { path: paths.recoverFactor, maxBytes: TYPED_FORM_BYTES, fields: passkeyFields } as const satisfies Form;
