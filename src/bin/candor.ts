import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { ensureHome } from '#config';
import { failureLines } from '#bin/failure-lines.ts';
import { serveCommand } from '#bin/commands/serve.ts';

const candor = new Command('candor').description('Candor’s processes and the operator’s acts. Settings come from the environment; see the README.');
candor.showHelpAfterError();
ensureHome();
candor.hook('preAction', () => {
  if (!existsSync('dist/build.json')) throw new Error(`There is no build in ${process.cwd()}. Start this in the root of a checkout, after npm run build.`);
});
serveCommand(candor);
// `serve` is the front, which holds the edition and nothing else: what the other commands bring along, the database first, stays out.
if (process.argv[2] !== 'serve') {
  const { otherCommands } = await import('#bin/other-commands.ts');
  otherCommands(candor);
}

try {
  await candor.parseAsync();
} catch (error) {
  for (const line of failureLines(error)) console.error(line);
  process.exitCode = 1;
}
