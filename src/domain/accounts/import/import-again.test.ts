import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { accountFile } from '#bin/commands/accounts/source/account-file.ts';
import { prune } from '#domain/core/retention.ts';
import { testConfig, testContext, visitor } from '#tests/support/context.ts';
import { csv, HEAD, hash, importTrials } from '#tests/support/imports/import-trials.ts';
import { importAccounts } from './import-accounts.ts';
import type { ImportSource } from './import-source.ts';

const { accounts, database, file, held, take } = importTrials();

test('an account that somebody makes at the moment of the merge is not made twice, and the others are', async () => {
  const { db } = database();
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
  await database().db.$executeRaw`TRUNCATE "Account" CASCADE`;
  const path = file(text);
  for (const after of [2, 0, 3]) expect((await take(breaking(path, after))).error?.message).toBe('The source broke.');
  const [run] = await database().db.$queryRaw<[{ rows: bigint }]>`SELECT rows FROM account_import.run`;
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
  expect(await database().db.account.count({ where: { email: { startsWith: 'p', endsWith: '@tempo.example' } } })).toBe(0);
  const path = file('email,market\n'.concat(Array.from({ length: 300 }, (_, n) => `r${n}@tempo.example,\n`).join('')));
  const two = (market: string, after: number) => take(breaking(path, after), { defaults: { market, locale: 'en' } });
  expect((await two('SE', 1)).error).not.toBeNull();
  expect(await two('NO', 1_000)).toMatchObject({ view: { created: 300 } });
  expect(await database().db.account.count({ where: { market: 'NO' } })).toBe(300);
});

test('of two at once one is told, and what is left is as after one', async () => {
  const path = file(many(500));
  const both = await Promise.all([take(accountFile(path, undefined, 2_000)), take(accountFile(path, undefined, 2_000))]);
  const told = both.flatMap(({ error }) => (error ? [error] : []));
  for (const error of told) expect(error).toMatchObject({ kind: 'conflict' });
  expect(both.filter(({ view }) => view)).not.toEqual([]);
  expect(await database().db.account.count()).toBe(490);
  expect(await held()).toBe(0);
});

test('what nobody finishes is kept for a week', async () => {
  await take(breaking(file(many(500)), 3));
  await prune(database().db);
  expect(await held()).toBeGreaterThan(0);
  await database().db.$executeRaw`UPDATE account_import.run SET "touchedAt" = now() - interval '8 days'`;
  await prune(database().db);
  expect(await held()).toBe(0);
});

test('a fault of the merge leaves nothing changed, and it can be done again', async () => {
  const { db } = database();
  await db.$executeRaw`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$`;
  await db.$executeRaw`CREATE TRIGGER refuse BEFORE INSERT ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION refuse()`;
  expect((await take(csv)).error).not.toBeNull();
  expect(await accounts()).toEqual([]);
  await db.$executeRaw`DROP TRIGGER refuse ON "AuditEntry"`;
  expect(await take(csv)).toMatchObject({ view: { created: 3 } });
});

test('nobody but the operator imports', async () => {
  const ctx = testContext(database().db, visitor, { config: testConfig({ databaseDirectUrl: database().url }) });
  const input = { source: accountFile(file(csv)), rejects: () => new PassThrough(), strict: false, defaults: {} };
  await expect(importAccounts(ctx, input)).rejects.toMatchObject({ kind: 'forbidden' });
});
