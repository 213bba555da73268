import { z } from 'zod';
import { LOCALES } from '#paths';

/** Why what readers act on changes: a sentence in each language in which it does. The public reads it. */
export const reasonsSchema = z
  .partialRecord(z.enum(LOCALES), z.string().max(1000, 'reason_long').trim())
  // What nobody filled in is no reason.
  .transform((given): Reasons => Object.fromEntries(Object.entries(given).filter(([, why]) => why !== '')));

export type Reasons = { [L in (typeof LOCALES)[number]]?: string };

/** Characters that a sentence has at least. */
export const MIN_REASON = 20;
