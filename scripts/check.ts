import { spawnSync } from 'node:child_process';
import { bundle } from '#scripts/support/bundle.ts';
import { onlyArguments } from '#scripts/support/only-arguments.ts';
import { prepare } from '#scripts/support/prepare.ts';

/** `npm run check`: all are run, whatever the first ones find. */
const checks: [string, string[]][] = [
  ['format and lint', ['node_modules/.bin/biome', 'ci']],
  // What it remembers of the last run is blind to changes of JSON files, and the keys of messages come from those.
  ['types', ['node_modules/.bin/tsc', '--noEmit', '--incremental', 'false']],
  ['dead code', ['node_modules/.bin/knip']],
  ['fast tests', [process.execPath, 'node_modules/vitest/vitest.mjs', 'run', '--project', 'fast', '--reporter=dot']],
];

onlyArguments([]);
await prepare();
await bundle();
const failed = checks.filter(([name, [program, ...args]]) => {
  console.log(`\n${name}`);
  const { status, error } = spawnSync(program as string, args, { stdio: 'inherit' });
  if (error) console.error(`${program} can’t be started: ${(error as NodeJS.ErrnoException).code}`);
  return status !== 0;
});
console.log(failed.length === 0 ? '\nAll is well.' : `\nFailed: ${failed.map(([name]) => name).join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
