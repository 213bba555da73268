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
    .description('create an account and print its one-time enrolment code')
    .requiredOption('--email <address>', 'the address to sign in with')
    .addOption(new Option('--role <role...>', 'what the account may do in the team').choices(ROLES).default([]))
    .option('--market <country>', 'two letters', checked(market, MARKET_FORM), 'US')
    .addOption(new Option('--locale <locale>', 'the language of its mails').choices(LOCALES).default('en'));
  operatorOptions(command, 'create an account').action((options: CreateOptions) =>
    asOperator(options, async (ctx) => {
      const { accountId, code } = await createAccount(ctx, { email: options.email, roles: options.role, market: options.market, locale: options.locale });
      console.log(
        `Account ${accountId} is created. Enrol at ${ctx.config.url.origin}${paths.enrol(options.locale)} with this code, once, within 24 hours:\n\n  ${code}\n`,
      );
    }),
  );
}
