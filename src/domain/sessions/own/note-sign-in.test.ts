import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import { activateAction } from '#domain/actions/activate-action.ts';
import { withdrawAction } from '#domain/actions/withdraw-action.ts';
import { defineCohort } from '#domain/cohorts/define-cohort.ts';
import { secretId } from '#domain/core/secret.ts';
import { createIncident } from '#tests/support/sample-incident.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { operator, testContext } from '#tests/support/context.ts';
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

test('a sign-in writes down what an order had ended, and nothing else', async () => {
  const account = await createAccount(database.db, { passwordHash });
  const op = testContext(database.db, operator);
  const old = await createSession(database.db, account);
  const stranger = await createSession(database.db, await createAccount(database.db));
  await enter(account.email);
  const ended = async () => (await database.db.session.findMany({ where: { endedAt: { not: null } } })).map(({ id }) => id);
  expect(await ended()).toEqual([]);
  const incidentSlug = await createIncident(database.db);
  await defineCohort(op, { incidentSlug, name: 'listed', accountIds: [String(account.id)], dataInvolved: [], toldFirst: false });
  const { actionId } = await activateAction(op, { incidentSlug, cohort: 'listed', count: 1, kind: 'sign_in_again', proof: 'current' });
  const between = await createSession(database.db, account, { createdAt: new Date() });
  await withdrawAction(op, { actionId });
  const { secret } = await enter(account.email);
  const left = await database.db.session.findMany({ where: { accountId: account.id, endedAt: null } });
  expect(left.map(({ id }) => id).sort()).toEqual([between.session.id, secretId(secret)].sort());
  expect(await ended()).toContain(old.session.id);
  expect(await ended()).not.toContain(stranger.session.id);
});
