import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

/** Logs two megabytes, says on the standard error that it could go on, waits for a word, logs one line more and ends. */
const PROGRAM = `
  const { openLog } = await import('./src/server/open-log.ts');
  const log = openLog('info');
  const began = performance.now();
  for (let number = 0; number < 10_000; number += 1) log.info({ filling: 'x'.repeat(150) }, 'request');
  process.stderr.write(performance.now() - began < 5_000 ? 'free' : 'held up');
  process.stdin.once('data', () => {
    log.info('the last line');
    setTimeout(() => process.exit(), 200);
  });
`;

function start(stdout: 'pipe' | number): ChildProcess {
  return spawn(process.execPath, ['--input-type=module', '-e', PROGRAM], { stdio: ['pipe', stdout, 'pipe'] });
}

/** Answers the first that a process says on the standard error. */
async function said(child: ChildProcess): Promise<string> {
  return String((await once(child.stderr as NodeJS.ReadableStream, 'data'))[0]);
}

async function endOf(child: ChildProcess): Promise<number | null> {
  const ended = once(child, 'exit');
  child.stdin?.end('go on');
  return (await ended)[0];
}

test('a reader who stopped reading holds nobody up, not even the end', async () => {
  const child = start('pipe');
  expect(await said(child)).toBe('free');
  expect(await endOf(child)).toBe(0);
});

test('a reader who reads again hears that lines were lost', async () => {
  const child = start('pipe');
  expect(await said(child)).toBe('free');
  const all = text(child.stdout as NodeJS.ReadableStream);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await endOf(child)).toBe(0);
  const lines = (await all)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { msg: string; lost?: number });
  expect(lines.at(-1)?.msg).toBe('the last line');
  const [lost] = lines.filter(({ msg }) => msg === 'lines of the log were lost');
  expect((lost?.lost ?? 0) + lines.length).toBe(10_000 + 2);
});

test('a pipe that nobody holds any more ends nothing', async () => {
  const child = start('pipe');
  child.stdout?.destroy();
  expect(await said(child)).toBe('free');
  expect(await endOf(child)).toBe(0);
});

test.runIf(existsSync('/dev/full'))('a disk that is full ends nothing', async () => {
  const child = start(openSync('/dev/full', 'w'));
  expect(await said(child)).toBe('free');
  expect(await endOf(child)).toBe(0);
});

test('of an error the log keeps what quotes nothing: no query’s values, no address', async () => {
  const child = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `const { openLog } = await import('./src/server/open-log.ts');
     class PrismaClientKnownRequestError extends Error { name = 'PrismaClientKnownRequestError'; code = 'P2010'; }
     openLog('info').error({ err: new PrismaClientKnownRequestError('connect ECONNREFUSED 192.0.2.7 for a@tempo.example') }, 'a fault');`,
  ]);
  const line = await text(child.stdout);
  expect(line).toContain('P2010');
  expect(line).not.toMatch(/192\.0\.2|tempo/);
});
