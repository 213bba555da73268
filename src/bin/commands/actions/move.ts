import type { Command } from 'commander';
import type { MovedView } from '#domain/actions/action-number.ts';
import type { Callable } from '#domain/core/verb.ts';
import { answer } from '#bin/commands/answer.ts';
import { checked } from '#bin/commands/checked.ts';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';

const ACTION_NUMBER = /^[1-9]\d{0,8}$/;

interface Move {
  name: 'pause' | 'resume' | 'withdraw';
  description: string;
  verb: Callable<{ actionId: number }, MovedView>;
  /** What is said of the action once it is done. */
  said: string;
}

/** A command that brings an action into another state. */
export function moveCommand(actions: Command, { name, description, verb, said }: Move): void {
  const command = actions
    .command(name)
    .description(description)
    .argument('<id>', 'the action, as actions list shows it', checked(ACTION_NUMBER, 'An action has a number, as actions list shows it.'))
    .addHelpText('after', `\nExample:\n  $ candor actions ${name} 7 --as "Incident desk" --reason "The list is being checked"\n`);
  operatorOptions(command, `${name} an action`).action((id: string, options: OperatorOptions) =>
    asOperator(options, async (ctx) => {
      const view = await verb(ctx, { actionId: Number(id) });
      answer(options, view, `Action ${view.actionId} ${said}`);
    }),
  );
}
