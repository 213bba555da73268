import { z } from 'zod';
import { requireAccount } from '#domain/core/require-account.ts';
import { query } from '#domain/core/verb.ts';
import { aliveSessions } from '#domain/sessions/alive.ts';
import { lastChange } from './last-change.ts';

/** What the receipt says of the last change. */
export interface ChangeReceipt {
  changedAt: string;
  /** Null where that was never recorded: at an enrolment, or too long ago. */
  sessionsEnded: number | null;
  /** Other devices that are signed in now. */
  othersSignedIn: number;
}

/** The last change of the password, for the receipt; null: never here. */
export const readChange = query({
  name: 'password-change/read-change',
  input: z.strictObject({}),
  async run(ctx): Promise<ChangeReceipt | null> {
    const { accountId, sessionId } = requireAccount(ctx);
    const [change, othersSignedIn] = await Promise.all([
      lastChange(ctx.db, accountId),
      ctx.db.session.count({ where: { ...aliveSessions(accountId, ctx.now), id: { not: sessionId } } }),
    ]);
    return change && { changedAt: change.at.toISOString(), sessionsEnded: change.sessionsEnded, othersSignedIn };
  },
});
