import { z } from 'zod';
import { databaseNow } from '#domain/core/database-clock.ts';
import { Conflict, NotFound } from '#domain/core/errors.ts';
import { verb } from '#domain/core/verb.ts';

/** PostgreSQL's `integer`. */
const MAX_ID = 2 ** 31 - 1;

/**
 * Stops asking, for good: who asks again makes a new action with its own `since`, and what this one ended stays ended.
 * Throws NotFound, and Conflict `already_withdrawn`.
 */
export const withdrawAction = verb({
  name: 'actions/withdraw-action',
  input: z.strictObject({ actionId: z.number().int().positive().max(MAX_ID) }),
  async run(tx, _ctx, { actionId }): Promise<{ actionId: number }> {
    const count = await tx.$executeRaw`
      UPDATE "RequiredAction" SET state = 'withdrawn', "withdrawnAt" = ${databaseNow} WHERE id = ${actionId} AND state <> 'withdrawn'`;
    if (count > 0) return { actionId };
    const known = (await tx.requiredAction.count({ where: { id: actionId } })) > 0;
    throw known ? new Conflict('already_withdrawn', `Action ${actionId} is withdrawn already.`) : new NotFound(`There is no action ${actionId}.`);
  },
  audit: (view) => ({ subject: `action:${view.actionId}` }),
});
