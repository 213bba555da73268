import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import { createAccount } from '#tests/support/accounts.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { signIn } from './sign-in.ts';

const PASSWORD = 'violet kettle runs north';
let database: TestDatabase;
let passwordHash: string;
beforeAll(async () => {
  database = await testDatabase();
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(() => database.close());

const from = (source: string) => testContext(database.db, undefined, { client: { device: 'Firefox on Linux', source } });
const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: { kind: string }) => error.kind,
  );
/** Tries a password that is wrong, and too long to be hashed: what is counted is the same. */
const wrong = (email: string, source: string, device?: string) =>
  outcome(signIn(from(source), { email, password: 'é'.repeat(1000), ...(device && { device }) }));
const right = (email: string, source: string, device?: string) => outcome(signIn(from(source), { email, password: PASSWORD, ...(device && { device }) }));

test('guessing at one account from everywhere is slowed down, and its person comes in by the device that it knows', async () => {
  const { email } = await createAccount(database.db, { passwordHash });
  const { device } = await signIn(from('203.0.113.1'), { email, password: PASSWORD });
  const kinds: string[] = [];
  for (let n = 0; n < 150; n += 1) kinds.push(await wrong(email, `10.${n}.0.1`));
  expect(kinds.filter((kind) => kind === 'invalid')).toHaveLength(20);
  // Not even the right password, from a device that nobody knows …
  expect(await right(email, '10.200.0.1')).toBe('too_many');
  // … and the known one is let in, from anywhere, even after mistakes of its own.
  for (let n = 0; n < 9; n += 1) expect(await wrong(email, '192.0.2.77', device)).toBe('invalid');
  expect(await right(email, '192.0.2.77', device)).toBe('done');
});

test('a device is known to the accounts that it signed in to, and to no other', async () => {
  const [mine, theirs] = [await createAccount(database.db, { passwordHash }), await createAccount(database.db, { passwordHash })];
  const { device } = await signIn(from('203.0.113.2'), { email: mine.email, password: PASSWORD });
  for (let n = 0; n < 20; n += 1) await wrong(theirs.email, `11.${n}.0.1`);
  expect(await right(theirs.email, '203.0.113.2', device)).toBe('too_many');
  const rows = await database.db.knownDevice.findMany({ where: { accountId: { in: [mine.id, theirs.id] } } });
  expect(rows).toMatchObject([{ accountId: mine.id }]);
  expect(JSON.stringify(rows, (_, value) => String(value))).not.toContain(device);
});

test('the /64s of one /48 are one network', async () => {
  const kinds: string[] = [];
  for (let n = 0; n < 320; n += 1) kinds.push(await wrong(`nobody-${n}@tempo.example`, `2001:db8:7:${n.toString(16)}::/64`));
  expect(kinds.filter((kind) => kind === 'invalid')).toHaveLength(300);
}, 120_000);

test('nobody resets the counter of a source with an account of their own', async () => {
  const own = await createAccount(database.db, { passwordHash });
  const source = '192.0.2.10';
  let refused = 0;
  for (let n = 0; n < 130; n += 1) {
    if ((await wrong(`victim-${n}@tempo.example`, source)) === 'too_many') refused += 1;
    if (n % 10 === 0) await right(own.email, source);
  }
  expect(refused).toBeGreaterThanOrEqual(25);
}, 120_000);

test('a person who succeeds gives the source back what they lost, whatever others lost there', async () => {
  const [first, second] = [await createAccount(database.db, { passwordHash }), await createAccount(database.db, { passwordHash })];
  const source = '192.0.2.11';
  for (let n = 0; n < 12; n += 1) {
    for (let slip = 0; slip < 9; slip += 1) expect(await wrong(first.email, source)).toBe('invalid');
    expect(await right(first.email, source)).toBe('done');
  }
  expect(await right(second.email, source)).toBe('done');
}, 120_000);

test('right sign-ins are sessions, and a flood of them ends; the known device goes on', async () => {
  const { email } = await createAccount(database.db, { passwordHash });
  const { device } = await signIn(from('203.0.113.3'), { email, password: PASSWORD });
  const kinds: string[] = [];
  for (let n = 0; n < 40; n += 1) kinds.push(await right(email, `12.${n}.0.1`));
  expect(kinds.filter((kind) => kind === 'done').length).toBeLessThanOrEqual(20);
  expect(await right(email, '203.0.113.3', device)).toBe('done');
}, 120_000);

test('a failed attempt says whose account it was, and from which request and network; an address that is nobody’s is a keyed hash', async () => {
  const { id, email } = await createAccount(database.db, { passwordHash });
  const [known, unknown] = [from('198.51.100.9'), from('198.51.100.9')];
  await outcome(signIn(known, { email, password: 'wrong' }));
  await outcome(signIn(unknown, { email: 'not-here@tempo.example', password: 'wrong' }));
  const entry = (requestId: string) => database.db.auditEntry.findFirst({ where: { detail: { path: ['requestId'], equals: requestId } } });
  expect(await entry(known.requestId)).toMatchObject({
    actor: 'visitor',
    outcome: 'invalid',
    subject: `account:${id}`,
    detail: { network: '198.51.100.0/24' },
  });
  const nobody = await entry(unknown.requestId);
  expect(nobody).toMatchObject({ subject: expect.stringMatching(/^address:[\da-f]{32}$/) });
  expect(JSON.stringify(nobody, (_, value) => String(value))).not.toMatch(/not-here|wrong/);
  expect(await database.db.securityEvent.findMany({ where: { accountId: id } })).toMatchObject([{ kind: 'sign_in_failed', network: '198.51.100.0/24' }]);
});

test('a device that the account knows guesses a hundred times in all, not ten in every quarter of an hour', async () => {
  const { email } = await createAccount(database.db, { passwordHash });
  const { device } = await signIn(from('203.0.113.4'), { email, password: PASSWORD });
  const kinds: string[] = [];
  for (let quarter = 0; quarter < 12; quarter += 1) {
    for (let n = 0; n < 10; n += 1) kinds.push(await wrong(email, '203.0.113.4', device));
    await database.db.$executeRaw`DELETE FROM limits.failure WHERE key LIKE 'known\_device:%'`;
  }
  expect(kinds.filter((kind) => kind === 'invalid')).toHaveLength(100);
  expect(await right(email, '203.0.113.4', device)).toBe('too_many');
}, 60_000);
