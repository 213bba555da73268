import { Command } from 'commander';
import { isRefusal } from '#domain/core/errors.ts';
import { accountsCreate } from '#bin/commands/accounts-create.ts';
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

try {
  await candor.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  if (isRefusal(error) && error.kind === 'invalid') for (const [place, sentence] of Object.entries(error.fields)) console.error(`  ${place}  ${sentence}`);
  process.exitCode = 1;
}
