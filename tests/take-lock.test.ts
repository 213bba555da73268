import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { processMark } from '#scripts/lock/process-mark.mjs';
import { takeLock } from '#scripts/lock/take-lock.mjs';

let dir: string;
let path: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'candor-lock-'));
  path = join(dir, 'lock');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

test('a lock that a running process holds is told by its number, until it is given back', () => {
  const taken = takeLock(path);
  expect(taken).toHaveProperty('release');
  expect(takeLock(path)).toEqual({ holder: process.pid });
  if ('release' in taken) taken.release();
  expect(takeLock(path)).toHaveProperty('release');
});

test.each([
  ['a bare number of a process that runs', () => String(process.pid)],
  ['the number of the first process', () => '1 '],
  ['a process that began at another time', () => `${processMark(process.pid)}0`],
  ['another boot', () => `${processMark(process.pid)?.replace(/ \S/, ' x')}`],
  ['nothing', () => ''],
])('%s holds nothing', async (_name, mark) => {
  await writeFile(`${path}.${encodeURIComponent(mark())}`, '');
  expect(takeLock(path)).toHaveProperty('release');
});

test('what is no lock’s is left alone', async () => {
  for (const name of ['lock', 'lock.log', 'lock.%zz', 'locked.1%20a']) await writeFile(join(dir, name), '');
  expect(takeLock(path)).toHaveProperty('release');
  expect(await readdir(dir)).toHaveLength(5);
});

/** Runs the same program many times at once; answers what all of them said. */
async function crowd(text: string): Promise<string> {
  const program = join(dir, 'program.mjs');
  await writeFile(program, text);
  let said = '';
  const children = Array.from({ length: 6 }, () => spawn(process.execPath, [program], { stdio: ['ignore', 'ignore', 'pipe'] }));
  for (const child of children) child.stderr.on('data', (bytes) => (said += bytes));
  await Promise.all(children.map((child) => once(child, 'close')));
  return said;
}

test('of many that want it at once, never two have it', async () => {
  const log = join(dir, 'log');
  const said = await crowd(
    `import { appendFileSync } from 'node:fs';
     import { takeLock } from '${process.cwd()}/scripts/lock/take-lock.mjs';
     for (let times = 0; times < 200; ) {
       const taken = takeLock('${path}');
       if ('holder' in taken) continue;
       appendFileSync('${log}', 'in\\n');
       for (const end = performance.now() + 0.2; performance.now() < end; );
       appendFileSync('${log}', 'out\\n');
       taken.release();
       times += 1;
     }`,
  );
  expect(said).toBe('');
  expect((await readFile(log, 'utf8')).replaceAll('in\nout\n', '')).toBe('');
});

test('who waits says for whom and for what, and comes after one that died', async () => {
  const log = join(dir, 'log');
  const said = await crowd(
    `import { appendFileSync } from 'node:fs';
     import { exclusive } from '${process.cwd()}/scripts/lock/exclusive.mjs';
     await exclusive('${join(dir, 'locks', 'one')}', 'counts', async () => {
       appendFileSync('${log}', 'in\\n');
       await new Promise((resolve) => setTimeout(resolve, 200));
       appendFileSync('${log}', 'out\\n');
       process.kill(process.pid, 'SIGKILL');
     });`,
  );
  expect(await readFile(log, 'utf8')).toBe('in\nout\n'.repeat(6));
  expect(said.replace(/^Waiting for process \d+, which counts …\n/gm, '')).toBe('');
  expect(said).not.toBe('');
});
