import { z } from 'zod';
import { countAttempt } from '#domain/core/limits.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { newTotpSecret, sealTotpSecret } from './totp-secret.ts';

/** Makes a secret that proves nothing until its person has shown a code of it, within a quarter of an hour and in this session. One that the session had begun before is gone; the account's own stays. Throws TooMany. */
export const startTotp = verb({
  name: 'credentials/totp/start-totp',
  input: z.strictObject({}),
  async prepare(ctx) {
    await countAttempt(ctx.db, 'new_factor', String(requireAccount(ctx).accountId));
  },
  async run(tx, ctx): Promise<Record<never, never>> {
    const { accountId, sessionId } = requireAccount(ctx);
    const { device, network } = await tx.session.findUniqueOrThrow({ where: { id: sessionId } });
    await tx.totpSecret.deleteMany({ where: { accountId, sessionId, confirmedAt: null } });
    const secret = sealTotpSecret(ctx.config.secret, accountId, newTotpSecret());
    await tx.totpSecret.create({ data: { accountId, sessionId, secret, addedAt: ctx.now, device, network } });
    return {};
  },
  audit: () => ({ subject: 'factor:totp' }),
});
