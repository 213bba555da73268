import { setTimeout as later } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordAudit } from '#domain/core/audit.ts';
import { openDatabase } from '#domain/core/postgres/database.ts';
import { waitFor } from '#scripts/support/wait-for.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { sealAudit } from './seal-audit.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** What a process has logged, and how. */
function heard() {
  const said: [string, Record<string, unknown>, string][] = [];
  const level = (name: string) => (bound: object, message?: string) => void said.push([name, bound as Record<string, unknown>, message ?? '']);
  return { said, log: { info: level('info'), warn: level('warn') } };
}

test('what two workers seal is one chain, and its hashes stand in their logs', async () => {
  const { db } = database;
  const { said, log } = heard();
  const workers = [1, 2].map(() => sealAudit({ db, log, everyMs: 5 }));
  for (const subject of ['a', 'b', 'c']) {
    await recordAudit(db, { at: new Date(), actor: 'system:test', verb: 'x/y', subject, outcome: 'done', detail: {} });
    const isSealed = async () =>
      (await db.auditSeal.count({ where: { toSeq: (await db.auditEntry.aggregate({ _max: { seq: true } }))._max.seq ?? 0n } })) === 1;
    await waitFor(isSealed, 20_000, () => JSON.stringify(said));
  }
  await Promise.all(workers.map((worker) => worker.close()));
  const seals = await db.auditSeal.findMany({ orderBy: { toSeq: 'asc' } });
  expect(said.map(([level, { to, hash }, message]) => [level, to, hash, message])).toEqual(
    seals.map(({ toSeq, hash }) => ['info', String(toSeq), hash, 'sealed the audit log']),
  );
});

test('while the database is away it says so once, and goes on', async () => {
  const { db, close } = openDatabase('postgres://nobody@127.0.0.1:1/none');
  const { said, log } = heard();
  const worker = sealAudit({ db, log, everyMs: 5 });
  await waitFor(
    async () => said.length > 0,
    20_000,
    () => 'Nothing was said.',
  );
  // Long enough for some more tries.
  await later(200);
  await worker.close();
  await close();
  expect(said.map(([level, , message]) => [level, message])).toEqual([['warn', 'the audit log could not be sealed; it is tried again every second']]);
  expect(JSON.stringify(said)).not.toContain('127.0.0.1');
});
