import { z } from 'zod';
import { noteFailure, recordEvent, whereOf } from '#domain/accounts/security-event.ts';
import { suspectSince } from '#domain/additions/suspect-since.ts';
import { UNKNOWN_CLIENT } from '#domain/core/context.ts';
import { Conflict, Invalid } from '#domain/core/errors.ts';
import { countAttempt } from '#domain/core/limits.ts';
import { CODE_MAX_TRIES } from '#domain/core/one-time-code.ts';
import { verb } from '#domain/core/verb.ts';
import { factorRefused, givenFactor, takeFactor } from '#domain/credentials/factor/take-factor.ts';
import { toldIncidents } from '#domain/status/told-incidents.ts';
import { requireProved } from './open-request.ts';

/**
 * Shows with the account's second factor, or one of its recovery codes, that who reads its mail is its person. What was added since the incident began proves
 * nothing. Throws Invalid for what is wrong, and after five tries for everything; Conflict `proof_used` for a request that is over, and for the second of two at once.
 */
export const giveRecoveryFactor = verb({
  name: 'recovery/give-recovery-factor',
  input: z.strictObject({
    given: givenFactor,
    /** What the browser's cookie of a code holds. */
    ticket: z.string().max(64).nullable(),
  }),
  async prepare(ctx, { given, ticket }) {
    const { id, account } = await requireProved(ctx, ticket);
    const { id: accountId } = account;
    const open = { id, factorAt: null, tries: { lt: CODE_MAX_TRIES } };
    const { count } = await ctx.db.oneTimeCode.updateMany({ where: open, data: { tries: { increment: 1 } } });
    if (count === 0) await countAttempt(ctx.db, 'source', (ctx.client ?? UNKNOWN_CLIENT).source);
    const before = suspectSince((await toldIncidents(ctx, accountId)).incidents, ctx.now);
    try {
      if (count === 0) throw factorRefused(given);
      await takeFactor(ctx, given, { accountId, before, place: 'recovery', of: { purpose: 'recover', requestId: id } });
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      await noteFailure(ctx.db, accountId, 'recovery_failed', whereOf(ctx));
      throw Object.assign(error, { about: `account:${accountId}` });
    }
    return { id, accountId };
  },
  async run(tx, ctx, _input, { id, accountId }): Promise<{ accountId: string }> {
    const { count } = await tx.oneTimeCode.updateMany({ where: { id, provedAt: { not: null }, factorAt: null }, data: { factorAt: ctx.now } });
    if (count === 0) throw new Conflict('proof_used');
    await recordEvent(tx, accountId, ctx.now, 'proof_given', whereOf(ctx));
    return { accountId: String(accountId) };
  },
  audit: (view) => ({ subject: `account:${view.accountId}` }),
});
