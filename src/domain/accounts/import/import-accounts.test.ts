import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { accountFile } from '#bin/commands/accounts/source/account-file.ts';
import { readClock } from '#domain/core/postgres/database-clock.ts';
import { prune } from '#domain/core/retention.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { operator, testConfig, testContext, visitor } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { importAccounts } from './import-accounts.ts';
import type { ImportSource } from './import-source.ts';

let database: TestDatabase;
const dir = mkdtempSync(join(tmpdir(), 'candor-import-'));
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(() => database.db.$executeRaw`TRUNCATE "Account", "AuditEntry", account_import.run, account_import.staged, account_import.rejected CASCADE`);
afterAll(async () => {
  rmSync(dir, { recursive: true });
  await database.close();
});

const hash = (name: string) => `$argon2id$v=19$m=19456,t=2,p=1$${Buffer.from(name.padEnd(12, '.')).toString('base64')}$${'A'.repeat(43)}`;
const HEAD = 'email,market,locale,created_at,password_hash,password_changed_at';

function file(content: string | Buffer): string {
  const path = join(dir, randomBytes(4).toString('hex'));
  writeFileSync(path, content);
  return path;
}

interface Options {
  strict?: boolean;
  defaults?: { market?: string; locale?: 'en' | 'de' };
}

/** Imports a source, or a file with this content; what was refused comes as lines of the CSV. */
async function take(from: string | Buffer | ImportSource, { strict = false, defaults = {} }: Options = {}) {
  const source = typeof from === 'string' || Buffer.isBuffer(from) ? accountFile(file(from)) : from;
  const ctx = testContext(database.db, operator, { config: testConfig({ databaseDirectUrl: database.url }) });
  let refused = '';
  const rejects = () =>
    new PassThrough({ encoding: 'utf8' }).on('data', (text) => {
      refused += text;
    });
  const outcome = await importAccounts(ctx, { source, rejects, strict, defaults }).then(
    (view) => ({ view, error: null }),
    (error: Error) => ({ view: null, error }),
  );
  return { ...outcome, refused: refused.split('\n').slice(1, -1) };
}

const accounts = () => database.db.account.findMany({ orderBy: { emailKey: 'asc' }, omit: { id: true } });
const held = async () => {
  const [row] = await database.db.$queryRaw<[{ count: bigint }]>`
    SELECT (SELECT count(*) FROM account_import.run) + (SELECT count(*) FROM account_import.staged) + (SELECT count(*) FROM account_import.rejected) AS count`;
  return Number(row.count);
};

const LINES = [
  HEAD,
  'Someone@Tempo.example,SE,en,2014-05-22T00:00:00Z,,',
  `"o'brien@tempo.example",NO,de,2014-05-22T02:00:00+02:00,"${hash('b')}",2015-01-01T00:00:00.5Z`,
  'jürgen@bücher.example,DE,de,,,',
];
const csv = LINES.join('\n');
const ndjson = [
  { EMAIL: 'Someone@Tempo.example', market: 'SE', locale: 'en', created_at: '2014-05-22T00:00:00Z' },
  {
    email: "o'brien@tempo.example",
    market: 'NO',
    locale: 'de',
    created_at: '2014-05-22T00:00:00Z',
    password_hash: hash('b'),
    password_changed_at: '2015-01-01T00:00:00.5Z',
  },
  { email: 'jürgen@bücher.example', market: 'DE', locale: 'de', password_hash: null },
];
const json = ndjson.map((row) => JSON.stringify(row)).join('\n');

