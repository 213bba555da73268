import { z } from 'zod';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { lockEditions } from '../make-edition.ts';
import { stop } from './stop.ts';

/** Stops what is due: it does not go out, for good. Throws NotFound, and Conflict `schedule_ended` when it is not due any more. */
export const stopSchedule = verb({
  name: 'publishing/scheduled/stop-schedule',
  input: z.strictObject({ schedule: z.int().positive() }),
  timeoutMs: 60_000,
  async run(tx, ctx, { schedule }): Promise<{ schedule: number }> {
    const { accountId } = requireAccount(ctx);
    await lockEditions(tx);
    await stop(tx, ctx, { schedule, accountId });
    return { schedule };
  },
  audit: ({ schedule }) => ({ subject: `schedule:${schedule}` }),
});
