import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
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

test('an installation that left no Node is said with the setting that is in the way', async () => {
  await cp('scripts/with-node.mjs', join(dir, 'scripts', 'with-node.mjs'));
  await cp('scripts/lock', join(dir, 'scripts', 'lock'), { recursive: true });
  await cp('package-lock.json', join(dir, 'package-lock.json'));
  // npm ends well when it was told to run no scripts, and so does this.
  await writeFile(join(dir, 'npm.mjs'), '');
  const env = { ...process.env, npm_execpath: join(dir, 'npm.mjs') };
  const { status, stderr } = spawnSync(process.execPath, [join(dir, 'scripts', 'with-node.mjs'), 'stays.mjs'], { env, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/^npm ci left no .*npm_config_ignore_scripts=false\.\n$/) });
});

test('a Node of another machine is said, and what to do', async () => {
  await cp('scripts/with-node.mjs', join(dir, 'scripts', 'with-node.mjs'));
  await cp('scripts/lock', join(dir, 'scripts', 'lock'), { recursive: true });
  await cp('package-lock.json', join(dir, 'package-lock.json'));
  await mkdir(join(dir, 'node_modules', 'node', 'bin'), { recursive: true });
  await writeFile(join(dir, 'node_modules', 'node', 'bin', 'node'), 'of another machine');
  await writeFile(
    join(dir, 'node_modules', '.installed'),
    createHash('sha256')
      .update(await readFile('package-lock.json'))
      .digest('hex'),
  );
  const env = { ...process.env, npm_lifecycle_event: undefined };
  const { status, stderr } = spawnSync(process.execPath, [join(dir, 'scripts', 'with-node.mjs'), 'stays.mjs'], { env, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/^node_modules\/node\/bin\/node can’t be started here \(EACCES\): .*\n$/) });
});

test.each([
  ['demo.ts', ['--port', '3001'], /^This takes --dev and --reset and nothing else; it was given --port 3001\. Its port is set by PORT/],
  ['check.ts', ['--fix'], /^This takes no arguments; it was given --fix\.\n$/],
  ['fuzz.ts', ['--minutes', 'ten'], /^This takes --minutes and --seed, a number each/],
])('%s refuses what it does not know', (script, args, said) => {
  const { status, stderr } = spawnSync(process.execPath, [`scripts/${script}`, ...args], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(said) });
});

test.each([
  ['npm went to the root', '.', { INIT_CWD: '/usr' }, '/usr /usr/data'],
  ['nobody went anywhere else', 'content', { INIT_CWD: '/var' }, `${process.cwd()}/content ${process.cwd()}/content/data`],
])('a path is one from where the command was given: %s', async (_name, cwd, set, told) => {
  const says = join(dir, 'says.mjs');
  await writeFile(says, 'console.log(process.env.CANDOR_CWD, process.env.CANDOR_DATA)');
  const env = { ...process.env, ...set, CANDOR_DATA: 'data' };
  expect(spawnSync(process.execPath, [`${process.cwd()}/scripts/with-node.mjs`, says], { cwd, env, encoding: 'utf8' }).stdout).toBe(`${told}\n`);
});