test.each<[string, string | Buffer]>([
  ['CSV', csv],
  ['CSV of another system: a mark, CRLF, capitals, blank lines', `\ufeff\r\n${LINES.join('\r\n\r\n').replace(HEAD, HEAD.toUpperCase())}\r\n\r\n`],
  ['NDJSON', json],
  ['CSV in gzip', gzipSync(csv)],
  ['NDJSON in two parts of gzip', Buffer.concat([gzipSync(json.slice(0, 100)), gzipSync(json.slice(100))])],
  ['CSV in zstd', zstdCompressSync(csv)],
  ['NDJSON in two frames of zstd', Buffer.concat([zstdCompressSync(json.slice(0, 100)), zstdCompressSync(json.slice(100))])],
])('%s is taken, and taken again it changes nothing', async (_, content) => {
  const first = await take(content);
  expect(first).toMatchObject({ error: null, refused: [], view: { rows: 3, created: 3, changed: 0, unchanged: 0, hashesSet: 1, hashesKept: 0, rejected: 0 } });
  const made = await accounts();
  expect(made).toMatchObject([
    { email: 'jürgen@bücher.example', emailKey: 'jürgen@xn--bcher-kva.example', market: 'DE', locale: 'de', passwordHash: null, lastSignInAt: null },
    {
      email: "o'brien@tempo.example",
      passwordHash: hash('b'),
      passwordChangedAt: new Date('2015-01-01T00:00:00.5Z'),
      createdAt: new Date('2014-05-22T00:00:00Z'),
    },
    { email: 'Someone@Tempo.example', emailKey: 'someone@tempo.example', market: 'SE', locale: 'en', roles: [], demo: false },
  ]);
  expect(await take(content)).toMatchObject({ view: { created: 0, changed: 0, unchanged: 3, hashesSet: 0, hashesKept: 0 } });
  expect(await accounts()).toEqual(made);
  expect([await held(), await database.db.passwordChange.count()]).toEqual([0, 0]);
  const entries = await database.db.auditEntry.findMany();
  expect(entries.map(({ outcome, subject }) => [outcome, subject])).toEqual([
    ['done', 'accounts'],
    ['done', 'accounts'],
  ]);
  expect(JSON.stringify(entries.map(({ detail }) => detail))).not.toMatch(/@|argon2/);
});

const BAD: [string, string][] = [
  ['no address,SE,en,,,', 'email is no address'],
  [',SE,en,,,', 'email is missing'],
  ['a@tempo.example,Sweden,en,,,', '"market is not two capital letters, like US"'],
  ['a@tempo.example,,en,,,', 'market is missing'],
  ['a@tempo.example,SE,,,,', 'locale is missing'],
  ['a@tempo.example,SE,tlh,,,', '"locale is none of en, de, ar"'],
  ['a@tempo.example,SE,en,2014-05-22,,', '"created_at is no time with its zone, like 2014-05-22T00:00:00Z"'],
  ['a@tempo.example,SE,en,2999-01-01T00:00:00Z,,', 'created_at has not come yet'],
  [`a@tempo.example,SE,en,,"${hash('a')}",2999-01-01T00:00:00Z`, 'password_changed_at has not come yet'],
  ['a@tempo.example,SE,en,,hunter2,', 'password_hash is no PHC string'],
  ['a@tempo.example,SE,en,,$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy,', 'password_hash is of the scheme 2b; only Argon2 can be checked'],
  [`a@tempo.example,SE,en,,"${hash('a').replace('m=19456', 'm=65536')}",`, '"password_hash costs more than m=19456,t=2,p=1"'],
  [`a@tempo.example,SE,en,,"${hash('a').replace('m=19456', 'm=1')}",`, 'password_hash has costs that Argon2 does not know'],
  ['a@tempo.example,SE,en', '3 fields where the first line has 6'],
  ['"a@tempo.example,SE,en,,,', '"a quote stands where it may not, or has no end on its line"'],
  [`a@tempo.example,SE,en,,${'x'.repeat(9_000)},`, 'longer than 8192 characters'],
  ['SOMEONE@tempo.EXAMPLE,DE,de,,,', 'same mailbox as line 2'],
];

