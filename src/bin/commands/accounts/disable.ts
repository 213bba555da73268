import type { Command } from 'commander';
import { disableAccount } from '#domain/accounts/disable-account.ts';
import { answer } from '#bin/commands/answer.ts';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';

export function accountsDisable(accounts: Command): void {
  const command = accounts
    .command('disable')
    .description('close an account and end its sessions, for good')
    .argument('<account>', 'its number or its address')
    .addHelpText('after', '\nExample:\n  candor accounts disable someone@example.org --reason "left the team"');
  operatorOptions(command, 'disable an account').action((account: string, options: OperatorOptions) =>
    asOperator(options, async (ctx) => {
      const view = await disableAccount(ctx, { account });
      const ended = view.sessionsEnded === 1 ? '1 session' : `${view.sessionsEnded} sessions`;
      answer(options, view, `Account ${view.accountId} is disabled; it ended ${ended}.`);
    }),
  );
}
