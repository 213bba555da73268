import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Only root may become another user. */
test.runIf(process.getuid?.() === 0)('who has a number and no name is called by the number', () => {
  const source = readFileSync(join(import.meta.dirname, 'operating-user.ts'), 'utf8');
  const args = ['--input-type=module-typescript', '-e', `${source}\nconsole.log(operatingUser());`];
  expect(execFileSync(process.execPath, args, { uid: 54_321, gid: 54_321, cwd: '/', env: { NODE_ENV: 'production' }, encoding: 'utf8' })).toBe('uid 54321\n');
});
