import { z } from 'zod';
import { aliveSessions } from '#domain/sessions/alive.ts';
import { actorName } from '#domain/core/context.ts';
import { query } from '#domain/core/verb.ts';
import { own } from '#domain/core/require-account.ts';

const recorded = z.object({ sessionsEnded: z.number() });

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
  may: 'account:password',
  input: z.strictObject({}),
  async run(ctx): Promise<ChangeReceipt | null> {
    const { accountId, sessionId } = own(ctx);
    const account = await ctx.db.account.findUnique({ where: { id: accountId }, select: { passwordChangedAt: true } });
    const changedAt = account?.passwordChangedAt;
    if (!changedAt) return null;
    const [entry, othersSignedIn] = await Promise.all([
      // The audit's own number: ended sessions are deleted sooner, and one may have ended by itself at that moment.
      ctx.db.auditEntry.findFirst({ where: { at: changedAt, actor: actorName(ctx.actor), verb: 'password-change/change-password', outcome: 'done' } }),
      ctx.db.session.count({ where: { ...aliveSessions(accountId, ctx.now), id: { not: sessionId } } }),
    ]);
    const known = recorded.safeParse(entry?.detail);
    return { changedAt: changedAt.toISOString(), sessionsEnded: known.success ? known.data.sessionsEnded : null, othersSignedIn };
  },
});
