import { type Command, Option } from 'commander';
import { createAccount } from '#domain/accounts/create-account.ts';
import { ROLES, type Role } from '#model/roles.ts';
import { LOCALES, paths } from '#paths';
import { market } from '#model/market.ts';
import { checked, MARKET_FORM } from '#bin/commands/checked.ts';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';

interface CreateOptions extends OperatorOptions {
  email: string;
  role: Role[];
  market: string;
  locale: (typeof LOCALES)[number];
}

export function accountsCreate(accounts: Command): void {
  const command = accounts
    .command('create')
    .description('create an account and print where its person sets the first password')
    .requiredOption('--email <address>', 'the address to sign in with')
    .addOption(new Option('--role <role...>', 'what the account may do in the team').choices(ROLES).default([]))
    .requiredOption('--market <country>', 'where its person is, two letters', checked(market, MARKET_FORM))
    .addOption(new Option('--locale <locale>', 'the language of its mails').choices(LOCALES).makeOptionMandatory())
    .addHelpText('after', '\nExample:\n  candor accounts create --email you@example.org --role admin --market SE --locale en');
  operatorOptions(command, 'create an account').action(({ email, role, market, locale, json, ...who }: CreateOptions) =>
    asOperator(who, async (ctx) => {
      const created = await createAccount(ctx, { email, roles: role, market, locale });
      const url = `${ctx.config.url.origin}${paths.enrol(locale)}`;
      console.log(
        json
          ? JSON.stringify({ ...created, url })
          : `Account ${created.accountId} is created. Its person sets the first password at ${url}, with a code by mail.`,
      );
    }),
  );
}
