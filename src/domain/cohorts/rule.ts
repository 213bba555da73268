import { z } from 'zod';

/** A live rule reads only what people don't change by doing what they are asked. Anything else is counted and frozen to a list. */
export const ruleSchema = z.union([
  z.strictObject({ everyone: z.literal(true) }),
  z.strictObject({ market: z.string().regex(/^[A-Z]{2}(-[A-Z]{2})?$/) }),
  z.strictObject({ createdBefore: z.iso.datetime({ offset: true }) }),
]);
export type Rule = z.output<typeof ruleSchema>;
