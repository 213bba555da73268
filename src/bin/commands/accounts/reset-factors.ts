import type { Command } from 'commander';
import { resetFactors } from '#domain/credentials/factor/reset-factors.ts';
import { answer } from '#bin/commands/answer.ts';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';

export function accountsResetFactors(accounts: Command): void {
  const command = accounts
    .command('reset-factors')
    .description('take away the second factors of somebody who has lost them, and sign the account out')
    .argument('<account>', 'its number or its address')
    .addHelpText(
      'after',
      '\nMake sure first, by another way than mail, that it is its person who asks.\n\nExample:\n  candor accounts reset-factors someone@example.org --reason "lost the phone, called back"',
    );
  operatorOptions(command, 'take away second factors').action((account: string, options: OperatorOptions) =>
    asOperator(options, async (ctx) => {
      const view = await resetFactors(ctx, { account });
      const gone = view.passkeys + view.apps;
      answer(options, view, `${gone === 1 ? '1 second factor is' : `${gone} second factors are`} taken away. The next sign-in is by the password alone.`);
    }),
  );
}
