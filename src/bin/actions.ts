import type { Command } from 'commander';
import { actionsActivate } from '#bin/commands/actions/activate.ts';
import { actionsList } from '#bin/commands/actions/list.ts';
import { actionsPause } from '#bin/commands/actions/pause.ts';
import { actionsResume } from '#bin/commands/actions/resume.ts';
import { actionsWithdraw } from '#bin/commands/actions/withdraw.ts';

export function actionsCommands(candor: Command): void {
  const actions = candor.command('actions').description('what cohorts are asked for');
  actionsActivate(actions);
  actionsList(actions);
  actionsPause(actions);
  actionsResume(actions);
  actionsWithdraw(actions);
}