test('a bad row is refused with its line and its reason, and the good ones around it go in', async () => {
  const lines = [...LINES, ...BAD.map(([line]) => line), 'last@tempo.example,SE,en,,,'];
  const damaged = Buffer.concat([Buffer.from(`${lines.join('\n')}\n`), Buffer.from([0x61, 0xff, 0x40, 0x62]), Buffer.from('\nafter@tempo.example,SE,en,,,')]);
  const { view, refused } = await take(damaged);
  expect(view).toMatchObject({ rows: BAD.length + 6, created: 5, rejected: BAD.length + 1 });
  expect(refused).toEqual([...BAD.map(([, reason], index) => `${index + 5},${reason}`), `${BAD.length + 6},no text in UTF-8`]);
  expect((await accounts()).map(({ market }) => market)).not.toContain('Sweden');
});

test('NDJSON is refused row by row too, and shows nothing of what stands in place of a name', async () => {
  const bad = [
    '{"email":"a@tempo.example"',
    '[]',
    '{"email":1}',
    '{"email":"a@tempo.example","plan":"x"}',
    '{"a@tempo.example":"x"}',
    '{"email":"x","Email":"y"}',
  ];
  const { refused, view } = await take([json, ...bad].join('\n'));
  expect(view).toMatchObject({ created: 3, rejected: 6 });
  expect(refused.join('\n')).toMatch(
    /^4,no JSON on one line\n5,no object\n6,email is no text\n7,"nothing is known of ""plan""; .*\n8,"nothing is known of one of its names; .*\n9,"""email"" is there twice"$/,
  );
});

test.each<[string, string | Buffer, RegExp]>([
  ['an unknown column', 'email,plan\na@b.example,x', /column "plan"\. There may be email, market/],
  ['no head, whose address is not shown', 'a@b.example,SE\n', /column 1\. There may be/],
  ['a column twice', 'email,Email\n', /"email" is there twice/],
  ['no email', 'market,locale\n', /no column "email"/],
  ['nothing', '', /nothing in it/],
  ['blanks', '\n \n', /nothing in it/],
  ['text in UTF-16', Buffer.from('\ufeffemail', 'utf16le'), /no text in UTF-8/],
  ['gzip that is cut off', gzipSync(csv).subarray(0, 60), /packed, and cut off or damaged/],
  ['a line without an end', `email\n${'x'.repeat(2 * 1024 * 1024)}`, /a line does not end/],
])('%s is refused whole', async (_, content, words) => {
  const { error } = await take(content);
  expect(error).toMatchObject({ kind: 'invalid', message: expect.stringMatching(words) });
  expect(await accounts()).toEqual([]);
});

test('strictly, one bad row and nothing is changed; it is named all the same', async () => {
  const { error, refused } = await take(`${csv}\nnope,SE,en,,,`, { strict: true });
  expect(error).toMatchObject({ kind: 'invalid', message: '1 of 4 rows can’t be taken, so nothing was changed.' });
  expect(refused).toEqual(['5,email is no address']);
  expect([await accounts(), await held()]).toEqual([[], 0]);
  expect(await take(csv, { strict: true })).toMatchObject({ view: { created: 3 } });
});

test('defaults are for new accounts that say nothing, and move nobody', async () => {
  await createAccount(database.db, { email: 'old@tempo.example', market: 'SE', locale: 'de' });
  const { view } = await take('email\nold@tempo.example\nnew@tempo.example', { defaults: { market: 'NO', locale: 'en' } });
  expect(view).toMatchObject({ created: 1, changed: 0, unchanged: 1 });
  expect(await accounts()).toMatchObject([
    { email: 'new@tempo.example', market: 'NO', locale: 'en' },
    { email: 'old@tempo.example', market: 'SE', locale: 'de' },
  ]);
  expect(await take('email,market\nold@tempo.example,FI', { defaults: { locale: 'en' } })).toMatchObject({ view: { changed: 1, unchanged: 0 } });
  expect((await accounts())[1]).toMatchObject({ market: 'FI', locale: 'de' });
});

test('a newer hash ends what the older one had opened; the first one, and one that is kept, end nothing', async () => {
  const { db } = database;
  const row = (name: string, at: string) => `${name}@tempo.example,US,en,,"${hash(`new ${name}`)}",${at}`;
  const changed = new Date('2020-01-01T00:00:00Z');
  const make = async (name: string, passwordHash: string | null, changes: Date[]) => {
    const account = await createAccount(db, { email: `${name}@tempo.example`, passwordHash });
    for (const at of changes) await db.passwordChange.create({ data: { accountId: account.id, at, proof: 'current' } });
    const { session } = await createSession(db, account);
    await db.oneTimeCode.create({ data: { id: name, accountId: account.id, purpose: 'change-password', expiresAt: new Date() } });
    await db.proofGrant.create({ data: { id: name, sessionId: session.id, purpose: 'change-password', proof: 'current', expiresAt: new Date() } });
  };
  await make('newer', hash('old'), [changed]);
  await make('older', hash('old'), [changed]);
  await make('same', hash('old'), [changed]);
  await make('undated', hash('old'), [changed]);
  await make('unknown', hash('old'), []);
  await make('none', null, []);
  const { view } = await take(
    [
      HEAD,
      row('newer', '2021-01-01T00:00:00Z'),
      row('older', '2019-01-01T00:00:00Z'),
      row('same', changed.toISOString()),
      row('undated', ''),
      row('unknown', '2021-01-01T00:00:00Z'),
      row('none', ''),
    ].join('\n'),
  );
  expect(view).toMatchObject({ created: 0, changed: 2, unchanged: 4, hashesSet: 2, hashesKept: 4, sessionsEnded: 1 });
  const set = (await accounts()).filter(({ passwordHash }) => passwordHash !== hash('old'));
  expect(set).toMatchObject([
    { email: 'newer@tempo.example', passwordVersion: 1, lastSignInAt: null },
    { email: 'none@tempo.example', passwordVersion: 1 },
  ]);
  const ended = await db.session.findMany({ where: { endedAt: { not: null } }, include: { account: true } });
  expect(ended.map(({ account }) => account.email)).toEqual(['newer@tempo.example']);
  expect([await db.proofGrant.count(), await db.oneTimeCode.count(), await db.passwordChange.count(), await db.securityEvent.count()]).toEqual([5, 5, 4, 1]);
});

test('an account of the team takes no password from a file, neither a newer one nor its first', async () => {
  const { db } = database;
  const enrolled = await createAccount(db, { email: 'enrolled@tempo.example', roles: ['admin'], passwordHash: hash('own') });
  await db.passwordChange.create({ data: { accountId: enrolled.id, at: new Date('2015-01-01T00:00:00Z'), proof: 'current' } });
  const { session } = await createSession(db, enrolled);
  await createAccount(db, { email: 'invited@tempo.example', roles: ['responder'], passwordHash: null });
  const rows = ['enrolled', 'invited'].map((name) => `${name}@tempo.example,FI,de,,"${hash('customer')}",2020-01-01T00:00:00Z`);
  const { view } = await take([HEAD, ...rows].join('\n'));
  expect(view).toMatchObject({ created: 0, changed: 2, hashesSet: 0, hashesKept: 2, sessionsEnded: 0 });
  expect(await accounts()).toMatchObject([
    { passwordHash: hash('own'), passwordVersion: 0, roles: ['admin'], market: 'FI', disabledAt: null },
    { passwordHash: null, passwordVersion: 0, roles: ['responder'], market: 'FI' },
  ]);
  expect((await db.session.findUniqueOrThrow({ where: { id: session.id } })).endedAt).toBeNull();
});

test('whatever is imported and changed in whatever order, nobody gets an older password back', async () => {
  const { db } = database;
  const DAY_MS = 86_400_000;
  const day = fc.integer({ min: 1, max: 60 });
  const event = fc.oneof(
    fc.record({ act: fc.constant('change' as const) }),
    fc.record({ act: fc.constant('import' as const), day: fc.option(day), who: fc.constantFrom('a', 'b') }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 8 }), async (events) => {
      await db.$executeRaw`TRUNCATE "Account" CASCADE`;
      const { id: accountId } = await createAccount(db, { email: 'a@tempo.example' });
      const start = Date.now() - 100 * DAY_MS;
      /** The password that stands, and since when as far as anybody knows; changes here are on the days between. */
      let stands: { hash: string | null; at: number | null } = { hash: null, at: null };
      for (const [index, each] of events.entries()) {
        const name = hash(`h${index}`);
        if (each.act === 'change') {
          const at = start + (index + 1) * 7.5 * DAY_MS;
          await db.account.update({ where: { id: accountId }, data: { passwordHash: name, passwordVersion: { increment: 1 } } });
          await db.passwordChange.create({ data: { accountId, at: new Date(at), proof: 'current' } });
          stands = { hash: name, at: Math.max(at, stands.at ?? 0) };
        } else {
          const at = each.day === null ? null : start + each.day * DAY_MS;
          await take(`${HEAD}\n${each.who}@tempo.example,US,en,,"${name}",${at === null ? '' : new Date(at).toISOString()}`);
          if (each.who === 'a' && (stands.hash === null || (at !== null && stands.at !== null && at > stands.at))) stands = { hash: name, at };
        }
        expect((await db.account.findUniqueOrThrow({ where: { id: accountId } })).passwordHash).toBe(stands.hash);
      }
    }),
    { numRuns: 25 },
  );
});

test('who changes a password while the merge waits for the account keeps the change', async () => {
  const { db } = database;
  const { id } = await createAccount(db, { email: 'a@tempo.example', passwordHash: hash('old') });
  await db.passwordChange.create({ data: { accountId: id, at: new Date('2015-01-01T00:00:00Z'), proof: 'current' } });
  let importing: ReturnType<typeof take> | undefined;
  await db.$transaction(
    async (tx) => {
      // As a verb's transaction begins: locked, and nothing changed yet.
      await tx.$executeRaw`SELECT id FROM "Account" WHERE id = ${id} FOR NO KEY UPDATE`;
      importing = take(`${HEAD}\na@tempo.example,US,en,,"${hash('imported')}",2020-01-01T00:00:00Z`);
      // Until the merge stands before the row.
      for (let waits = 0; waits === 0; ) {
        const [row] = await db.$queryRaw<[{ count: bigint }]>`SELECT count(*) FROM pg_locks WHERE NOT granted`;
        waits = Number(row.count);
      }
      await tx.account.update({ where: { id }, data: { passwordHash: hash('own'), passwordVersion: { increment: 1 } } });
      await tx.passwordChange.create({ data: { accountId: id, at: await readClock(tx), proof: 'current' } });
    },
    { timeout: 30_000 },
  );
  expect((await importing)?.view).toMatchObject({ hashesSet: 0, hashesKept: 1, unchanged: 1 });
  expect(await accounts()).toMatchObject([{ passwordHash: hash('own') }]);
});

test('an account that somebody makes at the moment of the merge is not made twice, and the others are', async () => {
  const { db } = database;
  let importing: ReturnType<typeof take> | null = null;
  await db.$transaction(
    async (tx) => {
      await tx.account.create({ data: { email: 'a@tempo.example', emailKey: 'a@tempo.example', market: 'NO', locale: 'en', createdAt: new Date() } });
      importing = take(`${HEAD}\na@tempo.example,SE,en,,,\nb@tempo.example,SE,en,,"${hash('b')}",2020-01-01T00:00:00Z`);
      for (let waits = 0; waits === 0; ) {
        const [row] = await db.$queryRaw<[{ count: bigint }]>`SELECT count(*) FROM pg_locks WHERE NOT granted`;
        waits = Number(row.count);
      }
    },
    { timeout: 30_000 },
  );
  expect(await importing).toMatchObject({ error: null, view: { rows: 2, created: 1, changed: 1, hashesSet: 1 } });
  expect(await accounts()).toMatchObject([{ email: 'a@tempo.example', market: 'SE' }, { passwordHash: hash('b') }]);
});

/** Breaks after so many chunks. */
function breaking(path: string, after: number): ImportSource {
  const source = accountFile(path, undefined, 2_000);
  return {
    async read(from) {
      const chunks = await source.read(from);
      return (
        chunks &&
        (async function* () {
          let given = 0;
          for await (const chunk of chunks) {
            if (given === after) throw new Error('The source broke.');
            given += 1;
            yield chunk;
          }
        })()
      );
    },
  };
}

const many = (count: number) =>
  [HEAD, ...Array.from({ length: count }, (_, n) => (n % 50 === 7 ? 'nope,SE,en,,,' : `p${n}@tempo.example,SE,en,2014-05-22T00:00:00Z,,`))].join('\n');

test('what broke off goes on where it was, and comes to the same', async () => {
  const text = many(500);
  const whole = await take(text);
  const expected = await accounts();
  await database.db.$executeRaw`TRUNCATE "Account" CASCADE`;
  const path = file(text);
  for (const after of [2, 0, 3]) expect((await take(breaking(path, after))).error?.message).toBe('The source broke.');
  const [run] = await database.db.$queryRaw<[{ rows: bigint }]>`SELECT rows FROM account_import.run`;
  expect(Number(run.rows)).toBeGreaterThan(100);
  const rest = await take(breaking(path, 1_000));
  expect(rest.view).toEqual(whole.view);
  expect(rest.refused).toEqual(whole.refused);
  expect(await accounts()).toEqual(expected);
});

test('another file, and the same one with other defaults, start anew', async () => {
  expect((await take(breaking(file(many(500)), 3))).error).not.toBeNull();
  expect(await take('email,market,locale\nq@tempo.example,SE,en')).toMatchObject({ view: { rows: 1, created: 1 } });
  expect((await take(breaking(file(many(500)), 3))).error).not.toBeNull();
  expect(await take(many(500).replaceAll('tempo', 'other'))).toMatchObject({ view: { rows: 500, created: 490 } });
  expect(await database.db.account.count({ where: { email: { startsWith: 'p', endsWith: '@tempo.example' } } })).toBe(0);
  const path = file('email,market\n'.concat(Array.from({ length: 300 }, (_, n) => `r${n}@tempo.example,\n`).join('')));
  const two = (market: string, after: number) => take(breaking(path, after), { defaults: { market, locale: 'en' } });
  expect((await two('SE', 1)).error).not.toBeNull();
  expect(await two('NO', 1_000)).toMatchObject({ view: { created: 300 } });
  expect(await database.db.account.count({ where: { market: 'NO' } })).toBe(300);
});

test('of two at once one is told, and what is left is as after one', async () => {
  const path = file(many(500));
  const both = await Promise.all([take(accountFile(path, undefined, 2_000)), take(accountFile(path, undefined, 2_000))]);
  const told = both.flatMap(({ error }) => (error ? [error] : []));
  for (const error of told) expect(error).toMatchObject({ kind: 'conflict' });
  expect(both.filter(({ view }) => view)).not.toEqual([]);
  expect(await database.db.account.count()).toBe(490);
  expect(await held()).toBe(0);
});

test('what nobody finishes is kept for a week', async () => {
  await take(breaking(file(many(500)), 3));
  await prune(database.db);
  expect(await held()).toBeGreaterThan(0);
  await database.db.$executeRaw`UPDATE account_import.run SET "touchedAt" = now() - interval '8 days'`;
  await prune(database.db);
  expect(await held()).toBe(0);
});

test('a fault of the merge leaves nothing changed, and it can be done again', async () => {
  const { db } = database;
  await db.$executeRaw`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$`;
  await db.$executeRaw`CREATE TRIGGER refuse BEFORE INSERT ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION refuse()`;
  expect((await take(csv)).error).not.toBeNull();
  expect(await accounts()).toEqual([]);
  await db.$executeRaw`DROP TRIGGER refuse ON "AuditEntry"`;
  expect(await take(csv)).toMatchObject({ view: { created: 3 } });
});

test('nobody but the operator imports', async () => {
  const ctx = testContext(database.db, visitor, { config: testConfig({ databaseDirectUrl: database.url }) });
  const input = { source: accountFile(file(csv)), rejects: () => new PassThrough(), strict: false, defaults: {} };
  await expect(importAccounts(ctx, input)).rejects.toMatchObject({ kind: 'forbidden' });
});
