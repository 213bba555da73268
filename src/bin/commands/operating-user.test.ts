import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Only root may become another user. It does so once Node has started: the other one may not enter the folder where Node stands. */
test.runIf(process.getuid?.() === 0)('who has a number and no name is called by the number', () => {
  const source = readFileSync(join(import.meta.dirname, 'operating-user.ts'), 'utf8');
  const become = 'process.setgid(54_321);\nprocess.setuid(54_321);';
  const args = ['--input-type=module-typescript', '-e', `${source}\n${become}\nconsole.log(operatingUser());`];
  expect(execFileSync(process.execPath, args, { cwd: '/', env: { NODE_ENV: 'production' }, encoding: 'utf8' })).toBe('uid 54321\n');
});
