import { type Command, Option } from 'commander';
import { listAccounts, MAX_LISTED } from '#domain/accounts/list-accounts.ts';
import { market } from '#model/market.ts';
import { ROLES, type Role } from '#model/roles.ts';
import { checked, MARKET_FORM } from '#bin/commands/checked.ts';
import { answer } from '#bin/commands/answer.ts';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';

interface ListOptions extends OperatorOptions {
  role?: Role;
  market?: string;
  disabled?: true;
  limit: string;
  after?: string;
}

export function accountsList(accounts: Command): void {
  const command = accounts
    .command('list')
    .description('accounts by their numbers, a page at a time')
    .addOption(new Option('--role <role>', 'those with this role in the team').choices(ROLES))
    .option('--market <country>', 'those of this market, two letters', checked(market, MARKET_FORM))
    .option('--disabled', 'those that are disabled')
    .option('--limit <number>', 'how many at most', checked(/^([1-9]\d{0,2}|1000)$/, `It is 1 to ${MAX_LISTED}.`), '100')
    .option('--after <account>', 'those after this number: the next page', checked(/^\d{1,18}$/, 'An account has a number.'))
    .addHelpText('after', '\nExample:\n  candor accounts list --role admin');
  operatorOptions(command, 'list accounts').action(({ role, market, disabled, limit, after, json, ...who }: ListOptions) =>
    asOperator(who, async (ctx) => {
      const accounts = await listAccounts(ctx, { role, market, disabled, after, limit: Number(limit) });
      for (const account of accounts) {
        const { accountId, email, market: of, locale, roles, disabledAt, erasedAt, enrolled } = account;
        const state = erasedAt ? 'erased' : disabledAt ? 'disabled' : enrolled ? 'open' : 'no password yet';
        answer(json ? { json } : {}, account, [accountId, email, of, locale, state, roles.join(' ')].join('  ').trimEnd());
      }
      if (accounts.length === Number(limit)) console.error(`There may be more: --after ${accounts.at(-1)?.accountId}`);
    }),
  );
}
