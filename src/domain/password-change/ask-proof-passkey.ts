import { z } from 'zod';
import { suspectSince } from '#domain/additions/suspect-since.ts';
import { UNKNOWN_CLIENT } from '#domain/core/context.ts';
import { countAttempt } from '#domain/core/limits.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { type AskedPasskey, askForPasskey } from '#domain/credentials/passkey/ask-for-passkey.ts';
import { toldIncidents } from '#domain/status/told-incidents.ts';

/** What a passkey must sign to show, in the guide, whose account it is. Throws TooMany after sixty of one source in fifteen minutes. */
export const askProofPasskey = verb({
  name: 'password-change/ask-proof-passkey',
  input: z.strictObject({}),
  async prepare(ctx) {
    await countAttempt(ctx.db, 'passkey', (ctx.client ?? UNKNOWN_CLIENT).source);
  },
  async run(tx, ctx): Promise<AskedPasskey> {
    const { accountId, sessionId } = requireAccount(ctx);
    const before = suspectSince((await toldIncidents(ctx, accountId)).incidents, ctx.now);
    return askForPasskey(tx, ctx.config, { purpose: 'prove', sessionId }, { whose: { accountId, before }, now: ctx.now });
  },
  audit: () => ({ subject: 'passkey' }),
});
