import { paths } from '#paths';
import { emailField } from '../fields.ts';
import { type Form, TYPED_FORM_BYTES } from '../form.ts';

/** Whose password is forgotten. */
export const askRecoveryForm = { path: paths.recover, maxBytes: TYPED_FORM_BYTES, fields: { email: emailField } } as const satisfies Form;

/** Who signs in here for the first time. */
export const askFirstCodeForm = { ...askRecoveryForm, path: paths.enrol } as const satisfies Form;
