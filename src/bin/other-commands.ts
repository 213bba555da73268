import type { Command } from 'commander';
import { accountsCreate } from '#bin/commands/accounts/create.ts';
import { accountsDisable } from '#bin/commands/accounts/disable.ts';
import { accountsEnable } from '#bin/commands/accounts/enable.ts';
import { accountsEndSessions } from '#bin/commands/accounts/end-sessions.ts';
import { accountsImport } from '#bin/commands/accounts/import.ts';
import { accountsList } from '#bin/commands/accounts/list.ts';
import { accountsShow } from '#bin/commands/accounts/show.ts';
import { actionsActivate } from '#bin/commands/actions/activate.ts';
import { actionsList } from '#bin/commands/actions/list.ts';
import { actionsWithdraw } from '#bin/commands/actions/withdraw.ts';
import { cohortsDefine } from '#bin/commands/cohorts/define.ts';
import { contentCheck } from '#bin/commands/content/check.ts';
import { contentPush } from '#bin/commands/content/push.ts';
import { migrateCommand } from '#bin/commands/migrate.ts';
import { workCommand } from '#bin/commands/work.ts';

/** The commands that know the database or the compiler. */
export function otherCommands(candor: Command): void {
  workCommand(candor);
  migrateCommand(candor);
  const content = candor.command('content').description('the comms team’s folder');
  contentCheck(content);
  contentPush(content);
  const accounts = candor.command('accounts').description('accounts');
  accountsCreate(accounts);
  accountsImport(accounts);
  accountsList(accounts);
  accountsShow(accounts);
  accountsDisable(accounts);
  accountsEnable(accounts);
  accountsEndSessions(accounts);
  cohortsDefine(candor.command('cohorts').description('the accounts that an incident concerns'));
  const actions = candor.command('actions').description('what cohorts are asked for');
  actionsActivate(actions);
  actionsList(actions);
  actionsWithdraw(actions);
}
