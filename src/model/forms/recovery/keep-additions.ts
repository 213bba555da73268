import { z } from 'zod';
import { paths } from '#paths';
import { BUTTON_FORM_BYTES, type Form } from '../form.ts';

/** More than the page ever shows. */
const MAX_KEPT = 100;

/** Handles of what its person says is theirs; a box that is not ticked sends nothing, and what it stands for is removed. */
export const keepField = {
  schema: z
    .array(
      z
        .string()
        .length(32, 'not_a_form')
        .regex(/^[0-9a-f]+$/, 'not_a_form'),
    )
    .max(MAX_KEPT, 'not_a_form'),
} as const;

/** What of the new things is one's own, in a recovery. */
export const keepRecoveredForm = { path: paths.recoverYours, maxBytes: 8 * BUTTON_FORM_BYTES, fields: { keep: keepField } } as const satisfies Form;

/** The same in the guide. */
export const keepInGuideForm = { ...keepRecoveredForm, path: paths.passwordYours } as const satisfies Form;
