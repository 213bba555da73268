import { z } from 'zod';

/** PostgreSQL's `integer`. */
const MAX_ID = 2 ** 31 - 1;

/** Which action. */
export const actionNumber = z.strictObject({ actionId: z.number().int().positive().max(MAX_ID) });

export interface MovedView {
  actionId: number;
}
