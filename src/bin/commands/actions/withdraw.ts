import type { Command } from 'commander';
import { withdrawAction } from '#domain/actions/withdraw-action.ts';
import { checked } from '#bin/commands/checked.ts';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';

const ACTION_NUMBER = /^[1-9]\d{0,8}$/;

export function actionsWithdraw(actions: Command): void {
  const command = actions
    .command('withdraw')
    .description('stop asking, for good; needs nothing but the database')
    .argument('<id>', 'the action, as actions list shows it', checked(ACTION_NUMBER, 'An action has a number, as actions list shows it.'));
  operatorOptions(command, 'withdraw an action').action((id: string, options: OperatorOptions) =>
    asOperator(options, async (ctx) => {
      const { actionId } = await withdrawAction(ctx, { actionId: Number(id) });
      console.log(`Action ${actionId} is withdrawn. What it ended stays ended.`);
    }),
  );
}
