import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '#scripts/support/free-port.ts';
import { waitFor } from '#scripts/support/wait-for.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';

const run = promisify(execFile);
/** A container's user, of which no file of the system says a name or a home. */
const UID = 54_321;
const as = { uid: UID, gid: UID };
/** Only root may start a process as somebody else, who must be let in here, too. */
const possible = process.getuid?.() === 0 && spawnSync(process.execPath, ['--version'], as).status === 0;

let database: TestDatabase;
let dir: string;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  database = await testDatabase();
  dir = await mkdtemp(join(tmpdir(), 'candor-nameless-'));
  await chown(dir, UID, UID);
  const port = String(await freePort());
  env = {
    PATH: process.env.PATH,
    CANDOR_URL: `http://localhost:${port}`,
    PORT: port,
    DATABASE_URL: database.url,
    CANDOR_SECRET: 'a-secret-that-only-the-tests-know-0123',
    CANDOR_DATA: dir,
    BREACHED_PASSWORDS_URL: 'off',
    NODE_ENV: 'production',
  };
});
afterAll(async () => {
  await database.close();
  await rm(dir, { recursive: true, force: true });
});

const candor = async (...args: string[]) => (await run(process.execPath, ['dist/candor.mjs', ...args], { ...as, env })).stdout;

test.runIf(possible)('a user without a name or a home can do all of it', async () => {
  expect(await candor('--help')).toContain('Usage: candor');
  expect(await candor('content', 'check')).toContain('site.yaml  ok');
  expect(await candor('content', 'push', '--publish')).toContain('Published as edition 1');
  const started = ['work', 'serve'].map((name) => spawn(process.execPath, ['dist/candor.mjs', name], { ...as, env, stdio: 'ignore' }));
  const kinds = async () => (await database.db.process.findMany({ orderBy: { kind: 'asc' } })).map(({ kind, edition }) => [kind, edition]);
  await waitFor(
    async () => (await kinds()).join() === 'serve,1,work,' && (await fetch(`${env.CANDOR_URL}/sign-in`)).status === 200,
    60_000,
    () => 'They do not live.',
  );
  for (const child of started) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  }
  // An instance and a worker that stop take their rows along.
  expect(await kinds()).toEqual([]);
});
