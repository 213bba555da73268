import { z } from 'zod';
import { aboutAddress } from '#domain/core/about-address.ts';
import { emailKey } from '#domain/accounts/email-key.ts';
import { knownDevice } from '#domain/accounts/known-device.ts';
import { noteEvent, whereOf } from '#domain/accounts/security-event.ts';
import { UNKNOWN_CLIENT } from '#domain/core/context.ts';
import { Invalid } from '#domain/core/errors.ts';
import { verb } from '#domain/core/verb.ts';
import { askCode } from '#domain/credentials/email-code/ask-code.ts';
import { countCode } from '#domain/credentials/email-code/count-code.ts';
import { askRecoveryForm } from '#model/forms/recovery/ask-recovery.ts';
import { DEFAULT_LOCALE, type Locale } from '#paths';

export interface AskedView {
  /** For the cookie of the asking browser only. */
  ticket: string;
  /** For the audit log: the account, or the address as a keyed hash. */
  about: string;
}

/**
 * Has a code mailed to who has forgotten the password, or has none yet. For an address that is nobody's, and for a closed account, the same is done and no mail
 * goes out. Throws Invalid for what is no address, TooMany after three an hour of one device or source, and by the table of limits.
 */
export const askRecovery = verb({
  name: 'recovery/ask-recovery',
  input: z.strictObject({
    email: askRecoveryForm.fields.email.schema,
    /** What the browser's cookies of a code and of the device hold. */
    replaces: z.string().max(64).nullish(),
    device: z.string().max(64).nullish(),
  }),
  async prepare(ctx, { email, device = null }) {
    const { source } = ctx.client ?? UNKNOWN_CLIENT;
    const key = emailKey(email);
    if (key === null) throw new Invalid({ email: 'email_invalid' });
    const account = await ctx.db.account.findUnique({ where: { emailKey: key, disabledAt: null } });
    const accountId = account?.id ?? null;
    const about = aboutAddress(ctx.config, accountId, key);
    const known = await knownDevice(ctx.db, accountId, device);
    try {
      await countCode(ctx, { key, accountId, source, knownDevice: known });
    } catch (error) {
      throw error instanceof Error ? Object.assign(error, { about }) : error;
    }
    return { account, about };
  },
  async run(tx, ctx, { replaces = null }, { account, about }): Promise<AskedView> {
    const accountId = account?.id ?? null;
    const purpose = account?.passwordHash === null ? ('enrol' as const) : ('recover' as const);
    const locale = (account?.locale ?? DEFAULT_LOCALE) as Locale;
    const ticket = await askCode(tx, ctx, { purpose, accountId, replaces, locale });
    await noteEvent(tx, accountId, 'code_sent', whereOf(ctx));
    return { ticket, about };
  },
  audit: (view) => ({ subject: view.about }),
});
