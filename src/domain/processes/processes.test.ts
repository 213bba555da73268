import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enqueue } from '#domain/core/jobs.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { announceProcess } from './announce-process.ts';
import { freeLostJobs } from './free-lost-jobs.ts';

const GONE_MS = 60_000;
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const announce = (id: string, more: Partial<Parameters<typeof announceProcess>[0]> = {}) =>
  announceProcess({ db: database.db, id, kind: 'serve', host: 'one', build: 'abc', pace: { beatMs: 20, goneMs: GONE_MS }, ...more });
const row = (id: string) => database.db.process.findUnique({ where: { id } });

test('a process has a row that is renewed, says what it serves, comes again when it was taken away, and goes when the process stops', async () => {
  let edition = 1;
  const { close } = announce('one', { edition: () => edition });
  await expect.poll(() => row('one')).toMatchObject({ kind: 'serve', host: 'one', build: 'abc', edition: 1 });
  const first = await row('one');
  edition = 2;
  await expect.poll(async () => (await row('one'))?.edition).toBe(2);
  const later = await row('one');
  expect(later?.seenAt.getTime()).toBeGreaterThan(first?.seenAt.getTime() as number);
  expect(later?.startedAt).toEqual(first?.startedAt);
  await database.db.process.deleteMany({});
  await expect.poll(() => row('one')).toMatchObject({ edition: 2 });
  await close();
  expect(await row('one')).toBeNull();
});

test('what hears nothing for too long is told so once; a database that refuses is heard', async () => {
  let lost = 0;
  const pace = { beatMs: 10, goneMs: 200 };
  const refused = announce('refused', { kind: 'work', pace, onRenewed: () => Promise.reject(new Error('away')), onLost: () => (lost += 1) });
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(lost).toBe(0);
  await refused.close();

  const stopped = announce('stopped', { pace, onLost: () => (lost += 1) });
  await expect.poll(() => row('stopped')).not.toBeNull();
  // As a process that is stopped, and goes on.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
  await expect.poll(() => lost).toBe(1);
  await stopped.close();
});

test('the jobs of exactly those pools are freed that are neither seen nor busy', async () => {
  const { db } = database;
  const age = fc.constantFrom(null, 1, 59, 61, 3600);
  const pools = fc.array(fc.record({ seen: age, locked: fc.array(age, { maxLength: 3 }) }), { maxLength: 4 });
  const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);
  await fc.assert(
    fc.asyncProperty(pools, async (given) => {
      await db.process.deleteMany({});
      await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
      for (const [index, { seen, locked }] of given.entries()) {
        const id = `pool-${index}`;
        if (seen !== null) await db.process.create({ data: { id, kind: 'work', host: 'a', build: 'b', startedAt: ago(9999), seenAt: ago(seen) } });
        for (const seconds of locked) {
          await db.$transaction((tx) => enqueue(tx, 'prune', {}));
          // Null: a job that nobody has taken.
          const by = seconds === null ? null : id;
          const at = seconds === null ? null : ago(seconds);
          await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_by = coalesce(${by}, 'free'), locked_at = coalesce(${at}, now()) WHERE locked_by IS NULL`;
        }
      }
      await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_by = NULL, locked_at = NULL WHERE locked_by = 'free'`;
      const gone = given.filter(({ seen, locked }) => {
        const held = locked.filter((seconds) => seconds !== null);
        return held.length > 0 && Math.min(...held) > 60 && (seen === null || seen > 60);
      });
      const held = given.flatMap((pool, index) => (gone.includes(pool) ? [] : pool.locked.filter((seconds) => seconds !== null).map(() => `pool-${index}`)));
      expect(await freeLostJobs(db, GONE_MS)).toBe(gone.length);
      const rows = await db.$queryRaw<{ locked_by: string }[]>`SELECT locked_by FROM graphile_worker.jobs WHERE locked_by IS NOT NULL`;
      expect(rows.map(({ locked_by }) => locked_by).sort()).toEqual(held.sort());
    }),
    { numRuns: 60 },
  );
});
