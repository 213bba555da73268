import type { Command } from 'commander';
import { listActions } from '#domain/actions/list-actions.ts';
import { answer } from '#bin/commands/answer.ts';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';

export function actionsList(actions: Command): void {
  const command = actions.command('list').description('what was ever asked, newest first').addHelpText('after', '\nExample:\n  $ candor actions list --json\n');
  operatorOptions(command, 'list actions').action((options: OperatorOptions) =>
    asOperator(options, async (ctx) => {
      for (const action of await listActions(ctx, {})) {
        const { actionId, state, kind, proof, incident, cohort, since, startsAt, pausedAt } = action;
        const times = `${since}${startsAt ? `  begins ${startsAt}` : ''}${pausedAt ? `  paused ${pausedAt}` : ''}`;
        answer(options, action, `${actionId}  ${state}  ${kind}  ${proof}  ${incident}/${cohort}  ${times}`);
      }
    }),
  );
}
