import { z } from 'zod';
import { readClock } from '#domain/core/postgres/database-clock.ts';
import { verb } from '#domain/core/verb.ts';
import { lockEditions } from '../make-edition.ts';
import { miss } from './miss.ts';

/** Says of what is due and whose time has come that its edition can't be made. What has had its outcome keeps it. */
export const missSchedule = verb({
  name: 'publishing/scheduled/miss-schedule',
  input: z.strictObject({ schedule: z.int().positive() }),
  timeoutMs: 60_000,
  async run(tx, ctx, { schedule }): Promise<{ missed: boolean }> {
    await lockEditions(tx);
    const now = await readClock(tx);
    const found = await tx.schedule.findUnique({ where: { id: schedule } });
    if (found?.state !== 'due' || found.at > now) return { missed: false };
    await miss(tx, { ...ctx, now }, { schedule, why: 'not_rendered' });
    return { missed: true };
  },
  audit: ({ missed }, { schedule }) => (missed ? { subject: `schedule:${schedule}`, detail: { missed: 'not_rendered' } } : null),
});
