import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount } from '#tests/support/accounts.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { lastChange } from './last-change.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('the last change is found whatever its proof, by as many rows after thousands of changes as after two', async () => {
  const { db } = database;
  const { id: accountId } = await createAccount(db);
  expect(await lastChange(db, accountId)).toBeNull();
  const at = new Date('2026-01-02T00:00:00Z');
  for (const proof of ['current', 'email_code'] as const) {
    at.setUTCDate(at.getUTCDate() + 1);
    await db.passwordChange.create({ data: { accountId, at, proof, sessionsEnded: 3 } });
    expect(await lastChange(db, accountId)).toEqual({ at, sessionsEnded: 3 });
  }
  await db.$executeRaw`
    INSERT INTO "PasswordChange" ("accountId", at, proof) SELECT ${accountId}, timestamptz '2026-01-01' - make_interval(mins => n), 'current' FROM generate_series(1, 5000) n`;
  await db.$executeRaw`ANALYZE "PasswordChange"`;
  const read = await db.$transaction(async (tx) => {
    expect(await lastChange(tx, accountId)).toEqual({ at, sessionsEnded: 3 });
    const [{ rows }] = await tx.$queryRaw<[{ rows: bigint }]>`
      SELECT seq_tup_read + idx_tup_fetch AS rows FROM pg_stat_xact_user_tables WHERE relname = 'PasswordChange'`;
    return Number(rows);
  });
  expect(read).toBeLessThan(10);
});
