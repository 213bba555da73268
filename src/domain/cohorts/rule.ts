import { z } from 'zod';
import { instant } from '#model/instant.ts';
import { market } from '#model/market.ts';

/** A live rule reads only what people don't change by doing what they are asked. Anything else is counted and frozen to a list. */
export const ruleSchema = z.union([z.strictObject({ everyone: z.literal(true) }), z.strictObject({ market }), z.strictObject({ createdBefore: instant })]);
export type Rule = z.output<typeof ruleSchema>;
