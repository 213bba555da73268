import type { Command } from 'commander';
import { enableAccount } from '#domain/accounts/enable-account.ts';
import { answer } from '#bin/commands/answer.ts';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';

export function accountsEnable(accounts: Command): void {
  const command = accounts
    .command('enable')
    .description('open a disabled account; what had ended stays ended')
    .argument('<account>', 'its number or its address')
    .addHelpText('after', '\nExample:\n  candor accounts enable someone@example.org --reason "closed by mistake"');
  operatorOptions(command, 'enable an account').action((account: string, options: OperatorOptions) =>
    asOperator(options, async (ctx) => {
      const view = await enableAccount(ctx, { account });
      answer(options, view, `Account ${view.accountId} is open. Its person signs in anew.`);
    }),
  );
}
