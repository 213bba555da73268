import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount } from '#tests/support/accounts.ts';
import { type RangeService, startRangeService } from '#tests/support/breaches/range-service.ts';
import { testConfig, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { askBreaches } from './ask-breaches.ts';

const BREACHED = 'violet kettle runs north';
let database: TestDatabase;
let service: RangeService;
beforeAll(async () => {
  database = await testDatabase();
  service = await startRangeService(BREACHED);
});
afterAll(async () => {
  await service.close();
  await database.close();
});

const said: unknown[] = [];
const log = { warn: (...words: unknown[]) => said.push(words) };
const ask = (accountId: bigint, password = BREACHED) => {
  const config = testConfig({}, { BREACHED_PASSWORDS_URL: service.url });
  return askBreaches(testContext(database.db, undefined, { config }), log, { accountId: String(accountId), passwordVersion: 0, password });
};

test('however many sign in while the service is slow, at most twenty passwords wait; the others are asked about the next time', async () => {
  const { id } = await createAccount(database.db, { passwordHash: 'x' });
  service.mood = 'slow';
  await Promise.all(Array.from({ length: 50 }, () => ask(id)));
  expect([service.asked.length, service.most]).toEqual([20, 20]);
  expect(await database.db.account.findUniqueOrThrow({ where: { id } })).toMatchObject({ breachAskedAt: null, breachedAt: null });
  expect(said).toHaveLength(20);
  expect(JSON.stringify(said)).not.toContain(BREACHED);
  service.mood = 'well';
  await ask(id);
  expect((await database.db.account.findUniqueOrThrow({ where: { id } })).breachedAt).not.toBeNull();
});

test('with the database away nothing is thrown, and the log hears of it', async () => {
  said.length = 0;
  const other = await testDatabase();
  await other.close();
  const config = testConfig({}, { BREACHED_PASSWORDS_URL: service.url });
  await askBreaches(testContext(other.db, undefined, { config }), log, { accountId: '1', passwordVersion: 0, password: BREACHED });
  expect(said).toMatchObject([[{ requestId: expect.any(String) }, 'breached passwords: not recorded']]);
});
