import { paths } from '#paths';
import { askPasskeyFields, passkeyFields } from './factors/passkey-answer.ts';
import { BUTTON_FORM_BYTES, type Form, TYPED_FORM_BYTES } from './form.ts';

/** One button: sign in with a passkey. */
export const askPasskeyForm = { path: paths.signInPasskey, maxBytes: BUTTON_FORM_BYTES, fields: askPasskeyFields } as const satisfies Form;

/** What the browser answers. */
export const signInByPasskeyForm = { path: paths.signInPasskey, maxBytes: TYPED_FORM_BYTES, fields: passkeyFields } as const satisfies Form;
