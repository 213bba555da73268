import { z } from 'zod';
import { enqueue } from '#domain/core/jobs.ts';
import { verb } from '#domain/core/verb.ts';
import { CODE_TTL_MS, pendingId } from '#domain/core/one-time-code.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { recordEvent } from '#domain/accounts/security-event.ts';
import { countAttempt } from '#domain/core/limits.ts';

/**
 * Asks for a code to the address on file, for the change of the password. The worker makes the code when it sends it;
 * what stands here until then is no code, but ends an earlier one at once and says which session asked. Throws TooMany after
 * three an hour.
 */
export const sendCode = verb({
  name: 'credentials/email-code/send-code',
  input: z.strictObject({}),
  async prepare(ctx) {
    await countAttempt(ctx.db, 'code', String(requireAccount(ctx).accountId));
  },
  async run(tx, ctx): Promise<{ email: string }> {
    const { accountId, sessionId } = requireAccount(ctx);
    const session = await tx.session.findUniqueOrThrow({ where: { id: sessionId }, include: { account: true } });
    const asked = { id: pendingId(), sessionId, tries: 0, expiresAt: new Date(ctx.now.getTime() + CODE_TTL_MS) };
    const of = { accountId, purpose: 'change-password' };
    await tx.oneTimeCode.upsert({ where: { accountId_purpose: of }, create: { ...of, ...asked }, update: asked });
    await enqueue(tx, 'mail-code', { accountId: String(accountId), sessionId, locale: session.account.locale });
    await recordEvent(tx, accountId, ctx.now, 'code_sent', session);
    return { email: session.account.email };
  },
  audit: () => ({ subject: 'code:change-password' }),
});
