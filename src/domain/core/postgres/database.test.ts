import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { signIn } from '#domain/sessions/sign-in.ts';
import { testContext } from '#tests/support/context.ts';
import { startRelay } from '#tests/support/wire/relay.ts';
import { openDatabase, REQUEST_ANSWER_MS } from './database.ts';
import { served } from './unavailable.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('a connection that freezes is cut in time, in a transaction too, and another takes its place', async () => {
  const way = await startRelay(database.url);
  const { db, close } = openDatabase(way.url, { answerMs: 500 });
  const read = () => served(() => db.account.count());
  const write = (before: () => void) =>
    served(() =>
      db.$transaction(async (tx) => {
        await tx.$executeRaw`CREATE TABLE left_behind (n int)`;
        before();
        return tx.account.count();
      }),
    );
  try {
    expect(await read()).toBe(0);
    way.freeze();
    await expect(read()).rejects.toMatchObject({ kind: 'unavailable' });
    way.thaw();
    await expect(write(() => way.freeze())).rejects.toMatchObject({ kind: 'unavailable' });
    way.thaw();
    expect(await read()).toBe(0);
    // The server has noticed too: what was under way is rolled back, and its lock is gone.
    expect(await write(() => undefined)).toBe(0);
  } finally {
    await close();
    await way.close();
  }
});

test('who signs in while the database takes nobody waits for it once', async () => {
  const way = await startRelay(database.url);
  way.freeze();
  const { db, close } = openDatabase(way.url, { answerMs: REQUEST_ANSWER_MS });
  try {
    const started = performance.now();
    const input = { email: 'a@b.example', password: 'violet kettle runs north', device: '', source: '203.0.113.9' };
    await expect(signIn(testContext(db), input)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(performance.now() - started).toBeLessThan(2 * REQUEST_ANSWER_MS);
  } finally {
    await close();
    await way.close();
  }
}, 15_000);
