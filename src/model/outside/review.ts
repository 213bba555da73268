import { z } from 'zod';
import { BUTTON_FORM_BYTES, type Form, TYPED_FORM_BYTES } from '#model/forms/form.ts';
import { paths } from '#paths';

/** Longer than any code, its spaces among it. */
const MAX_TYPED_CODE = 200;

/** A code as it was copied, with what stands around it. */
export const openReviewForm = {
  path: paths.outsideReview,
  maxBytes: BUTTON_FORM_BYTES,
  fields: { code: { schema: z.string().max(MAX_TYPED_CODE, 'code_none').trim().min(1, 'code_missing') } },
} as const satisfies Form;

/** What was seen as it was said; what is typed is bounded by its verb. */
export const outsideCommentForm = {
  path: paths.outsideComment,
  maxBytes: TYPED_FORM_BYTES,
  fields: {
    seen: { schema: z.string().max(64, 'not_a_form') },
    /** Empty for all of the text. */
    line: {
      schema: z.union(
        [
          z.literal('').transform(() => null),
          z
            .string()
            .trim()
            .regex(/^[1-9][0-9]{0,8}$/)
            .transform(Number),
        ],
        'line_none',
      ),
    },
    text: { schema: z.string() },
  },
} as const satisfies Form;

/** Takes the code out of the browser. */
export const leaveReviewForm = { path: paths.outsideLeave, maxBytes: BUTTON_FORM_BYTES, fields: {} } as const satisfies Form;

/** Every form of somebody without an account who reads one text. */
export const OUTSIDE_FORMS: readonly Form[] = [openReviewForm, outsideCommentForm, leaveReviewForm];
