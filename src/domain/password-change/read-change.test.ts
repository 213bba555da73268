import { afterAll, beforeAll, expect, test } from 'vitest';
import { secretId } from '#domain/core/secret.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { changePassword } from './change-password.ts';
import { readChange } from './read-change.ts';

const NEXT = 'a quiet harbour at six';
/** Later than the database's clock can be while these tests run: the change happens at this instant. */
const now = new Date(Date.now() + 60_000);
const earlier = (ms: number) => new Date(now.getTime() - ms);
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** A person with two other devices, one that they signed out before, and a stranger beside them. */
async function signedIn() {
  const account = await createAccount(database.db);
  const person = await createSession(database.db, account);
  for (const data of [{}, {}, { endedAt: earlier(60_000) }]) await createSession(database.db, account, data);
  await createSession(database.db, await createAccount(database.db));
  return { account, person };
}

/** What the receipt says after a change, in the session that made it. */
async function changed(signOutOthers: boolean) {
  const { account, person } = await signedIn();
  await database.db.proofGrant.create({
    data: {
      id: `grant-${account.id}`,
      sessionId: person.session.id,
      purpose: 'change-password',
      proof: 'current',
      passwordVersion: 0,
      expiresAt: new Date(now.getTime() + 1000),
    },
  });
  const { secret } = await changePassword(testContext(database.db, person.actor, { now }), { next: NEXT, confirm: NEXT, signOutOthers });
  const actor = { ...person.actor, sessionId: secretId(secret) };
  return { account, read: () => readChange(testContext(database.db, actor, { now }), {}) };
}

test('the devices that the change signed out are counted, and no others', async () => {
  const { account, read } = await changed(true);
  // One that ended by itself at the very moment, and one that came after.
  await createSession(database.db, account, { endedAt: now });
  await createSession(database.db, account);
  expect(await read()).toEqual({ changedAt: now.toISOString(), sessionsEnded: 2, othersSignedIn: 1 });
});

test('who left their other devices signed in reads how many there are, without those whose time is over', async () => {
  const { account, read } = await changed(false);
  await createSession(database.db, account, { expiresAt: earlier(1) });
  expect(await read()).toMatchObject({ sessionsEnded: 0, othersSignedIn: 2 });
});

test('the number outlives the sessions', async () => {
  const { account, read } = await changed(true);
  await database.db.session.deleteMany({ where: { accountId: account.id, endedAt: { not: null } } });
  expect(await read()).toMatchObject({ sessionsEnded: 2 });
});

test('before any change there is no receipt; where the number was not recorded it is not made up', async () => {
  const { account, person } = await signedIn();
  const read = () => readChange(testContext(database.db, person.actor, { now }), {});
  expect(await read()).toBeNull();
  await database.db.passwordChange.create({ data: { accountId: account.id, at: now, proof: 'current' } });
  expect(await read()).toMatchObject({ sessionsEnded: null, othersSignedIn: 2 });
});
