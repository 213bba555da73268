import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { ensureHome, ensureMode, readShowsCauses } from '#config';
import { OperatorError } from '#config/operator-error.ts';
import { failureLines } from '#bin/failure-lines.ts';
import { outliveOutput } from '#bin/outlive-output.ts';
import { addCommands } from '#bin/add-commands.ts';

const candor = new Command('candor').description('Candor’s processes and the operator’s acts. Settings come from the environment; see the README.');
candor.showHelpAfterError();
ensureHome();
ensureMode();
candor.hook('preAction', () => {
  if (!existsSync('dist/build.json'))
    throw new OperatorError(`There is no build in ${process.cwd()}. Start this in the root of a checkout, after npm run build.`);
});
await addCommands(candor, process.argv[2]);

if (process.argv[2] !== 'serve' && process.argv[2] !== 'work') {
  outliveOutput();
  process.on('uncaughtException', (error) => {
    sayFailure(error);
    process.exit(1);
  });
}

try {
  await candor.parseAsync();
} catch (error) {
  sayFailure(error);
  process.exitCode = 1;
}

function sayFailure(error: unknown): void {
  const reference = randomUUID().slice(0, 8);
  for (const line of failureLines(error, reference)) console.error(line);
  if (readShowsCauses()) console.error(reference, error);
}
