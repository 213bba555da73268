import { z } from 'zod';

/** A finding that a text is submitted with, as `Submission.standing` keeps it: a warning, or an error for which its author asks to be let off. */
export const standingSchema = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  line: z.number(),
  column: z.number(),
  /** Of the text, from the place on. */
  words: z.string(),
  message: z.string(),
  /** Why it should stand, in the author's words; null where nothing was said. */
  request: z.string().nullable(),
});
export type Standing = z.output<typeof standingSchema>;

/** What an approver let stand, as `Approval.accepted` keeps it: each finding of the submission in its order, and of an error why. */
export const acceptedSchema = standingSchema.omit({ message: true, request: true }).extend({ reason: z.string().nullable() });
export type Accepted = z.output<typeof acceptedSchema>;
