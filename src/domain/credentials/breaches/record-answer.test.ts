import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount } from '#tests/support/accounts.ts';
import { system, testContext, visitor } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { isDue } from './is-due.ts';
import { recordAnswer } from './record-answer.ts';

const DAY_MS = 86_400_000;
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const now = new Date(Date.now() + DAY_MS);
const later = new Date(now.getTime() + DAY_MS);
const record = (id: bigint, breached: boolean, at = now, passwordVersion = 3) =>
  recordAnswer(testContext(database.db, system, { now: at }), { accountId: String(id), passwordVersion, breached });
const read = (id: bigint) => database.db.account.findUniqueOrThrow({ where: { id } });

test('a hit marks the account from the first one on, and an answer without one takes the mark away', async () => {
  const { id } = await createAccount(database.db, { passwordHash: 'x', passwordVersion: 3 });
  expect(await record(id, true)).toEqual({ recorded: true });
  expect(await read(id)).toMatchObject({ breachAskedAt: now, breachedAt: now });
  await record(id, true, later);
  expect(await read(id)).toMatchObject({ breachAskedAt: later, breachedAt: now });
  await record(id, false, later);
  expect(await read(id)).toMatchObject({ breachAskedAt: later, breachedAt: null });
  const [entry] = await database.db.auditEntry.findMany({ where: { subject: `account:${id}` } });
  expect(entry).toMatchObject({ actor: 'system:test', detail: { breached: true, recorded: true } });
});

test('an answer about a password that was changed meanwhile, or of a closed account, marks nobody', async () => {
  const { id } = await createAccount(database.db, { passwordHash: 'x', passwordVersion: 4 });
  const closed = await createAccount(database.db, { passwordHash: 'x', passwordVersion: 3, disabledAt: new Date() });
  expect(await record(id, true)).toEqual({ recorded: false });
  expect(await record(closed.id, true)).toEqual({ recorded: false });
  for (const each of [id, closed.id]) expect(await read(each)).toMatchObject({ breachAskedAt: null, breachedAt: null });
});

test('nobody but the system says so', async () => {
  const { id } = await createAccount(database.db, { passwordHash: 'x' });
  const said = recordAnswer(testContext(database.db, visitor), { accountId: String(id), passwordVersion: 0, breached: true });
  await expect(said).rejects.toMatchObject({ kind: 'forbidden' });
  expect((await read(id)).breachedAt).toBeNull();
});

test.each([
  [null, true],
  [new Date(now.getTime() - DAY_MS), true],
  [new Date(now.getTime() - DAY_MS + 1), false],
  [now, false],
])('asked at %s, it is due: %s', (breachAskedAt, due) => {
  expect(isDue({ breachAskedAt }, now)).toBe(due);
});
