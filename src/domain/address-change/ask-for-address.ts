import { z } from 'zod';
import { emailAddress } from '#domain/accounts/email-address.ts';
import { recordEvent, whereOf } from '#domain/accounts/security-event.ts';
import { UNKNOWN_CLIENT } from '#domain/core/context.ts';
import { Invalid } from '#domain/core/errors.ts';
import { countAttempt } from '#domain/core/limits.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { askCode } from '#domain/credentials/email-code/ask-code.ts';
import { countCode } from '#domain/credentials/email-code/count-code.ts';
import { askForAddressForm } from '#model/forms/address/ask-for-address.ts';
import type { Locale } from '#paths';

/**
 * Asks for a code to the address that an account is to have; an earlier change of it that is under way is void. It is the same for an address that
 * another account has: who reads that mailbox is told, and nobody else. Throws Invalid for what is no address or the present one, TooMany.
 */
export const askForAddress = verb({
  name: 'address-change/ask-for-address',
  input: z.strictObject({
    email: askForAddressForm.fields.email.schema,
    /** What the browser's cookie of a code holds. */
    replaces: z.string().max(64).nullish(),
  }),
  async prepare(ctx, { email }) {
    const { accountId, sessionId } = requireAccount(ctx);
    const address = emailAddress(email);
    if (address === null) throw new Invalid({ email: 'email_invalid' });
    const { emailKey: own, locale } = await ctx.db.account.findUniqueOrThrow({ where: { id: accountId }, select: { emailKey: true, locale: true } });
    if (address.key === own) throw new Invalid({ email: 'email_same' });
    // What one session may have mailed, and one account to other people's mailboxes, before what one mailbox may get of all.
    await countAttempt(ctx.db, 'code', own, sessionId);
    await countAttempt(ctx.db, 'new_address', String(accountId));
    const { source } = ctx.client ?? UNKNOWN_CLIENT;
    await countCode(ctx, { key: address.key, accountId: null, source, sessionId, knownDevice: null });
    return { to: address.spelling, locale: locale as Locale };
  },
  async run(tx, ctx, { replaces = null }, { to, locale }): Promise<{ email: string; ticket: string }> {
    const { accountId, sessionId } = requireAccount(ctx);
    await tx.oneTimeCode.deleteMany({ where: { accountId, purpose: 'confirm', sessionId: { not: null } } });
    const ticket = await askCode(tx, ctx, { purpose: 'confirm', accountId, sessionId, email: to, replaces, locale });
    await recordEvent(tx, accountId, ctx.now, 'code_sent', whereOf(ctx));
    return { email: to, ticket };
  },
  audit: () => ({ subject: 'code:confirm' }),
});
