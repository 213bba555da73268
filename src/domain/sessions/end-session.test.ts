import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { endSession } from './end-session.ts';
import { resumeSession } from '#domain/status/resume-session.ts';
import { signOut } from './sign-out.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const alive = async (secret: string) => (await resumeSession(database.db, secret)).kind === 'live';

test('a person ends another device of theirs', async () => {
  const account = await createAccount(database.db);
  const [here, there] = [await createSession(database.db, account), await createSession(database.db, account)];
  expect(await endSession(testContext(database.db, here.actor), { sessionId: there.session.id })).toEqual({ sessionId: there.session.id, current: false });
  expect([await alive(here.secret), await alive(there.secret)]).toEqual([true, false]);
  await expect(endSession(testContext(database.db, here.actor), { sessionId: there.session.id })).rejects.toMatchObject({ kind: 'not_found' });
});

test('a stranger’s session is not there', async () => {
  const [mine, theirs] = [
    await createSession(database.db, await createAccount(database.db)),
    await createSession(database.db, await createAccount(database.db)),
  ];
  await expect(endSession(testContext(database.db, mine.actor), { sessionId: theirs.session.id })).rejects.toMatchObject({ kind: 'not_found' });
  await expect(endSession(testContext(database.db, mine.actor), { sessionId: "' OR 1=1" })).rejects.toMatchObject({ kind: 'invalid' });
  expect(await alive(theirs.secret)).toBe(true);
});

test('a restricted session ends the others, and can sign itself out', async () => {
  const account = await createAccount(database.db);
  const [here, there] = [await createSession(database.db, account), await createSession(database.db, account)];
  const ctx = testContext(database.db, { ...here.actor, session: 'restricted' });
  await endSession(ctx, { sessionId: there.session.id });
  await signOut(ctx, {});
  expect([await alive(here.secret), await alive(there.secret)]).toEqual([false, false]);
  await expect(signOut(ctx, {})).rejects.toMatchObject({ kind: 'forbidden', reason: 'signed_out' });
});
