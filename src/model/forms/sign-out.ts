import { paths } from '#paths';
import { BUTTON_FORM_BYTES, type Form } from './form.ts';

/** One button. */
export const signOutForm = { path: paths.signOut, maxBytes: BUTTON_FORM_BYTES, fields: {} } as const satisfies Form;
