import { paths } from '#paths';
import { confirmField, nextField, ownerField } from '../fields.ts';
import { type Form, TYPED_FORM_BYTES } from '../form.ts';
import { keepField } from './keep-additions.ts';

/** The new password of who has none, or has forgotten it. */
export const setRecoveredPasswordForm = {
  path: paths.recoverNew,
  maxBytes: TYPED_FORM_BYTES,
  fields: { keep: keepField, username: ownerField, next: nextField, confirm: confirmField },
} as const satisfies Form;
