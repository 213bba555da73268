import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'vitest';
import { childrenOf, processOf } from '#scripts/support/processes.ts';
import { waitFor } from '#scripts/support/wait-for.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'candor-with-node-'));
  await writeFile(
    join(dir, 'stays.mjs'),
    `import { writeFileSync } from 'node:fs'; writeFileSync('${join(dir, 'runs')}', ''); setInterval(() => undefined, 1_000);`,
  );
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const childOf = async (pid: number | undefined) => (await childrenOf(pid))[0]?.pid;

/** A shell as npm starts one, the runner in it, and the script that the runner runs. */
async function start(): Promise<{ shell: ChildProcess; runner: number | undefined; script: number | undefined }> {
  const line = `"${process.execPath}" scripts/with-node.mjs "${join(dir, 'stays.mjs')}"; exit $?`;
  const shell = spawn('sh', ['-c', line], { stdio: 'ignore', env: { ...process.env, npm_lifecycle_event: 'demo' } });
  let runner: number | undefined;
  let script: number | undefined;
  await waitFor(
    async () => {
      runner = await childOf(shell.pid);
      script = await childOf(runner);
      return script !== undefined && existsSync(join(dir, 'runs'));
    },
    10_000,
    () => 'The script does not run.',
  );
  return { shell, runner, script };
}

const untilGone = (pid: number | undefined) =>
  waitFor(
    async () => (await processOf(pid)) === null,
    10_000,
    () => `${pid} lives on.`,
  );

test('what npm started ends when npm is told to end, which ends the shell alone', async () => {
  const { shell, runner, script } = await start();
  shell.kill('SIGTERM');
  await untilGone(script);
  await untilGone(runner);
});

test('a script ends when its runner was killed', async () => {
  const { runner, script } = await start();
  process.kill(runner as number, 'SIGKILL');
  await untilGone(script);
});
