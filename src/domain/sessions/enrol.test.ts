import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from './sign-in.ts';
import { operator, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { createAccount } from '#domain/accounts/create-account.ts';
import { enrol } from './enrol.ts';

const NEXT = 'a quiet harbour at six';
let database: TestDatabase;
let made = 0;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const op = () => testContext(database.db, operator);
const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: { kind: string; reason?: string }) => error.reason ?? error.kind,
  );

async function invited() {
  made += 1;
  const email = `member-${made}@tempo.example`;
  const { accountId, code } = await createAccount(op(), { email, roles: ['admin'], market: 'SE', locale: 'en' });
  const input = { email, code, next: NEXT, confirm: NEXT, device: 'Firefox on Linux', source: `198.51.100.${made}` };
  return { accountId, code, email, input };
}
const visitor = (now = new Date()) => testContext(database.db, { kind: 'visitor' }, { now });

test('an operator makes an account, and its person sets the first password with the code', async () => {
  const { accountId, code, input } = await invited();
  expect(code).toMatch(/^([A-Z2-9]{4}-){4}[A-Z2-9]{4}$/);
  const account = await database.db.account.findUniqueOrThrow({ where: { id: BigInt(accountId) }, include: { codes: true } });
  expect(account).toMatchObject({ roles: ['admin'], market: 'SE', passwordHash: null });
  expect(
    JSON.stringify(await database.db.$queryRaw`SELECT (SELECT array_agg(t::text) FROM "OneTimeCode" t), (SELECT array_agg(t::text) FROM "AuditEntry" t)`),
  ).not.toContain(code);
  expect(await enrol(visitor(), { ...input, code: ` ${code.toLowerCase().replaceAll('-', ' ')}` })).toMatchObject({
    accountId,
    locale: 'en',
    secret: expect.any(String),
  });
  expect(await signIn(visitor(), { email: input.email, password: NEXT, device: '', source: input.source })).toMatchObject({ accountId });
  expect(await outcome(enrol(visitor(), input))).toBe('invalid');
});

test('an address has one account, however it is written', async () => {
  const { email } = await invited();
  const again = (written: string) => outcome(createAccount(op(), { email: written, roles: [], market: 'SE', locale: 'en' }));
  expect([await again(email.toUpperCase()), await again('no address')]).toEqual(['account_exists', 'invalid']);
  const twins = await Promise.all(Array.from({ length: 5 }, () => again('twin@tempo.example')));
  expect(twins.sort()).toEqual(['account_exists', 'account_exists', 'account_exists', 'account_exists', 'done']);
  await expect(createAccount(visitor(), { email: 'x@tempo.example', roles: ['admin'], market: 'SE', locale: 'en' })).rejects.toMatchObject({
    kind: 'forbidden',
  });
});

test('a wrong code, a stranger’s, an unknown address and a late one are the same refusal', async () => {
  const [mine, theirs] = [await invited(), await invited()];
  const wrong = { fields: { code: 'code_wrong' } };
  for (const change of [{ code: 'AAAA-AAAA-AAAA-AAAA-AAAA' }, { code: theirs.code }, { email: 'nobody@tempo.example' }, { email: 'no address' }]) {
    await expect(enrol(visitor(), { ...mine.input, ...change })).rejects.toMatchObject(wrong);
  }
  await expect(enrol(visitor(new Date(Date.now() + 25 * 3_600_000)), mine.input)).rejects.toMatchObject(wrong);
  await expect(enrol(visitor(), { ...mine.input, next: 'short', confirm: 'short' })).rejects.toMatchObject({ fields: { next: 'password_short' } });
  expect(await outcome(enrol(visitor(), mine.input))).toBe('done');
});

test('of ten uses at once one succeeds', async () => {
  const { input, accountId } = await invited();
  const kinds = await Promise.all(Array.from({ length: 10 }, () => outcome(enrol(visitor(), input))));
  expect(kinds.filter((kind) => kind === 'done')).toHaveLength(1);
  expect(await database.db.session.count({ where: { accountId: BigInt(accountId) } })).toBe(1);
});

test('ten wrong codes close the door for a while', async () => {
  const { input } = await invited();
  const attempt = (code: string) => outcome(enrol(visitor(), { ...input, code }));
  const kinds = await Promise.all(Array.from({ length: 12 }, () => attempt('AAAA')));
  expect(kinds.filter((kind) => kind === 'invalid')).toHaveLength(10);
  expect(await attempt(input.code)).toBe('too_many');
});

test('a weak first password is told how weak, and forty tries an hour are enough here too', async () => {
  const { input } = await invited();
  const weak = { ...input, next: 'Summer2026Summer2026', confirm: '' };
  await expect(enrol(visitor(), weak)).rejects.toMatchObject({ fields: { next: 'password_guessable' }, strength: { level: 'very_weak', weakness: 'repeat' } });
  for (let n = 1; n < 40; n += 1) expect(await outcome(enrol(visitor(), { ...input, next: 'short' }))).toBe('invalid');
  expect(await outcome(enrol(visitor(), input))).toBe('too_many');
});
