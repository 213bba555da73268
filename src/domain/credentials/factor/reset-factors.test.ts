import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasFactor } from '#domain/credentials/has-factor.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { operator, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { noticesOf } from '#tests/support/mail/notices-of.ts';
import { outcomeOf } from '#tests/support/verbs/outcome-of.ts';
import { resetFactors } from './reset-factors.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

let made = 0;
async function person() {
  made += 1;
  const account = await createAccount(database.db);
  const { session, actor } = await createSession(database.db, account);
  const added = { accountId: account.id, addedAt: new Date(), device: 'Firefox on Linux', network: '192.0.2.0/24' };
  await database.db.passkey.create({ data: { ...added, id: `key-${made}`, publicKey: Buffer.from('x'), counter: 0n, transports: [], name: 'device' } });
  await database.db.totpSecret.create({ data: { ...added, secret: new Uint8Array([1]), confirmedAt: new Date() } });
  await database.db.recoveryCode.create({ data: { ...added, id: `code-${made}` } });
  return { account, session, actor };
}

test('what is lost is taken away by an operator: everything is signed out, and its person is told', async () => {
  const [{ account, session }, other] = [await person(), await person()];
  const ctx = testContext(database.db, operator);
  expect(await resetFactors(ctx, { account: account.email })).toEqual({ accountId: String(account.id), passkeys: 1, apps: 1, sessionsEnded: 1 });
  expect(await hasFactor(database.db, account.id)).toBe(false);
  expect(await database.db.recoveryCode.count({ where: { accountId: account.id } })).toBe(0);
  expect((await database.db.session.findUniqueOrThrow({ where: { id: session.id } })).endedAt).not.toBeNull();
  expect((await noticesOf(database.db, account.id)).map(({ kind }) => kind)).toEqual(['factor_removed', 'factor_removed']);
  const entry = await database.db.auditEntry.findFirst({ where: { verb: 'credentials/factor/reset-factors', subject: `account:${account.id}` } });
  expect(entry).toMatchObject({ actor: 'operator:test', outcome: 'done', detail: { passkeys: 1, apps: 1, reason: 'a test' } });
  expect(await hasFactor(database.db, other.account.id)).toBe(true);
});

test('nobody else does it, and an account that is not there has nothing taken away', async () => {
  const { account, actor } = await person();
  expect(await outcomeOf(resetFactors(testContext(database.db, actor), { account: account.email }))).toBe('role');
  expect(await outcomeOf(resetFactors(testContext(database.db, operator), { account: 'nobody@tempo.example' }))).toBe('not_found');
  expect(await hasFactor(database.db, account.id)).toBe(true);
});
