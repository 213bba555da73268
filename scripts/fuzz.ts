import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { buildAll } from './build.ts';

/** `npm run fuzz -- --minutes N --seed S`: throws generated requests at the production build, for a minute unless told otherwise; a seed repeats what was thrown. */
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string' } } });
for (const [name, value] of Object.entries(values)) {
  if (/^\d+(?:\.\d+)?$/.test(value)) continue;
  console.error(`--${name} is a number; it was given ${value}.`);
  process.exit(1);
}
await buildAll();
const env = { ...process.env, FUZZ_MINUTES: values.minutes, ...(values.seed !== undefined && { FUZZ_SEED: values.seed }) };
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'tests/e2e/fuzz.test.ts'], { stdio: 'inherit', env });
process.exit(status ?? 1);
