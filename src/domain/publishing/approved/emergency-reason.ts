import { z } from 'zod';

/** Characters at least: a sentence. */
export const MIN_REASON = 20;

/** Why nobody else could be waited for. The public reads it. */
export const emergencyReason = z.string().max(1000, 'reason_long').trim().min(MIN_REASON, 'reason_short');
