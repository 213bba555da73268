import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { expect, test } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';

const env = { ...process.env, CANDOR_URL: '', DATABASE_URL: '' };

/** What a command ends with when its output goes there; null is a reader who has left. */
async function ended(words: string[], output: string | null, settings: Record<string, string> = {}): Promise<{ code: number | null; err: string }> {
  const place = output === null ? 'pipe' : openSync(output, 'w');
  const child = spawn(process.execPath, ['dist/candor.mjs', ...words], { env: { ...env, ...settings }, stdio: ['ignore', place, 'pipe'] });
  if (typeof place === 'number') closeSync(place);
  child.stdout?.destroy();
  let err = '';
  child.stderr?.on('data', (text) => {
    err += text;
  });
  const [code] = await once(child, 'close');
  return { code, err };
}

test('a reader who leaves ends nothing: what is said before it is published is published all the same', async () => {
  const database = await testDatabase();
  try {
    const settings = { DATABASE_URL: database.url, CANDOR_URL: 'http://localhost:3000', CANDOR_SECRET: 'a-secret-that-only-the-tests-know-0123' };
    expect(await ended(['content', 'push', '--publish'], null, settings)).toEqual({ code: 0, err: expect.not.stringMatching(/failed|written/) });
    expect(await database.db.edition.count()).toBe(1);
  } finally {
    await database.close();
  }
}, 60_000);

test.each([['content', 'check', 'content/site.yaml'], ['help'], ['doctor']])('an answer that a full disk has lost is no success: %s %s', async (...words) => {
  expect(await ended(words.filter(Boolean), '/dev/full')).toEqual({
    code: 1,
    err: 'The answer could not be written: the disk is full. What the command was to do may be done.\n',
  });
});
