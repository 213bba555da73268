import { setTimeout as later } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recordAudit } from '#domain/core/audit.ts';
import { prune } from '#domain/core/retention.ts';
import { operator, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { entryHash, readEntries } from './entry.ts';
import { exportLog } from './export-log.ts';
import { makeSeal, type Seal } from './seal.ts';
import { sealEntries } from './seal-entries.ts';
import { verifyLog } from './verify-log.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(() => empty());
afterAll(() => database.close());

const empty = () => database.db.$executeRaw`TRUNCATE "AuditEntry", "AuditSeal" RESTART IDENTITY`;
const op = () => testContext(database.db, operator);
const verify = (noted?: string) => verifyLog(op(), { noted });
const faults = async () => (await verify()).named.map(({ kind, what }) => `${kind} ${what}`);

const entry = (subject: string) => ({
  at: new Date('2026-11-24T09:30:00.120Z'),
  actor: 'system:test',
  verb: 'x/y',
  subject,
  outcome: 'done',
  detail: { n: 1 },
});

/** Entries one after the other; a number that is false is given to somebody whose transaction fails. */
async function write(kept: number | boolean[]): Promise<void> {
  const { db } = database;
  const flags = typeof kept === 'number' ? Array<boolean>(kept).fill(true) : kept;
  await db.$executeRaw`
    WITH given AS MATERIALIZED (SELECT nextval('"AuditEntry_seq_seq"') AS number, kept FROM unnest(${flags}::boolean[]) AS kept)
    INSERT INTO "AuditEntry" (seq, at, actor, verb, subject, outcome, detail)
    SELECT number, '2026-11-24T09:30:00.120Z', 'system:test', 'x/y', number::text, 'done', jsonb_build_object('n', number) FROM given WHERE kept`;
}

async function seal(): Promise<Seal[]> {
  return Array.fromAsync(sealEntries(database.db));
}

test('what is sealed adds up, in batches, whatever numbers were left out; what is not is said', async () => {
  await write([false, true, true, false]);
  expect(await verify()).toMatchObject({ seals: 0, entries: 0, faults: 0, unsealed: { entries: 2, since: '2026-11-24T09:30:00.120Z' }, last: null });
  await seal();
  await write(2_500);
  const sealed = await seal();
  expect(sealed.map(({ fromSeq, toSeq, entries }) => [fromSeq, toSeq, entries])).toEqual([
    [4n, 1_004n, 1_000],
    [1_005n, 2_004n, 1_000],
    [2_005n, 2_504n, 500],
  ]);
  expect(await seal()).toEqual([]);
  await write(1);
  const progress: number[][] = [];
  const view = await verifyLog({ ...op(), progress: (_what, done, total) => progress.push([done, total as number]) }, {});
  expect(view).toMatchObject({ seals: 4, entries: 2_502, faults: 0, named: [], unsealed: { entries: 1 }, last: { toSeq: '2504', hash: sealed[2]?.hash } });
  expect(progress.at(-1)).toEqual([2_502, 2_502]);
});

test('an entry is hashed with all of its columns', async () => {
  const columns = await database.db.$queryRaw<
    { name: string }[]
  >`SELECT column_name::text AS name FROM information_schema.columns WHERE table_name = 'AuditEntry'`;
  await write(1);
  const [row] = await readEntries(database.db, { fromSeq: 1n, toSeq: 1n, limit: 1 });
  if (!row) throw new Error('There is no entry.');
  expect(Object.keys(row).sort()).toEqual(columns.map(({ name }) => name).sort());
  for (const name of Object.keys(row)) expect([name, entryHash({ ...row, [name]: 'other' }).equals(entryHash(row))]).toEqual([name, false]);
});

type Tampering = 'keep' | 'remove' | 'insert' | 'actor' | 'at' | 'detail' | 'subject' | 'verb' | 'outcome';
const TAMPERING: Tampering[] = ['keep', 'remove', 'insert', 'actor', 'at', 'detail', 'subject', 'verb', 'outcome'];

test('whatever is altered, removed or put in is named, and nothing else', async () => {
  const { db } = database;
  const acts = fc.array(fc.tuple(fc.constantFrom(...TAMPERING), fc.boolean()), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(acts, async (given) => {
      await empty();
      for (const [act, sealsBefore] of given) {
        if (sealsBefore) await seal();
        await write([act !== 'insert']);
      }
      await write(1);
      await seal();
      const expected: string[] = [];
      for (const [index, [act]] of given.entries()) {
        const seq = BigInt(index + 1);
        if (act === 'keep') continue;
        if (act === 'remove') await db.auditEntry.delete({ where: { seq } });
        else if (act === 'insert') await db.auditEntry.create({ data: { seq, ...entry('nobody') } });
        else if (act === 'at') await db.$executeRaw`UPDATE "AuditEntry" SET at = at + interval '1 ms' WHERE seq = ${seq}`;
        // Two numbers that are one in binary floating point.
        else if (act === 'detail') await db.$executeRaw`UPDATE "AuditEntry" SET detail = '{"n": 9007199254740993}' WHERE seq = ${seq}`;
        else await db.auditEntry.update({ where: { seq }, data: { [act]: 'other' } });
        expected.push(`entry_${act === 'remove' ? 'removed' : act === 'insert' ? 'inserted' : 'altered'} ${seq}`);
      }
      expect((await faults()).sort()).toEqual(expected.sort());
      // Nor is it forgotten once more is sealed.
      await write(1);
      await seal();
      expect(await faults()).toHaveLength(expected.length);
    }),
    { numRuns: 25 },
  );
});

test('numbers that JavaScript can’t tell apart are two', async () => {
  await database.db.$executeRaw`INSERT INTO "AuditEntry" (at, actor, verb, subject, outcome, detail) VALUES (now(), '', '', '', '', '{"n": 9007199254740992}')`;
  await seal();
  await database.db.$executeRaw`UPDATE "AuditEntry" SET detail = '{"n": 9007199254740993}'`;
  expect(await faults()).toEqual(['entry_altered 1']);
});

describe('seals', () => {
  beforeEach(async () => {
    for (let each = 0; each < 3; each += 1) {
      await write(2);
      await seal();
    }
  });
  const alter = (sql: string) => database.db.$executeRawUnsafe(sql);

  test.each([
    ['its hash', `hash = repeat('1', 64)`],
    ['what it says of entries', `"entryHashes" = set_byte("entryHashes", 20, 255 - get_byte("entryHashes", 20))`, 'entry_altered 3'],
    ['its time', `"sealedAt" = "sealedAt" - interval '1 year'`],
    ['its count', 'entries = 3'],
  ])('%s altered', async (_, change, ...more) => {
    await alter(`UPDATE "AuditSeal" SET ${change} WHERE "fromSeq" = 3`);
    expect(await faults()).toEqual(['seal_altered 3', ...more]);
  });

  test.each([
    ['between', 3, 'seal_removed 5'],
    ['the first', 1, 'seal_removed 3'],
  ])('%s removed, with its entries', async (_, from, fault) => {
    await alter(`DELETE FROM "AuditSeal" WHERE "fromSeq" = ${from}`);
    await alter(`DELETE FROM "AuditEntry" WHERE seq IN (${from}, ${from + 1})`);
    expect(await faults()).toEqual([fault]);
  });

  test('the last one removed, or the whole chain made anew: found by who has noted a hash', async () => {
    const noted = (await database.db.auditSeal.findFirstOrThrow({ orderBy: { toSeq: 'desc' } })).hash;
    expect(await verify(noted)).toMatchObject({ faults: 0, last: { hash: noted } });
    await alter(`DELETE FROM "AuditSeal" WHERE "fromSeq" = 5`);
    await alter('DELETE FROM "AuditEntry" WHERE seq > 4');
    expect(await verify()).toMatchObject({ faults: 0 });
    expect(await verify(noted)).toMatchObject({ faults: 1, named: [{ kind: 'noted_missing', what: noted }] });
    await alter(`UPDATE "AuditEntry" SET actor = 'somebody' WHERE seq = 1`);
    await alter('DELETE FROM "AuditSeal"');
    await seal();
    expect(await verify()).toMatchObject({ faults: 0 });
    expect(await verify(noted)).toMatchObject({ faults: 1 });
  });

  test('there is one chain and no fork of it', async () => {
    const { db } = database;
    const [first] = await db.auditSeal.findMany({ orderBy: { toSeq: 'asc' }, omit: { id: true } });
    const fork = makeSeal(null, await readEntries(db, { fromSeq: 1n, toSeq: 1n, limit: 1 }), new Date());
    expect(fork.previousHash).toBe(first?.previousHash);
    await expect(db.auditSeal.create({ data: fork })).rejects.toMatchObject({ code: 'P2002' });
  });
});

test('what is past its time goes with its seals, from the beginning on, and the rest still adds up', async () => {
  const { db } = database;
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
  let previous: Seal | null = null;
  for (const [index, days] of [2_600, 2_559, 2_558, 2_556, 1].entries()) {
    await write(2);
    previous = makeSeal(previous, await readEntries(db, { fromSeq: BigInt(index * 2 + 1), toSeq: BigInt(index * 2 + 2), limit: 2 }), ago(days));
    await db.auditSeal.create({ data: previous });
  }
  expect(await faults()).toEqual([]);
  await prune(db);
  expect((await db.auditEntry.findMany()).map(({ seq }) => Number(seq))).toEqual([7, 8, 9, 10]);
  expect((await db.auditSeal.findMany({ orderBy: { toSeq: 'asc' } })).map(({ toSeq }) => Number(toSeq))).toEqual([6, 8, 10]);
  expect(await faults()).toEqual([]);
  await prune(db);
  await write(1);
  await seal();
  expect(await faults()).toEqual([]);
  // Nobody puts entries into the time that is past, and nobody else makes a beginning.
  await db.auditEntry.create({ data: { seq: 2n, ...entry('nobody') } });
  await db.auditEntry.create({ data: { seq: 5n, ...entry('nobody') } });
  expect(await faults()).toEqual(['entry_inserted 2', 'entry_altered 5']);
  await db.auditEntry.deleteMany({ where: { seq: { lte: 8 } } });
  await db.auditSeal.deleteMany({ where: { toSeq: { lte: 8 } } });
  expect(await faults()).toEqual(['seal_removed 9']);
});

test('an entry that is committed after one with a higher number is waited for, and keeps nobody waiting', async () => {
  const { db } = database;
  const [written, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow = db.$transaction(async (tx) => {
    await recordAudit(tx, entry('slow'));
    written.resolve();
    await mayCommit.promise;
  });
  await written.promise;
  await recordAudit(db, entry('quick'));
  const sealing = seal();
  await later(200);
  expect(await db.auditSeal.count()).toBe(0);
  // Whoever writes meanwhile is not waited for.
  const endless = Promise.withResolvers<void>();
  const other = db.$transaction(async (tx) => {
    await recordAudit(tx, entry('later'));
    await endless.promise;
  });
  await recordAudit(db, entry('last'));
  mayCommit.resolve();
  await slow;
  expect((await sealing).map(({ fromSeq, toSeq, entries }) => [fromSeq, toSeq, entries])).toEqual([[1n, 2n, 2]]);
  endless.resolve();
  await other;
  await seal();
  expect(await verify()).toMatchObject({ faults: 0, entries: 4 });
});

test('many who write, some in vain, and three who seal: one chain that holds every entry', async () => {
  const { db } = database;
  const pause = () => later(Math.random() * 15);
  let isOver = false;
  const sealers = Array.from({ length: 3 }, async () => {
    while (!isOver) await seal();
  });
  const writers = Array.from({ length: 5 }, async (_, writer) => {
    for (let each = 0; each < 40; each += 1) {
      const work = db.$transaction(async (tx) => {
        await pause();
        await recordAudit(tx, entry(`${writer} ${each}`));
        await pause();
        if (each % 4 === 3) throw new Error('in vain');
      });
      await work.catch(() => undefined);
    }
  });
  await Promise.all(writers);
  isOver = true;
  await Promise.all(sealers);
  await seal();
  expect(await db.auditSeal.count()).toBeGreaterThan(3);
  expect(await verify()).toMatchObject({ faults: 0, entries: 150, unsealed: { entries: 0 } });
});

describe('export', () => {
  const lines = async (since?: string) => {
    const view = await exportLog(op(), { since });
    return Array.fromAsync(view.lines);
  };

  test('gives every entry as a line of JSON, exactly', async () => {
    await write(1_001);
    await database.db.$executeRaw`UPDATE "AuditEntry" SET detail = '{"n": 9007199254740993, "a\\nb": "ä"}' WHERE seq = 2`;
    const told = await lines();
    expect(told).toHaveLength(1_001);
    expect(JSON.parse(told[0] as string)).toEqual({
      seq: '1',
      at: '2026-11-24T09:30:00.12Z',
      actor: 'system:test',
      verb: 'x/y',
      subject: '1',
      outcome: 'done',
      detail: { n: 1 },
    });
    expect(told[1]).toContain('9007199254740993');
    expect(told.every((line) => !line.includes('\n'))).toBe(true);
  });

  test('from a time on', async () => {
    await write(2);
    await database.db.$executeRaw`UPDATE "AuditEntry" SET at = '2026-11-25T00:00:00Z' WHERE seq = 1`;
    await write(1);
    expect((await lines('2026-11-25T01:00:00+01:00')).map((line) => JSON.parse(line).seq)).toEqual(['1']);
    await expect(lines('yesterday')).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('is in the log before a line of it is read', async () => {
    await write(3);
    await exportLog(op(), {});
    expect(await database.db.auditEntry.findMany({ where: { verb: 'audit/export-log' } })).toMatchObject([
      { actor: 'operator:test', outcome: 'done', detail: { entries: 3, since: null, reason: 'a test' } },
    ]);
    expect(await lines('2020-01-01T00:00:00Z')).toHaveLength(4);
  });
});
