import { z } from 'zod';
import { requireAccount } from '#domain/core/require-account.ts';
import { query } from '#domain/core/verb.ts';
import { openTotpSecret } from './totp-secret.ts';
import { totpSetup } from './totp-setup.ts';
import { totpKey, totpUri } from './totp-step.ts';

export interface TotpSetupView {
  /** Base32. */
  key: string;
  /** `otpauth://…` */
  uri: string;
}

/** The key that this session is setting up, for its page and for nothing else; null when none was begun, or too long ago. */
export const readTotpSetup = query({
  name: 'credentials/totp/read-totp-setup',
  input: z.strictObject({ issuer: z.string().max(200) }),
  async run(ctx, { issuer }): Promise<TotpSetupView | null> {
    const { accountId, sessionId } = requireAccount(ctx);
    const row = await ctx.db.totpSecret.findFirst({ where: totpSetup(accountId, sessionId, ctx.now), include: { account: true } });
    if (!row) return null;
    const secret = openTotpSecret(ctx.config.secret, accountId, row.secret);
    return secret && { key: totpKey(secret), uri: totpUri(secret, { issuer, label: row.account.email }) };
  },
});
