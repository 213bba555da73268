import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import { readStatus } from '#domain/status/read-status.ts';
import type { Account } from '#generated/prisma/client.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { type RangeService, startRangeService } from '#tests/support/breaches/range-service.ts';
import { testConfig, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { changePassword } from './change-password.ts';

const BREACHED = 'a quiet harbour at six';
const FRESH = 'seven grey geese landing';
let database: TestDatabase;
let service: RangeService;
let passwordHash: string;
beforeAll(async () => {
  database = await testDatabase();
  service = await startRangeService(BREACHED);
  passwordHash = await hashPassword('violet kettle runs north');
});
afterAll(async () => {
  await service.close();
  await database.close();
});

let grants = 0;
const now = new Date(Date.now() + 60_000);
async function change(account: Account, next: string, confirm = next): Promise<unknown> {
  const { session, actor } = await createSession(database.db, account);
  const { passwordVersion } = await read(account);
  await database.db.proofGrant.create({
    data: {
      id: `grant-${grants++}`,
      sessionId: session.id,
      purpose: 'change-password',
      proof: 'current',
      passwordVersion,
      expiresAt: new Date(now.getTime() + 600_000),
    },
  });
  const config = testConfig({}, { BREACHED_PASSWORDS_URL: service.url });
  return changePassword(testContext(database.db, actor, { now, config }), { next, confirm, signOutOthers: false }).then(
    () => 'done',
    (error: { fields?: object; strength?: unknown }) => ({ ...error.fields, strength: error.strength }),
  );
}
const read = ({ id }: Account) => database.db.account.findUniqueOrThrow({ where: { id } });

test('a password that is known from breaches is refused with that reason, and not called strong', async () => {
  const account = await createAccount(database.db, { passwordHash });
  expect(await change(account, BREACHED)).toEqual({ next: 'password_breached', strength: null });
  expect(await read(account)).toMatchObject({ passwordHash, passwordVersion: 0, breachAskedAt: null });
});

test('a change to one that is not known is dated, and takes the mark from the account', async () => {
  const account = await createAccount(database.db, { passwordHash, breachAskedAt: new Date(0), breachedAt: new Date(0) });
  const { actor } = await createSession(database.db, account);
  expect(await readStatus(testContext(database.db, actor), {})).toMatchObject({ passwordBreached: true, restricted: false });
  expect(await change(account, FRESH)).toBe('done');
  expect(await read(account)).toMatchObject({ breachAskedAt: now, breachedAt: null });
  expect(await readStatus(testContext(database.db, actor), {})).toMatchObject({ passwordBreached: false });
});

test('an outage keeps nobody from a change, and the question stays open', async () => {
  service.mood = 'broken';
  const account = await createAccount(database.db, { passwordHash, breachAskedAt: new Date(0), breachedAt: new Date(0) });
  expect(await change(account, BREACHED)).toBe('done');
  expect(await read(account)).toMatchObject({ breachAskedAt: null, breachedAt: null });
  service.mood = 'well';
});

test('nobody is asked about what is refused for another reason', async () => {
  service.asked.length = 0;
  const account = await createAccount(database.db, { passwordHash });
  expect(await change(account, 'short')).toMatchObject({ next: 'password_short' });
  expect(await change(account, BREACHED, 'another')).toMatchObject({ confirm: 'password_mismatch' });
  expect(await change(account, 'violet kettle runs north')).toMatchObject({ next: 'password_used_before' });
  expect(service.asked).toEqual([]);
});
