import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startChild, type Child } from '#scripts/support/child.ts';
import { freePort } from '#scripts/support/free-port.ts';
import { waitFor } from '#scripts/support/wait-for.ts';
import { client, leadsTo } from '#tests/support/wire/client.ts';
import { type SmtpSink, smtpSink } from '#tests/support/mail/smtp-sink.ts';

const run = promisify(execFile);
const NAME = `production_${process.pid}`;
let dir: string;
let env: Record<string, string>;
const ADMIN = 'admin@tempo.example';
let server: Child | undefined;
let worker: Child | undefined;
let sink: SmtpSink;

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
  sink = await smtpSink();
  env = {
    DATABASE_URL: Object.assign(new URL(inject('postgres')), { pathname: `/${NAME}` }).href,
    CANDOR_URL: `http://localhost:${port}`,
    CANDOR_SECRET: 'a-secret-that-only-the-tests-know-0123',
    CANDOR_DATA: dir,
    SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
    PORT: String(port),
    NODE_OPTIONS: `--require ${join(dir, 'tells.cjs')}`,
  };
  // Each process of Node says at its end which files it has loaded.
  const tells = `process.on('exit', () => require('node:fs').appendFileSync(__dirname + '/loaded', Object.keys(require.cache).filter((file) => require.cache[file].loaded).join('\\n') + '\\n'));`;
  await writeFile(join(dir, 'tells.cjs'), tells);
});
afterAll(async () => {
  await Promise.all([server?.stop(), worker?.stop()]);
  await sink?.close();
  await rm(dir, { recursive: true, force: true });
  await sql(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
});

test('the README’s production start: migrate, publish, create an admin, serve, work, enrol', async () => {
  await candor('migrate');
  await candor('migrate');
  expect(await candor('content', 'push', '--publish', '--as', 'ops', '--reason', 'first start')).toMatch(/Published as edition 1 \(\d+ texts and the site\): /);
  expect(await candor('content', 'push', '--publish')).toContain('Nothing new to publish; edition 1 stays.');
  const url = env.CANDOR_URL as string;
  const printed = await candor('accounts', 'create', '--email', ADMIN, '--role', 'admin', '--market', 'SE', '--locale', 'en');
  expect(printed).toContain(`${url}/sign-in/enrol`);

  server = startChild({ args: ['dist/candor.mjs', 'serve'], env, log: join(dir, 'serve.log') });
  worker = startChild({ args: ['dist/candor.mjs', 'work'], env, log: join(dir, 'work.log') });
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
  expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ edition: 1, database: 'up' });

  const person = client(url);
  const next = 'pebble lantern quartz meadow';
  expect(leadsTo(await person.post('/sign-in/enrol', { email: ADMIN }))).toEqual([303, '/sign-in/recover/code']);
  await waitFor(
    async () => sink.mails.length > 0,
    60_000,
    () => worker?.lastLines() ?? '',
  );
  const code = /^\d{8}(?=\r?$)/m.exec(sink.mails[0]?.text ?? '')?.[0] as string;
  expect((await person.post('/sign-in/recover/code', { code: code === '00000000' ? '00000001' : '00000000' })).status).toBe(422);
  expect(leadsTo(await person.post('/sign-in/recover/code', { code }))).toEqual([303, '/sign-in/recover/new']);
  expect(leadsTo(await person.post('/sign-in/recover/new', { next, confirm: next }))).toEqual([303, '/account?signed-in']);
  // Only who is signed in is asked whether they want to go.
  expect((await person.get('/sign-out')).status).toBe(200);
  expect((await person.post('/sign-in/recover/code', { code })).status).toBe(422);

  // Of React and Next it is the build that runs, though the shell says nothing of NODE_ENV, or something else.
  await Promise.all([server.stop(), worker.stop()]);
  const loaded = (await readFile(join(dir, 'loaded'), 'utf8')).split('\n');
  expect(loaded.filter((file) => file.includes('react-dom-server') && file.includes('.production.')).length).toBeGreaterThan(0);
  expect(loaded.filter((file) => file.includes('.development.'))).toEqual([]);
});

test('what the configuration lacks is said in a sentence', async () => {
  const failed = await run(process.execPath, ['dist/candor.mjs', 'serve'], {
    env: { PATH: process.env.PATH, DATABASE_URL: env.DATABASE_URL } as unknown as NodeJS.ProcessEnv,
  }).catch((error: { stderr: string; code: number }) => error);
  expect(failed.stderr).toContain('CANDOR_URL');
  expect(failed.stderr).not.toContain('    at ');
});
