import type { Command } from 'commander';
import { accountsCreate } from '#bin/commands/accounts/create.ts';
import { actionsActivate } from '#bin/commands/actions/activate.ts';
import { actionsList } from '#bin/commands/actions/list.ts';
import { actionsPause } from '#bin/commands/actions/pause.ts';
import { actionsResume } from '#bin/commands/actions/resume.ts';
import { actionsWithdraw } from '#bin/commands/actions/withdraw.ts';
import { cohortsDefine } from '#bin/commands/cohorts/define.ts';
import { cohortsList } from '#bin/commands/cohorts/list.ts';
import { cohortsShow } from '#bin/commands/cohorts/show.ts';
import { contentCheck } from '#bin/commands/content/check.ts';
import { contentPush } from '#bin/commands/content/push.ts';
import { doctorCommand } from '#bin/commands/doctor.ts';
import { migrateCommand } from '#bin/commands/migrate.ts';
import { publishCommand } from '#bin/commands/publish.ts';
import { workCommand } from '#bin/commands/work.ts';

/** The commands that know the database or the compiler. */
export function otherCommands(candor: Command): void {
  workCommand(candor);
  migrateCommand(candor);
  doctorCommand(candor);
  const content = candor.command('content').description('the comms team’s folder');
  contentCheck(content);
  contentPush(content);
  publishCommand(candor);
  const accounts = candor.command('accounts').description('accounts');
  accountsCreate(accounts);
  const cohorts = candor.command('cohorts').description('the accounts that an incident concerns');
  cohortsDefine(cohorts);
  cohortsList(cohorts);
  cohortsShow(cohorts);
  const actions = candor.command('actions').description('what cohorts are asked for');
  actionsActivate(actions);
  actionsList(actions);
  actionsPause(actions);
  actionsResume(actions);
  actionsWithdraw(actions);
}
