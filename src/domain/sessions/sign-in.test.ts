import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { secretId } from '#domain/core/secret.ts';
import { networkOf } from '#domain/core/network.ts';
import { signIn } from './sign-in.ts';

const PASSWORD = 'violet kettle runs north';
let database: TestDatabase;
let hash: string;
let sources = 0;

beforeAll(async () => {
  database = await testDatabase();
  hash = await hashPassword(PASSWORD);
});
afterAll(() => database.close());

/** Each attempt has a source of its own, in a network of its own, unless the test says otherwise: limits count by both. */
function from(source = `198.51.${sources++}.7`, overrides: { now?: Date } = {}) {
  return testContext(database.db, undefined, { ...overrides, client: { device: 'Firefox on Linux', source } });
}
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: { kind: string }) => error.kind,
  );

test('a right password starts a session that only the cookie can name', async () => {
  const account = await createAccount(database.db, { email: 'Somebody@Tempo.example', passwordHash: hash, locale: 'de' });
  const now = new Date(Date.now() + 60_000);
  const view = await signIn(from('203.0.113.9', { now }), { email: ' somebody@TEMPO.example ', password: PASSWORD });
  expect(view).toMatchObject({ accountId: String(account.id), locale: 'de' });
  const session = await database.db.session.findUniqueOrThrow({ where: { id: secretId(view.secret) } });
  expect(session).toMatchObject({ accountId: account.id, createdAt: now, authenticatedAt: now, network: '203.0.113.0/24', endedAt: null });
  expect(JSON.stringify(session, (_, value) => String(value))).not.toContain(view.secret);
  expect((await database.db.account.findUniqueOrThrow({ where: { id: account.id } })).lastSignInAt).toEqual(now);
  expect(await database.db.securityEvent.findMany({ where: { accountId: account.id } })).toMatchObject([{ kind: 'signed_in', at: now }]);
});

test('the session that the browser held before ends', async () => {
  const account = await createAccount(database.db, { passwordHash: hash });
  const old = await createSession(database.db, account);
  await signIn(from(), { email: account.email, password: PASSWORD, replaces: old.secret });
  expect((await database.db.session.findUniqueOrThrow({ where: { id: old.session.id } })).endedAt).not.toBeNull();
});

test('wrong, unknown, closed and not yet enrolled are the same refusal', async () => {
  const [open, closed, fresh] = await Promise.all([
    createAccount(database.db, { passwordHash: hash }),
    createAccount(database.db, { passwordHash: hash, disabledAt: new Date() }),
    createAccount(database.db),
  ]);
  const tries: [string, string][] = [
    [open.email, 'not the password at all'],
    ['nobody@tempo.example', PASSWORD],
    [closed.email, PASSWORD],
    [fresh.email, PASSWORD],
    ['no address', PASSWORD],
    ['a\0@tempo.example', PASSWORD],
  ];
  for (const [email, password] of tries) {
    await expect(signIn(from(), { email, password })).rejects.toMatchObject({ kind: 'invalid', fields: { form: 'sign_in_failed' } });
  }
  const refused = await database.db.auditEntry.findMany({ where: { verb: 'sessions/sign-in', outcome: 'invalid' } });
  expect(refused.length).toBeGreaterThanOrEqual(tries.length);
  expect(JSON.stringify(refused, (_, value) => String(value))).not.toMatch(/password at all|nobody@/);
});

test('what is longer than its field is refused in the same words, before it is counted, looked up or hashed', async () => {
  const { email } = await createAccount(database.db, { passwordHash: hash });
  const here = from();
  const long = { email: { email: '\u0301'.repeat(32_000), password: PASSWORD }, password: { email, password: 'x'.repeat(1_000_000) } };
  for (let n = 0; n < 11; n += 1) {
    await expect(signIn(here, { ...long.email })).rejects.toMatchObject({ fields: { email: 'email_invalid' } });
    await expect(signIn(here, { ...long.password })).rejects.toMatchObject({ fields: { password: 'sign_in_failed' } });
  }
  expect(await refusal(signIn(here, { email, password: PASSWORD }))).toBe('done');
});

test('the longest password there may be opens its account in decomposed letters too, which take more bytes', async () => {
  const longest = 'é'.repeat(512);
  const { email } = await createAccount(database.db, { passwordHash: await hashPassword(longest) });
  for (const form of ['NFC', 'NFD']) expect(await refusal(signIn(from(), { email, password: longest.normalize(form) }))).toBe('done');
  expect(await refusal(signIn(from(), { email, password: `${longest}é` }))).toBe('invalid');
});

test('what is missing is said at its field', async () => {
  await expect(signIn(from(), { email: '', password: '' })).rejects.toMatchObject({
    fields: { email: 'email_missing', password: 'password_missing' },
  });
});

test('ten failures close an account to a source, and to no other', async () => {
  const account = await createAccount(database.db, { passwordHash: hash });
  const here = from();
  const wrong = () => refusal(signIn(here, { email: account.email, password: 'wrong' }));
  const kinds = await Promise.all(Array.from({ length: 30 }, wrong));
  expect(kinds.filter((kind) => kind === 'invalid')).toHaveLength(10);
  expect(kinds.filter((kind) => kind === 'too_many')).toHaveLength(20);
  await expect(signIn(here, { email: account.email, password: PASSWORD })).rejects.toMatchObject({
    kind: 'too_many',
    retryAfter: expect.any(Number),
  });
  expect(await refusal(signIn(from(), { email: account.email, password: PASSWORD }))).toBe('done');
});

test('a hundred failures close a source, whatever the account', async () => {
  const here = from();
  for (let n = 0; n < 100; n += 1) await refusal(signIn(here, { email: `${n}@tempo.example`, password: 'é'.repeat(1000) }));
  expect(await refusal(signIn(here, { email: 'other@tempo.example', password: PASSWORD }))).toBe('too_many');
});

test('a success gives back what its account lost', async () => {
  const account = await createAccount(database.db, { passwordHash: hash });
  const here = from();
  const attempt = (password: string) => refusal(signIn(here, { email: account.email, password }));
  for (let n = 0; n < 9; n += 1) expect(await attempt('wrong')).toBe('invalid');
  for (let n = 0; n < 5; n += 1) expect(await attempt(PASSWORD)).toBe('done');
  for (let n = 0; n < 10; n += 1) expect(await attempt('wrong')).toBe('invalid');
  expect(await attempt(PASSWORD)).toBe('too_many');
});

test('without the counters nobody gets in', async () => {
  const other = await testDatabase();
  try {
    const account = await createAccount(other.db, { passwordHash: hash });
    await other.db.$executeRaw`DROP TABLE limits.failure`;
    await expect(signIn(testContext(other.db), { email: account.email, password: PASSWORD })).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await other.db.session.count()).toBe(0);
  } finally {
    await other.close();
  }
});

test.each([
  ['192.0.2.7', '192.0.2.0/24'],
  ['2001:db8:1:2::/64', '2001:db8:1::/48'],
  ['unknown', 'unknown'],
])('of %s only %s is kept', (source, network) => {
  expect(networkOf(source)).toBe(network);
});
