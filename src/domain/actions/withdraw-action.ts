import { databaseNow } from '#domain/core/postgres/database-clock.ts';
import { verb } from '#domain/core/verb.ts';
import { actionNumber, type MovedView } from './action-number.ts';
import { whyNotMoved } from './why-not-moved.ts';

/**
 * Stops asking, for good: who asks again makes a new action with its own `since`, and what this one ended stays ended.
 * Throws NotFound, and Conflict `already_withdrawn`.
 */
export const withdrawAction = verb({
  name: 'actions/withdraw-action',
  input: actionNumber,
  async run(tx, _ctx, { actionId }): Promise<MovedView> {
    const count = await tx.$executeRaw`
      UPDATE "RequiredAction" SET state = 'withdrawn', "withdrawnAt" = ${databaseNow} WHERE id = ${actionId} AND state <> 'withdrawn'`;
    if (count === 0) throw await whyNotMoved(tx, actionId);
    return { actionId };
  },
  audit: (view) => ({ subject: `action:${view.actionId}` }),
});
