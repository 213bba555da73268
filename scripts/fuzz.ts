import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { buildAll } from './build.ts';

/** `npm run fuzz -- --minutes N --seed S`: throws generated requests at the production build, for a minute unless told otherwise; a seed repeats what was thrown. */
const NUMBER = /^\d+(?:\.\d+)?$/;

function readArguments(): { minutes: string; seed?: string } | null {
  try {
    const { values } = parseArgs({ options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string' } } });
    return Object.values(values).every((value) => NUMBER.test(value)) ? values : null;
  } catch {
    return null;
  }
}

const given = readArguments();
if (given === null) {
  console.error('This takes --minutes and --seed, a number each, and nothing else.');
  process.exit(1);
}
await buildAll();
const env = { ...process.env, FUZZ_MINUTES: given.minutes, ...(given.seed !== undefined && { FUZZ_SEED: given.seed }) };
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'tests/e2e/fuzz.test.ts'], { stdio: 'inherit', env });
process.exit(status ?? 1);
