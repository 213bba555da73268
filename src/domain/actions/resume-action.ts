import { verb } from '#domain/core/verb.ts';
import { actionNumber, type MovedView } from './action-number.ts';
import { whyNotMoved } from './why-not-moved.ts';

/**
 * Asks again what was paused, with the same `since`: what was done meanwhile counts. Throws NotFound, and Conflict `not_paused` or
 * `already_withdrawn`.
 */
export const resumeAction = verb({
  name: 'actions/resume-action',
  input: actionNumber,
  async run(tx, _ctx, { actionId }): Promise<MovedView> {
    const count = await tx.$executeRaw`
      UPDATE "RequiredAction" SET state = 'active', "pausedAt" = NULL WHERE id = ${actionId} AND state = 'paused'`;
    if (count === 0) throw await whyNotMoved(tx, actionId);
    return { actionId };
  },
  audit: (view) => ({ subject: `action:${view.actionId}` }),
});
