import { z } from 'zod';
import { paths } from '#paths';
import { confirmField, nextField, ownerField } from './fields.ts';
import { keepField } from './recovery/keep-additions.ts';
import { type Form, TYPED_FORM_BYTES } from './form.ts';

/** The new password, and whether other devices are signed out with it. */
export const newPasswordForm = {
  path: paths.passwordNew,
  maxBytes: TYPED_FORM_BYTES,
  fields: {
    keep: keepField,
    username: ownerField,
    next: nextField,
    confirm: confirmField,
    /** A box that is not ticked sends nothing. */
    signOutOthers: { schema: z.enum(['on', ''], 'not_a_form').transform((box) => box === 'on'), label: 'guide.new.others', input: { type: 'checkbox' } },
  },
} as const satisfies Form;
