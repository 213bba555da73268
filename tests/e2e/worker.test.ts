import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as later } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { readConfig } from '#config';
import { notify } from '#domain/notices/notify.ts';
import { work } from '#jobs/worker.ts';
import { waitFor } from '#scripts/support/wait-for.ts';
import { createAccount } from '#tests/support/accounts.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { publishSite } from '#tests/support/sample-incident.ts';
import { type SmtpSink, smtpSink } from '#tests/support/mail/smtp-sink.ts';

/** How long the relay keeps a sender waiting: longer than it takes to stop a worker meanwhile. */
const SLOW_MS = 1_500;

let database: TestDatabase;
let sink: SmtpSink;
let env: Record<string, string>;
let worker: ChildProcess;
/** Its log, and what it said to people: two streams, which arrive in no order. */
let logged: string;
let said: string;

beforeAll(async () => {
  database = await testDatabase();
  await publishSite(database.db);
});
afterAll(() => database.close());
beforeEach(async () => {
  sink = await smtpSink();
  sink.slowness = SLOW_MS;
  env = {
    CANDOR_URL: 'https://tempo.example',
    DATABASE_URL: database.url,
    CANDOR_SECRET: 'a-secret-that-only-the-tests-know-0123',
    SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
  };
  logged = '';
  said = '';
  worker = spawn(process.execPath, ['dist/candor.mjs', 'work'], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  worker.stdout?.on('data', (bytes) => (logged += bytes));
  worker.stderr?.on('data', (bytes) => (said += bytes));
  await until(async () => (await database.db.process.count({ where: { kind: 'work' } })) === 1);
});
afterEach(async () => {
  worker.kill('SIGKILL');
  await database.db.process.deleteMany({});
  await sink.close();
});

const until = (check: () => Promise<boolean>) => waitFor(check, 20_000, () => logged + said);
const jobs = () => database.db.$queryRaw<{ locked_by: string | null; attempts: number }[]>`SELECT locked_by, attempts FROM graphile_worker.jobs`;

/** A notice that is on its way: the relay has it, and has not said so. */
async function noticeUnderWay(): Promise<{ to: string; messageId: string }> {
  const account = await createAccount(database.db);
  await database.db.$transaction((tx) => notify(tx, account.id, { kind: 'password_changed', at: '2026-11-24T09:30:00.000Z', sessionsEnded: 0, kept: [] }));
  await until(async () => sink.mails.length === 1);
  return { to: account.email, messageId: `<password-changed.${account.id}.${Date.parse('2026-11-24T09:30:00.000Z')}@tempo.example>` };
}

test.each([
  ['one signal', [0]],
  ['two signals, as npm, terminals and supervisors send them', [50, 0]],
  ['many', [5, 20, 400, 0]],
])('%s: the mail under way goes out once, its job is done with, and the worker ends well', async (_, pauses) => {
  const notice = await noticeUnderWay();
  const ended = once(worker, 'exit');
  for (const pause of pauses) {
    worker.kill('SIGTERM');
    await later(pause);
  }
  expect(await ended).toEqual([0, null]);
  expect(sink.mails).toMatchObject([notice]);
  expect(await jobs()).toEqual([]);
  expect(await database.db.process.count()).toBe(0);
});

test('killed: another worker sends the mail again, under the same id', async () => {
  const notice = await noticeUnderWay();
  worker.kill('SIGKILL');
  expect(await jobs()).toMatchObject([{ locked_by: expect.stringMatching(/^pool-/), attempts: 1 }]);
  const other = await work({ ...readConfig(env), logLevel: 'silent' }, { beatMs: 100, goneMs: 2_000 });
  try {
    await until(async () => sink.mails.length === 2 && (await jobs()).length === 0);
  } finally {
    await other.stop();
  }
  expect(sink.mails).toMatchObject([notice, notice]);
});

test('when its pool dies it ends with a sentence, so that whoever holds it starts it again', async () => {
  await noticeUnderWay();
  const ended = once(worker, 'close');
  // What graphile-worker takes as a reason to end its pool: it can't write down what it has done.
  await database.db.$executeRaw`ALTER SCHEMA graphile_worker RENAME TO away`;
  const [code] = await ended;
  await database.db.$executeRaw`ALTER SCHEMA away RENAME TO graphile_worker`;
  await database.db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  expect(code).toBe(1);
  // Before it, the pool may say of each poll that it found nothing.
  expect(said.endsWith('The pool of background jobs has ended by itself; the log says why. Start this process again.\n'), said).toBe(true);
});

/** A worker on another database, until it ends: its code, and what it said to people. */
async function endOf(DATABASE_URL: string): Promise<[code: number | null, sentence: string]> {
  const other = spawn(process.execPath, ['dist/candor.mjs', 'work'], { env: { ...process.env, ...env, DATABASE_URL }, stdio: ['ignore', 'ignore', 'pipe'] });
  let sentence = '';
  other.stderr.on('data', (bytes) => (sentence += bytes));
  const late = setTimeout(() => other.kill('SIGKILL'), 20_000);
  const [code] = await once(other, 'close');
  clearTimeout(late);
  return [code, sentence];
}

test('a database that takes connections and says nothing is not waited for: it ends with a sentence', async () => {
  const silent = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  expect(await endOf(`postgres://candor@127.0.0.1:${port}/candor`)).toEqual([1, 'DATABASE_URL: the database can’t be reached, or does not answer.\n']);
  silent.close();
});

test('a database that is not migrated ends it with a sentence', async () => {
  const unmigrated = new URL(database.url);
  unmigrated.pathname = '/postgres';
  expect(await endOf(unmigrated.href)).toEqual([1, 'DATABASE_URL: the database is not of this build. Run candor migrate.\n']);
});

test('stopped for so long that its jobs run elsewhere, it ends when it goes on', async () => {
  const other = await work({ ...readConfig(env), logLevel: 'silent' }, { beatMs: 20, goneMs: 200 });
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  expect(await other.failed).toMatch(/out of touch for so long .* Start it again\.$/);
  await other.stop();
});
