import { databaseNow } from '#domain/core/postgres/database-clock.ts';
import { verb } from '#domain/core/verb.ts';
import { actionNumber, type MovedView } from './action-number.ts';
import { whyNotMoved } from './why-not-moved.ts';

/**
 * Stops asking until it is resumed: nobody is restricted or asked for it. The sessions that it ended stay ended, and what was done stays
 * done. One row, however many it asks. Throws NotFound, and Conflict `already_paused` or `already_withdrawn`.
 */
export const pauseAction = verb({
  name: 'actions/pause-action',
  input: actionNumber,
  async run(tx, _ctx, { actionId }): Promise<MovedView> {
    const count = await tx.$executeRaw`
      UPDATE "RequiredAction" SET state = 'paused', "pausedAt" = ${databaseNow} WHERE id = ${actionId} AND state = 'active'`;
    if (count === 0) throw await whyNotMoved(tx, actionId);
    return { actionId };
  },
  audit: (view) => ({ subject: `action:${view.actionId}` }),
});
