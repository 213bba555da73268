import { z } from 'zod';

/** What was typed and what is wrong with it. The form's own bound is the body's. */
export const keptForm = z.strictObject({
  /** Its name. */
  form: z.string().max(60),
  /** As a body of a form, without what is never shown again. */
  body: z.string(),
  /** A field's name → the key of the sentence that says what is wrong. */
  errors: z.record(z.string(), z.string()),
  /** Why the whole of it was refused; the end of a message key. */
  reason: z.string().max(60).nullable(),
});
export type KeptForm = z.output<typeof keptForm>;
