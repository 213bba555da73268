import { Command } from 'commander';
import { isRefusal } from '#domain/errors.ts';
import { accountsCreate } from './commands/accounts-create.ts';
import { contentCheck } from './commands/content-check.ts';
import { contentPush } from './commands/content-push.ts';
import { migrateCommand } from './commands/migrate.ts';
import { serveCommand } from './commands/serve.ts';
import { workCommand } from './commands/work.ts';

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
