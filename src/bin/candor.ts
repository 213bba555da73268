import { Command } from 'commander';
import { isRefusal } from '#domain/core/errors.ts';
import { accountsCreate } from '#bin/commands/accounts-create.ts';
import { actionsActivate } from './commands/actions-activate.ts';
import { actionsList } from './commands/actions-list.ts';
import { actionsWithdraw } from './commands/actions-withdraw.ts';
import { cohortsDefine } from './commands/cohorts-define.ts';
import { contentCheck } from '#bin/commands/content-check.ts';
import { contentPush } from '#bin/commands/content-push.ts';
import { migrateCommand } from '#bin/commands/migrate.ts';
import { serveCommand } from '#bin/commands/serve.ts';
import { workCommand } from '#bin/commands/work.ts';

const candor = new Command('candor').description('Candor’s processes and the operator’s acts. Settings come from the environment; see the README.');
candor.showHelpAfterError();
serveCommand(candor);
workCommand(candor);
migrateCommand(candor);
const content = candor.command('content').description('the comms team’s folder');
contentCheck(content);
contentPush(content);
const accounts = candor.command('accounts').description('accounts');
accountsCreate(accounts);
cohortsDefine(candor.command('cohorts').description('the accounts that an incident concerns'));
const actions = candor.command('actions').description('what cohorts are asked for');
actionsActivate(actions);
actionsList(actions);
actionsWithdraw(actions);

try {
  await candor.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  if (isRefusal(error) && error.kind === 'invalid') for (const [place, sentence] of Object.entries(error.fields)) console.error(`  ${place}  ${sentence}`);
  process.exitCode = 1;
}
