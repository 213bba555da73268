import { z } from 'zod';
import { NotFound } from '#domain/core/errors.ts';
import { verb } from '#domain/core/verb.ts';

/** Says that somebody has read that a schedule was missed: the front page names it no more. A second time changes nothing. Throws NotFound when none was. */
export const putAwayMissed = verb({
  name: 'publishing/scheduled/put-away-missed',
  input: z.strictObject({ schedule: z.int().positive() }),
  async run(tx, ctx, { schedule: id }): Promise<{ schedule: number }> {
    const { count } = await tx.schedule.updateMany({ where: { id, state: 'missed', putAwayAt: null }, data: { putAwayAt: ctx.now } });
    if (count === 0 && (await tx.schedule.count({ where: { id, state: 'missed' } })) === 0) throw new NotFound();
    return { schedule: id };
  },
  audit: ({ schedule }) => ({ subject: `schedule:${schedule}` }),
});
