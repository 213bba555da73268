import { z } from 'zod';
import { requireAccount } from '#domain/core/require-account.ts';
import { endSessionsForm } from '#model/forms/sessions/end-sessions.ts';
import { verb } from '#domain/core/verb.ts';
import { endOwn } from './own/end-own.ts';

/** Signs out several of the person's own devices, at once; those that are over or a stranger's are passed over. */
export const endSessions = verb({
  name: 'sessions/end-sessions',
  input: z.strictObject({ sessionIds: endSessionsForm.fields.sessionIds.schema }),
  async run(tx, ctx, { sessionIds }): Promise<{ ended: number }> {
    const { accountId } = requireAccount(ctx);
    return { ended: (await endOwn(tx, ctx.now, { accountId, id: { in: sessionIds } })).length };
  },
  audit: ({ ended }) => ({ subject: 'sessions', detail: { ended } }),
});
