import { z } from 'zod';
import { emailField } from '#model/forms/fields.ts';
import { LOCALES } from '#paths';
import { market } from '#model/market.ts';
import { ROLES } from '#model/roles.ts';
import { Conflict, Invalid } from '#domain/core/errors.ts';
import { verb } from '#domain/core/verb.ts';
import { emailAddress } from './email-address.ts';

export interface CreatedView {
  accountId: string;
}

/**
 * Makes an account without a password: its person sets the first one with a code by mail. Throws Invalid for what is no address, Conflict
 * `account_exists` for one that is taken in any spelling.
 */
export const createAccount = verb({
  name: 'accounts/create-account',
  input: z.strictObject({
    email: emailField.schema,
    roles: z.array(z.enum(ROLES)),
    market,
    locale: z.enum(LOCALES),
  }),
  async run(tx, ctx, { email, roles, market, locale }): Promise<CreatedView> {
    const address = emailAddress(email);
    if (address === null) throw new Invalid({ email: 'email_invalid' });
    const made = { email: address.spelling, emailKey: address.key, roles: [...new Set(roles)], market, locale, createdAt: ctx.now };
    const [account] = await tx.account.createManyAndReturn({ data: [made], skipDuplicates: true });
    if (!account) throw new Conflict('account_exists', 'There is an account with this address already.');
    return { accountId: String(account.id) };
  },
  audit: (view, { roles }) => ({ subject: `account:${view.accountId}`, detail: { roles: roles.join(' ') } }),
});
