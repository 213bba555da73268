import type { Command } from 'commander';
import { eraseAccount } from '#domain/accounts/erase-account.ts';
import { showAccount } from '#domain/status/show-account.ts';
import { answer } from '#bin/commands/answer.ts';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';

interface EraseOptions extends OperatorOptions {
  address?: string;
}

const EXAMPLES = `
Examples:
  candor accounts erase 4711
  candor accounts erase 4711 --address someone@example.org --reason "asked for it on 22 May"`;

export function accountsErase(accounts: Command): void {
  const command = accounts
    .command('erase')
    .description('erase an account for good; without --address, show which')
    .argument('<account>', 'its number or its address')
    .option('--address <address>', 'the address of the account, once more')
    .addHelpText('after', EXAMPLES);
  operatorOptions(command, 'erase an account').action((account: string, { address, ...options }: EraseOptions) =>
    asOperator(options, async (ctx) => {
      if (address !== undefined) {
        const view = await eraseAccount(ctx, { account, address });
        return answer(
          options,
          view,
          `Account ${view.accountId} is erased. Its number stays, with the times of its password changes and the cohorts that it was in.`,
        );
      }
      const { accountId, email, roles, erasedAt, sessions } = await showAccount(ctx, { account });
      const words = erasedAt
        ? [`Account ${accountId} is erased already, since ${erasedAt}.`]
        : [
            `Nothing is erased yet. This would erase account ${accountId}, ${email}, for good:`,
            '  address, password, second factors, devices, sessions, what happened to it, apps',
            `Open sessions: ${sessions.open}; roles: ${roles.join(', ') || 'none'}. Nothing of this can be brought back.`,
            `To erase it, say the same with --address ${email}`,
          ];
      answer(options, { erased: false, accountId, email, erasedAt }, words.join('\n'));
    }),
  );
}
