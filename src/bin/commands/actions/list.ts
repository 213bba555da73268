import type { Command } from 'commander';
import { listActions } from '#domain/actions/list-actions.ts';
import { asOperator, type OperatorOptions, operatorOptions } from '#bin/commands/operator.ts';

export function actionsList(actions: Command): void {
  const command = actions.command('list').description('what was ever asked, newest first');
  operatorOptions(command, 'list actions').action(({ json, ...who }: OperatorOptions) =>
    asOperator(who, async (ctx) => {
      for (const action of await listActions(ctx, {})) {
        const { actionId, state, kind, proof, incident, cohort, since } = action;
        console.log(json ? JSON.stringify(action) : `${actionId}  ${state}  ${kind}  ${proof}  ${incident}/${cohort}  ${since}`);
      }
    }),
  );
}
