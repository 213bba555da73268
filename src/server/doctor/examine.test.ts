import { once } from 'node:events';
import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readSettings } from '#config';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { startRangeService } from '#tests/support/breaches/range-service.ts';
import { publishSite } from '#tests/support/sample-incident.ts';
import { examine } from './examine.ts';

let database: TestDatabase;
let dataDir: string;
const servers: { close(): void }[] = [];
beforeAll(async () => {
  database = await testDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'candor-doctor-'));
});
beforeEach(async () => {
  await database.db.process.deleteMany();
  await database.db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});
afterAll(async () => {
  for (const server of servers) server.close();
  await rm(dataDir, { recursive: true, force: true });
  await database.close();
});

/** A server that speaks by `answer`, line by line; null is silence. */
async function speaking(greeting: string | null, answer: (line: string) => string | null = () => null): Promise<number> {
  const server = createServer((socket: Socket) => {
    if (greeting !== null) socket.write(greeting);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      for (const line of String(bytes).split('\r\n').filter(Boolean)) socket.write(answer(line) ?? '');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push({ close: () => server.close() });
  return (server.address() as AddressInfo).port;
}
const smtp = (auth: string) =>
  speaking('220 relay\r\n', (line) => {
    if (line.startsWith('EHLO')) return '250-relay\r\n250 AUTH PLAIN\r\n';
    if (line === 'STARTTLS') return '454 no TLS here\r\n';
    return line.startsWith('AUTH') ? auth : '221 bye\r\n';
  });

async function seen(set: Record<string, string> = {}, limitMs?: number): Promise<Record<string, string>> {
  const environment = {
    CANDOR_URL: 'http://localhost:3000',
    CANDOR_SECRET: 'a-secret-that-only-the-tests-know-0123',
    DATABASE_URL: database.url,
    CANDOR_DATA: dataDir,
    BREACHED_PASSWORDS_URL: 'off',
  };
  const examined = await examine(readSettings({ ...environment, ...set }), limitMs);
  return Object.fromEntries(examined.map(({ check, state, sentence }) => [check, `${state}: ${sentence}`]));
}

async function say(kind: 'serve' | 'work', { id = `${kind} 1`, secondsAgo = 0, edition = null as number | null, build = 'x' } = {}): Promise<void> {
  await database.db.$executeRaw`
    INSERT INTO "Process" (id, kind, host, build, "startedAt", "seenAt", edition)
    VALUES (${id}, ${kind}::"ProcessKind", 'host-a', ${build}, now(), now() - make_interval(secs => ${secondsAgo}), ${edition})`;
}
const job = () => database.db.$executeRaw`SELECT graphile_worker.add_job('prune', '{}'::json, max_attempts := 12)`;

test('an installation in which all is well', async () => {
  const number = await publishSite(database.db);
  await say('serve', { edition: number });
  await say('work');
  await mkdir(join(dataDir, 'editions'));
  await symlink(`${number}-abc`, join(dataDir, 'editions', 'current'));
  const port = await smtp('235 welcome\r\n');
  expect(await seen({ SMTP_URL: `smtp://user:word@127.0.0.1:${port}` })).toEqual({
    settings: 'ok: All are there and understood.',
    database: expect.stringMatching(/^ok: PostgreSQL \d+ answers in \d+ ms\.$/),
    direct: expect.stringMatching(/^ok: A notification is heard after \d+ ms\.$/),
    migrations: expect.stringMatching(/^ok: All \d+ are applied\.$/),
    relay: expect.stringMatching(/^ok: The relay lets us in after \d+ ms; no mail was sent\.$/),
    breaches: 'ok: BREACHED_PASSWORDS_URL is off: passwords are not looked for among those from breaches.',
    worker: 'ok: 1 worker at work, and nothing waits.',
    disk: expect.stringMatching(/^(ok|warn): .*dition 1 is /),
    clock: expect.stringMatching(/^ok: /),
    instances: expect.stringMatching(/^(ok: 1 instance up, with edition 1\.|warn: Edition 1 is served; another build)/),
  });
});

test('with everything away, each check says so by itself, without a word of a library', async () => {
  const away = { DATABASE_URL: 'postgres://127.0.0.1:1/candor', SMTP_URL: 'smtp://127.0.0.1:1', CANDOR_DATA: '/proc/candor' };
  const all = await seen(away);
  for (const name of ['database', 'migrations', 'worker', 'clock', 'instances'])
    expect(all[name]).toBe('fail: DATABASE_URL: nobody listens at its host and port. Is PostgreSQL running?');
  expect(all.direct).toBe('fail: DATABASE_DIRECT_URL: nobody listens at its host and port. Is PostgreSQL running?');
  expect(all.relay).toBe('fail: SMTP_URL: nobody listens at the relay’s host and port.');
  expect(all.disk).toMatch(/^(fail|warn): CANDOR_DATA: "\/proc\/candor" is not there/);
  expect(Object.values(all).join()).not.toMatch(/ECONN|connect |undefined|\bnull\b/);
});

test('a setting that is wrong keeps only those checks back that need it, and its value is not shown', async () => {
  const all = await seen({ SMTP_URL: 'smtp://user:secret-word@', CANDOR_SECRET: 'short' });
  expect(all.settings).toMatch(/^fail: CANDOR_SECRET: has 32 characters or more\. SMTP_URL: is smtps/);
  expect(all.relay).toBe('fail: Not looked at: SMTP_URL must be mended first.');
  expect(all.database).toMatch(/^ok/);
  expect(JSON.stringify(all)).not.toMatch(/secret-word|short/);
  expect((await seen({ DATABASE_URL: 'mysql://x' })).worker).toBe('fail: Not looked at: DATABASE_URL must be mended first.');
});

test('what never answers is given up, and the rest is said', async () => {
  const port = await speaking(null);
  const all = await seen({ DATABASE_URL: `postgres://127.0.0.1:${port}/x`, SMTP_URL: `smtp://127.0.0.1:${port}` }, 500);
  expect(all.database).toBe('fail: No answer within 0.5 seconds.');
  expect(all.relay).toBe('fail: No answer within 0.5 seconds.');
  expect(all.disk).toMatch(/^(ok|warn)/);
});

test.each([
  ['refuses us', () => smtp('535 no\r\n'), 'user:word@', 'the relay refuses this user, or its password.'],
  ['has no TLS where it is asked for', () => smtp('235 welcome\r\n'), '', 'the relay offers no TLS that can be trusted.', '?requireTLS=true'],
  ['speaks something else', () => speaking('HTTP/1.1 400 Bad Request\r\n\r\n'), '', 'the relay does not take part in the conversation.'],
])('a relay that %s', async (_, start, user, reason, query = '') => {
  expect((await seen({ SMTP_URL: `smtp://${user}127.0.0.1:${await start()}${query}` })).relay).toBe(`fail: SMTP_URL: ${reason}`);
});

test('a service of breached passwords that answers, that knows too little, and that is broken', async () => {
  const service = await startRangeService('password');
  const said = async () => (await seen({ BREACHED_PASSWORDS_URL: service.url })).breaches;
  try {
    expect(await said()).toMatch(/^ok: The service of breached passwords answers after \d+ ms\.$/);
    service.known.clear();
    expect(await said()).toBe('warn: BREACHED_PASSWORDS_URL: the service does not know the commonest password of all.');
    service.mood = 'broken';
    expect(await said()).toMatch(/^warn: BREACHED_PASSWORDS_URL: no answer that can be understood\./);
  } finally {
    await service.close();
  }
});

test('another database, and one that is empty', async () => {
  const other = Object.assign(new URL(database.url), { pathname: '/postgres' }).href;
  expect((await seen({ DATABASE_DIRECT_URL: other })).direct).toMatch(/^fail: DATABASE_DIRECT_URL: notifications are not heard/);
  const empty = await seen({ DATABASE_URL: other });
  expect(empty.migrations).toBe('fail: The database is empty. Run candor migrate.');
  expect(empty.worker).toBe('fail: DATABASE_URL: the database is not of this build. Run candor migrate.');
  const none = Object.assign(new URL(database.url), { pathname: '/nowhere' }).href;
  expect((await seen({ DATABASE_URL: none })).database).toBe('fail: DATABASE_URL: the server has no database of this name.');
  const stranger = Object.assign(new URL(database.url), { password: 'wrong' }).href;
  expect((await seen({ DATABASE_URL: stranger })).database).toMatch(/^(fail: DATABASE_URL: the database refuses this user|ok)/);
});

test('a migration that is missing, unknown or half done', async () => {
  const rename = (from: string, to: string) => database.db.$executeRaw`UPDATE _prisma_migrations SET migration_name = ${to} WHERE migration_name = ${from}`;
  await rename('20261124120000_pictures', '20991231000000_later');
  expect((await seen()).migrations).toBe('fail: 1 migration still to apply. Run candor migrate.');
  await rename('20991231000000_later', '20261124120000_pictures');
  await database.db
    .$executeRaw`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ('x', '', '20991231000000_later', now(), 1)`;
  expect((await seen()).migrations).toMatch(/^warn: The database has 1 migration that this build does not know/);
  await database.db.$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL WHERE id = 'x'`;
  expect((await seen()).migrations).toMatch(/^fail: 20991231000000_later began and did not end\./);
  await database.db.$executeRaw`DELETE FROM _prisma_migrations WHERE id = 'x'`;
});

test('workers: none, one that is silent, one that can’t keep up, and jobs of the dead', async () => {
  expect((await seen()).worker).toMatch(/^fail: No worker has said/);
  await say('work', { id: 'dead', secondsAgo: 90 });
  await job();
  await database.db.$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now() - interval '6 minutes'`;
  expect((await seen()).worker).toMatch(/^fail: No worker has said .* 1 job due for more than 5 minutes\.$/);
  await say('work', { id: 'alive' });
  expect((await seen()).worker).toMatch(/^fail: 1 worker can’t keep up/);
  await database.db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '2 minutes', locked_by = 'alive'`;
  expect((await seen()).worker).toMatch(/^ok/);
  await database.db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_by = 'dead'`;
  expect((await seen()).worker).toMatch(/^fail: 1 job held by a worker that is gone/);
  await database.db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_by = NULL, locked_at = NULL, attempts = max_attempts`;
  expect((await seen()).worker).toMatch(/^warn: .*1 job given up/);
});

test('instances: one that serves nothing yet is not well, however new the edition is', async () => {
  await database.db.$executeRaw`DELETE FROM "Process"`;
  await publishSite(database.db);
  await say('serve', { id: 'starting' });
  expect((await seen()).instances).toMatch(/^fail: Edition \d+ is published, and not served by every instance: host-a none\./);
  await database.db.$executeRaw`DELETE FROM "Process"`;
});

test('instances: none, and one that serves an older edition', async () => {
  expect((await seen()).instances).toMatch(/^fail: No instance has said/);
  const number = await publishSite(database.db);
  await say('serve', { edition: number - 1 });
  expect((await seen()).instances).toBe(
    `fail: Edition ${number} is published, and not served by every instance: host-a edition ${number - 1}. Read their logs; see the line of the direct connection.`,
  );
  // Just published: it may be on its way.
  await database.db.edition.update({ where: { number }, data: { publishedAt: (await database.db.$queryRaw<[{ now: Date }]>`SELECT now()`)[0].now } });
  expect((await seen()).instances).toBe(`warn: Edition ${number} is on its way to 1 instance.`);
});

test('a file in the place of the folder is named, and a database that takes no writes is', async () => {
  const file = join(dataDir, 'a-file');
  await writeFile(file, '');
  for (const place of [file, join(file, 'data')])
    expect((await seen({ CANDOR_DATA: place })).disk).toBe(`fail: CANDOR_DATA: "${file}" is a file, where a folder should be. Name another place.`);
  const url = Object.assign(new URL(database.url), { search: '?options=-c%20default_transaction_read_only%3Don' }).href;
  expect((await seen({ DATABASE_URL: url, DATABASE_DIRECT_URL: database.url })).database).toMatch(/^fail: DATABASE_URL: the database takes no writes/);
});
