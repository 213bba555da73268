import { z } from 'zod';
import { aboutAddress } from '#domain/core/about-address.ts';
import { emailAddress } from '#domain/accounts/email-address.ts';
import { knownDevice } from '#domain/accounts/known-device.ts';
import { UNKNOWN_CLIENT } from '#domain/core/context.ts';
import { Invalid } from '#domain/core/errors.ts';
import { verb } from '#domain/core/verb.ts';
import { askCode } from '#domain/credentials/email-code/ask-code.ts';
import { countCode } from '#domain/credentials/email-code/count-code.ts';
import { askTakeBackForm } from '#model/forms/address/ask-take-back.ts';
import { LOCALES } from '#paths';
import { changeToTakeBack } from './change-to-take-back.ts';

/**
 * Asks for a code to an address that was an account's until of late. For any other it does and says the same, and no mail goes out. Throws Invalid
 * for what is no address, TooMany.
 */
export const askTakeBack = verb({
  name: 'address-change/ask-take-back',
  input: z.strictObject({
    email: askTakeBackForm.fields.email.schema,
    locale: z.enum(LOCALES),
    /** What the browser's cookies of a code and of the device hold. */
    replaces: z.string().max(64).nullish(),
    device: z.string().max(64).nullish(),
  }),
  async prepare(ctx, { email, device = null }) {
    const address = emailAddress(email);
    if (address === null) throw new Invalid({ email: 'email_invalid' });
    const { key, spelling } = address;
    const change = await changeToTakeBack(ctx.db, { key, now: ctx.now });
    const accountId = change?.accountId ?? null;
    const { source } = ctx.client ?? UNKNOWN_CLIENT;
    await countCode(ctx, { key, accountId, source, knownDevice: await knownDevice(ctx.db, accountId, device) });
    return { accountId, email: spelling, about: aboutAddress(ctx.config, accountId, key) };
  },
  async run(tx, ctx, { replaces = null, locale }, { accountId, email, about }): Promise<{ ticket: string; about: string }> {
    return { ticket: await askCode(tx, ctx, { purpose: 'confirm', accountId, email, replaces, locale }), about };
  },
  audit: (view) => ({ subject: view.about }),
});
