import { paths } from '#paths';
import { BUTTON_FORM_BYTES, type Form } from './form.ts';

/** One button; what it answers is the file. */
export const downloadDataForm = { path: paths.yourData, maxBytes: BUTTON_FORM_BYTES, fields: {} } as const satisfies Form;
