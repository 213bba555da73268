import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import { createAccount } from '#tests/support/accounts.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { noticesOf } from '#tests/support/mail/notices-of.ts';
import { signIn } from '#domain/sessions/sign-in.ts';

const PASSWORD = 'violet kettle runs north';
const client = { device: 'Firefox on Linux', source: '198.51.100.7' };
let database: TestDatabase;
let passwordHash: string;
beforeAll(async () => {
  database = await testDatabase();
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(() => database.close());

const enter = (email: string, device: string | null = null) => signIn(testContext(database.db, undefined, { client }), { email, password: PASSWORD, device });

test('the first sign-in is no news; another browser is, once, and one that is known is not', async () => {
  const { id, email } = await createAccount(database.db, { passwordHash });
  const first = await enter(email);
  expect(await noticesOf(database.db, id)).toEqual([]);
  const second = await enter(email);
  expect(second.device).not.toBe(first.device);
  const news = { kind: 'new_device', device: 'Firefox on Linux', network: '198.51.100.0/24', at: expect.stringMatching(/Z$/) };
  expect(await noticesOf(database.db, id)).toEqual([news]);
  for (const { device } of [first, second]) expect((await enter(email, device)).device).toBe(device);
  expect(await noticesOf(database.db, id)).toEqual([news]);
});

test('a browser that another account knows is new to this one', async () => {
  const [mine, theirs] = await Promise.all([
    createAccount(database.db, { passwordHash, lastSignInAt: new Date() }),
    createAccount(database.db, { passwordHash }),
  ]);
  const { device } = await enter(theirs.email);
  await enter(mine.email, device);
  expect(await noticesOf(database.db, mine.id)).toHaveLength(1);
});

test('two sign-ins of one new browser at once are one piece of news', async () => {
  const { id, email } = await createAccount(database.db, { passwordHash, lastSignInAt: new Date() });
  const device = 'd'.repeat(43);
  await Promise.all([enter(email, device), enter(email, device)]);
  expect(await noticesOf(database.db, id)).toHaveLength(1);
});

test('a wrong password makes no news', async () => {
  const { id, email } = await createAccount(database.db, { passwordHash, lastSignInAt: new Date() });
  await expect(signIn(testContext(database.db), { email, password: 'not the password at all' })).rejects.toMatchObject({ kind: 'invalid' });
  expect(await noticesOf(database.db, id)).toEqual([]);
});
