import { z } from 'zod';
import { UNKNOWN_CLIENT } from '#domain/core/context.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { recordEvent } from '#domain/accounts/security-event.ts';
import { knownDevice } from '#domain/accounts/known-device.ts';
import { verb } from '#domain/core/verb.ts';
import type { Locale } from '#paths';
import { askCode } from './ask-code.ts';
import { countCode } from './count-code.ts';

/** Asks for a code to the address on file, for the change of the password. Throws TooMany after three an hour of one session. */
export const sendCode = verb({
  name: 'credentials/email-code/send-code',
  input: z.strictObject({
    /** What the browser's cookies of a code and of the device hold. */
    replaces: z.string().max(64).nullish(),
    device: z.string().max(64).nullish(),
  }),
  async prepare(ctx, { device = null }) {
    const { accountId, sessionId } = requireAccount(ctx);
    const { emailKey: key } = await ctx.db.account.findUniqueOrThrow({ where: { id: accountId }, select: { emailKey: true } });
    const { source } = ctx.client ?? UNKNOWN_CLIENT;
    await countCode(ctx, { key, accountId, source, sessionId, knownDevice: await knownDevice(ctx.db, accountId, device) });
  },
  async run(tx, ctx, { replaces = null }): Promise<{ email: string; ticket: string }> {
    const { accountId, sessionId } = requireAccount(ctx);
    const session = await tx.session.findUniqueOrThrow({ where: { id: sessionId }, include: { account: true } });
    const { email, locale } = session.account;
    const ticket = await askCode(tx, ctx, { purpose: 'change', accountId, sessionId, replaces, locale: locale as Locale });
    await recordEvent(tx, accountId, ctx.now, 'code_sent', session);
    return { email, ticket };
  },
  audit: () => ({ subject: 'code:change' }),
});
