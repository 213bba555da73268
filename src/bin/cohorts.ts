import type { Command } from 'commander';
import { cohortsDefine } from '#bin/commands/cohorts/define.ts';
import { cohortsList } from '#bin/commands/cohorts/list.ts';
import { cohortsShow } from '#bin/commands/cohorts/show.ts';

export function cohortsCommands(candor: Command): void {
  const cohorts = candor.command('cohorts').description('the accounts that an incident concerns');
  cohortsDefine(cohorts);
  cohortsList(cohorts);
  cohortsShow(cohorts);
}
