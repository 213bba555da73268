import { z } from 'zod';
import { UNKNOWN_CLIENT } from '#domain/core/context.ts';
import { countAttempt } from '#domain/core/limits.ts';
import { networkOf } from '#domain/core/network.ts';
import { verb } from '#domain/core/verb.ts';
import { type AskedPasskey, askForPasskey } from '#domain/credentials/passkey/ask-for-passkey.ts';

/** What a passkey must sign, to sign in or, for who is signed in, to show once more who is there. Throws TooMany after sixty of one source in fifteen minutes, and three
 * hundred of one network. */
export const askPasskey = verb({
  name: 'sessions/ask-passkey',
  input: z.strictObject({}),
  async prepare(ctx) {
    const { source } = ctx.client ?? UNKNOWN_CLIENT;
    await countAttempt(ctx.db, 'passkey', source);
    await countAttempt(ctx.db, 'passkey_network', networkOf(source));
  },
  run(tx, ctx): Promise<AskedPasskey> {
    const { actor, config, now } = ctx;
    if (actor.kind !== 'account') return askForPasskey(tx, config, { purpose: 'sign-in' }, { whose: null, now });
    const whose = { accountId: actor.accountId, before: null };
    return askForPasskey(tx, config, { purpose: 'step-up', sessionId: actor.sessionId }, { whose, now });
  },
  audit: () => ({ subject: 'passkey' }),
});
