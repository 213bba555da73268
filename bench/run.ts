import { parseArgs } from 'node:util';
import { writeFile } from 'node:fs/promises';
import { ensureMode } from '#config';
import type { Line } from './line.ts';

// What is measured in this process is the build's, too.
ensureMode();

const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });

/** Each measures both sides of its ratio in this run. */
const names = [
  'first-view',
  'lint',
  'front',
  'front-trouble',
  'front-memory',
  'publish',
  'status',
  'accounts/password-change',
  'accounts/sign-in',
  'commands/account-import',
  'commands/orders',
  'commands/push-far',
  'studio/preview',
  'studio/compile-memory',
  'studio/editor-bytes',
] as const;
const lines: Line[] = [];
for (const name of names) {
  if (values.only !== undefined && values.only !== name) continue;
  console.log(`measuring ${name} …`);
  const { measure } = (await import(`./${name}.ts`)) as { measure(): Promise<Line[]> };
  for (const line of await measure()) {
    lines.push(line);
    const raw = Object.entries(line.raw)
      .map(([key, value]) => `${key} ${Number(value.toPrecision(4))}`)
      .join(', ');
    console.log(`${line.pass ? 'pass' : 'MISS'}  ${line.name}: ${Number(line.value.toPrecision(3))} ${line.unit} (bar ${line.bar})  ${raw}`);
  }
}
if (values.json !== undefined)
  await writeFile(
    values.json,
    `${JSON.stringify(
      lines.map(({ raw: _raw, ...line }) => line),
      null,
      2,
    )}\n`,
  );
process.exitCode = lines.every((line) => line.pass) ? 0 : 1;
