import { z } from 'zod';
import { Conflict, NotFound } from '#domain/core/errors.ts';
import { verb } from '#domain/core/verb.ts';

/** Stops asking, for good: who asks again makes a new action with its own `since`. */
export const withdrawAction = verb({
  name: 'actions/withdraw-action',
  may: 'action:activate',
  input: z.strictObject({
    actionId: z
      .number()
      .int()
      .positive()
      .max(2 ** 31 - 1),
  }),
  async run(tx, _ctx, { actionId }): Promise<{ actionId: number }> {
    const { count } = await tx.requiredAction.updateMany({ where: { id: actionId, state: { not: 'withdrawn' } }, data: { state: 'withdrawn' } });
    if (count > 0) return { actionId };
    throw (await tx.requiredAction.count({ where: { id: actionId } })) > 0 ? new Conflict('already_withdrawn') : new NotFound();
  },
  audit: (view) => ({ subject: `action:${view.actionId}` }),
});
