import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import { freePort, isPortFree } from '#scripts/support/free-port.ts';
import { childrenOf, processOf } from '#scripts/support/processes.ts';
import { waitFor } from '#scripts/support/wait-for.ts';
import { createAccount } from '#tests/support/accounts.ts';
import { type Served, serveBuild } from '#tests/support/serve.ts';

const PASSWORD = 'lantern otter basket willow';

let site: Served;
let email: string;
let started: number[] = [];
beforeAll(async () => {
  site = await serveBuild();
  ({ email } = await createAccount(site.database.db, { passwordHash: await hashPassword(PASSWORD), passwordVersion: 1 }));
});
afterEach(async () => {
  for (const pid of started) if (await processOf(pid)) process.kill(pid, 'SIGKILL');
});
afterAll(() => site?.close());

/** An instance of its own, by whatever command starts it. */
async function start(command: string, args: string[]): Promise<{ held: ChildProcess; url: string; port: number; pids: number[] }> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const CANDOR_DATA = await mkdtemp(join(site.env.CANDOR_DATA as string, 'stopping-'));
  const held = spawn(command, args, { env: { ...process.env, ...site.env, CANDOR_URL: url, PORT: String(port), CANDOR_DATA }, stdio: 'ignore' });
  await waitFor(
    async () => (await fetch(`${url}/sign-in`)).status === 200,
    60_000,
    () => 'It doesn’t answer.',
  );
  started = await family(held.pid);
  return { held, url, port, pids: started };
}

/** A process and all that came of it. */
async function family(pid: number | undefined): Promise<number[]> {
  const children = await Promise.all((await childrenOf(pid)).map((child) => family(child.pid)));
  return [pid as number, ...children.flat()];
}

const untilGone = (pids: number[]) =>
  waitFor(
    async () => (await Promise.all(pids.map(processOf))).every((each) => each === null),
    15_000,
    () => `Of ${pids.join(', ')} some live on.`,
  );

test('two signals in the middle of a request: it is answered, and then the instance ends well', async () => {
  const { held, url, port, pids } = await start(process.execPath, ['dist/candor.mjs', 'serve']);
  const lock = new pg.Client({ connectionString: site.database.url });
  await lock.connect();
  await lock.query('BEGIN');
  await lock.query('SELECT 1 FROM "Account" WHERE email = $1 FOR UPDATE', [email]);
  const answer = fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url },
    body: new URLSearchParams({ email, password: PASSWORD }),
  });
  await later(700);
  const ended = once(held, 'exit');
  held.kill('SIGTERM');
  await later(50);
  held.kill('SIGTERM');
  await later(700);
  expect([held.exitCode, await isPortFree(port)]).toEqual([null, true]);
  await lock.query('COMMIT');
  await lock.end();
  expect((await answer).status).toBe(303);
  expect(await ended).toEqual([0, null]);
  expect(await Promise.all(pids.map(processOf))).toEqual(pids.map(() => null));
});

test('the terminal is gone in the middle of a request: it is answered, and then the instance ends well', async () => {
  const { held, url, pids } = await start(process.execPath, ['dist/candor.mjs', 'serve']);
  const slow = fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url },
    body: new URLSearchParams({ email, password: PASSWORD }),
  });
  const ended = once(held, 'exit');
  await later(50);
  held.kill('SIGHUP');
  expect((await slow).status).toBe(303);
  expect(await ended).toEqual([0, null]);
  expect(await Promise.all(pids.map(processOf))).toEqual(pids.map(() => null));
});

test('npm is told to end: all that it started ends with it', async () => {
  const { held, port, pids } = await start('npm', ['run', 'candor', '--', 'serve']);
  expect(pids.length).toBeGreaterThan(3);
  held.kill('SIGTERM');
  await untilGone(pids);
  expect(await isPortFree(port)).toBe(true);
});

test('whoever between npm and the instance is killed: the rest ends, too', async () => {
  const { pids } = await start('npm', ['run', 'candor', '--', 'serve']);
  const app = pids.at(-1) as number;
  const instance = (await processOf(app))?.parent;
  const script = (await processOf(instance))?.parent as number;
  process.kill(script, 'SIGKILL');
  await untilGone(pids);
});
