import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { expect, test } from 'vitest';

const env = { ...process.env, CANDOR_URL: '', DATABASE_URL: '' };

/** What a command ends with when its output goes there; null is a reader who has left. */
async function ended(words: string[], output: string | null): Promise<{ code: number | null; err: string }> {
  const place = output === null ? 'pipe' : openSync(output, 'w');
  const child = spawn(process.execPath, ['dist/candor.mjs', ...words], { env, stdio: ['ignore', place, 'pipe'] });
  if (typeof place === 'number') closeSync(place);
  child.stdout?.destroy();
  let err = '';
  child.stderr?.on('data', (text) => {
    err += text;
  });
  const [code] = await once(child, 'close');
  return { code, err };
}

test('a reader who leaves ends nothing: the command goes on, and ends as it would have', async () => {
  expect(await ended(['content', 'check', 'package.json'], null)).toEqual({ code: 1, err: '' });
  expect(await ended(['doctor'], null)).toEqual({ code: 1, err: '' });
  // What it finds in the end is what it ends with, not that its first line found nobody.
  expect(() => execFileSync('bash', ['-o', 'pipefail', '-c', `"${process.execPath}" dist/candor.mjs doctor | true`], { env, stdio: 'ignore' })).toThrow();
});

test.each([['content', 'check', 'content/site.yaml'], ['help'], ['doctor']])('an answer that a full disk has lost is no success: %s %s', async (...words) => {
  expect(await ended(words.filter(Boolean), '/dev/full')).toEqual({
    code: 1,
    err: 'The answer could not be written: the disk is full. What the command was to do may be done.\n',
  });
});
