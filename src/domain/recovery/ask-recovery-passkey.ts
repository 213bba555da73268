import { z } from 'zod';
import { suspectSince } from '#domain/additions/suspect-since.ts';
import { UNKNOWN_CLIENT } from '#domain/core/context.ts';
import { Conflict } from '#domain/core/errors.ts';
import { countAttempt } from '#domain/core/limits.ts';
import { verb } from '#domain/core/verb.ts';
import { type AskedPasskey, askForPasskey } from '#domain/credentials/passkey/ask-for-passkey.ts';
import { toldIncidents } from '#domain/status/told-incidents.ts';
import { requireProved } from './open-request.ts';

/**
 * What a passkey must sign as the second factor of a recovery: good for this request alone, and only as long as it goes on. Throws Conflict `proof_used` for a
 * request that is over, or whose factor was given, TooMany after sixty of one source in fifteen minutes.
 */
export const askRecoveryPasskey = verb({
  name: 'recovery/ask-recovery-passkey',
  input: z.strictObject({
    /** What the browser's cookie of a code holds. */
    ticket: z.string().max(64).nullable(),
  }),
  async prepare(ctx, { ticket }) {
    await countAttempt(ctx.db, 'passkey', (ctx.client ?? UNKNOWN_CLIENT).source);
    const { id, account } = await requireProved(ctx, ticket);
    const before = suspectSince((await toldIncidents(ctx, account.id)).incidents, ctx.now);
    return { requestId: id, whose: { accountId: account.id, before } };
  },
  async run(tx, ctx, _input, { requestId, whose }): Promise<AskedPasskey> {
    // Locked until the challenge stands: whoever ends the request waits, or was before.
    const { count } = await tx.oneTimeCode.updateMany({ where: { id: requestId, factorAt: null }, data: { factorAt: null } });
    if (count === 0) throw new Conflict('proof_used');
    return askForPasskey(tx, ctx.config, { purpose: 'recover', requestId }, { whose, now: ctx.now });
  },
  audit: () => ({ subject: 'passkey' }),
});
