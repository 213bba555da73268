import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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

test('a lock that a running process holds is told by its number', async () => {
  expect(takeLock(path)).toBeNull();
  expect(await readFile(path, 'utf8')).toBe(processMark(process.pid));
  expect(takeLock(path)).toBe(process.pid);
});

test.each([
  ['a bare number of a process that runs', () => String(process.pid)],
  ['the number of the first process', () => '1\n'],
  ['a process that began at another time', () => `${processMark(process.pid)}0`],
  ['another boot', () => `${processMark(process.pid)?.replace(/ \S/, ' x')}`],
  ['nothing', () => ''],
  ['a folder above', () => '../self 1 1'],
])('%s holds nothing', async (_name, text) => {
  await writeFile(path, text());
  expect(takeLock(path)).toBe(0);
  expect(takeLock(path)).toBeNull();
});
