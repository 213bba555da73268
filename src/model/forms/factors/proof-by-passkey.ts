import { paths } from '#paths';
import { BUTTON_FORM_BYTES, type Form, TYPED_FORM_BYTES } from '../form.ts';
import { askPasskeyFields, passkeyFields } from './passkey-answer.ts';

/** One button: show whose account it is with a passkey. */
export const askProofPasskeyForm = { path: paths.passwordProof, maxBytes: BUTTON_FORM_BYTES, fields: askPasskeyFields } as const satisfies Form;

/** What the browser answers. */
export const proofByPasskeyForm = { path: paths.passwordProof, maxBytes: TYPED_FORM_BYTES, fields: passkeyFields } as const satisfies Form;
