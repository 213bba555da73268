import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startChild, type Child } from '#scripts/support/child.ts';
import { freePort } from '#scripts/support/free-port.ts';
import { waitFor } from '#scripts/support/wait-for.ts';

const run = promisify(execFile);
const NAME = `production_${process.pid}`;
let dir: string;
let env: Record<string, string>;
let server: Child | undefined;

async function sql(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgres') });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

const candor = async (...args: string[]) => (await run(process.execPath, ['dist/candor.mjs', ...args], { env: { ...process.env, ...env } })).stdout;

beforeAll(async () => {
  await sql(`CREATE DATABASE ${NAME}`);
  dir = await mkdtemp(join(tmpdir(), 'candor-production-'));
  const port = await freePort();
  env = {
    DATABASE_URL: Object.assign(new URL(inject('postgres')), { pathname: `/${NAME}` }).href,
    CANDOR_URL: `http://localhost:${port}`,
    CANDOR_SECRET: 'a-secret-that-only-the-tests-know-0123',
    CANDOR_DATA: dir,
    PORT: String(port),
    NODE_ENV: 'production',
  };
});
afterAll(async () => {
  await server?.stop();
  await rm(dir, { recursive: true, force: true });
  await sql(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
});

test('the README’s production start: migrate, publish, create an admin, serve, enrol', async () => {
  await candor('migrate');
  await candor('migrate');
  expect(await candor('content', 'push', '--publish', '--as', 'ops', '--reason', 'first start')).toMatch(/Published as edition 1 \(\d+ texts and the site\): /);
  expect(await candor('content', 'push', '--publish')).toContain('Nothing new to publish; edition 1 stays.');
  const printed = await candor('accounts', 'create', '--email', 'admin@tempo.example', '--role', 'admin', '--market', 'SE', '--locale', 'en');
  const code = /^ {2}(\S+)$/m.exec(printed)?.[1] as string;
  expect(code).toBeTruthy();

  server = startChild({ args: ['dist/candor.mjs', 'serve'], env, log: join(dir, 'serve.log') });
  const url = env.CANDOR_URL as string;
  await waitFor(
    async () => {
      const answer = await fetch(`${url}/readyz`);
      const { app, database } = (await answer.json()) as { app: string; database: string };
      // What has not been looked at yet is unknown, and never up.
      return answer.status === 200 && app === 'up' && database !== 'unknown';
    },
    60_000,
    () => server?.lastLines() ?? '',
  );
  expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ edition: 1, database: 'up', mail: 'off' });

  const post = (form: Record<string, string>) =>
    fetch(`${url}/sign-in/enrol`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form),
    });
  const next = 'pebble lantern quartz meadow';
  const form = { email: 'admin@tempo.example', code, next, confirm: next };
  expect((await post({ ...form, code: 'ABCD-EFGH' })).status).toBe(422);
  const enrolled = await post(form);
  expect(enrolled.status).toBe(303);
  const cookie = enrolled.headers.getSetCookie()[0]?.split(';')[0] as string;
  expect((await fetch(`${url}/account`, { redirect: 'manual', headers: { cookie } })).status).toBe(200);
  expect((await post(form)).status).toBe(422);
});

test('what the configuration lacks is said in a sentence', async () => {
  const failed = await run(process.execPath, ['dist/candor.mjs', 'serve'], {
    env: { PATH: process.env.PATH, DATABASE_URL: env.DATABASE_URL } as unknown as NodeJS.ProcessEnv,
  }).catch((error: { stderr: string; code: number }) => error);
  expect(failed.stderr).toContain('CANDOR_URL');
  expect(failed.stderr).not.toContain('    at ');
});
