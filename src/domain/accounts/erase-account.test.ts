import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { mailCode } from '#jobs/mail-code.ts';
import { mailNotice } from '#jobs/mail-notice.ts';
import type { Outgoing } from '#jobs/mailer.ts';
import { secretId } from '#domain/core/secret.ts';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import { signIn } from '#domain/sessions/sign-in.ts';
import { resumeSession } from '#domain/status/resume-session.ts';
import { showAccount } from '#domain/status/show-account.ts';
import { createAccount } from '#tests/support/accounts.ts';
import { accountInEveryTable } from '#tests/support/rows/account-in-every-table.ts';
import { operator, testConfig, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { publishSite } from '#tests/support/sample-incident.ts';
import { createAccount as createByOperator } from './create-account.ts';
import { disableAccount } from './disable-account.ts';
import { enableAccount } from './enable-account.ts';
import { eraseAccount, OF_ACCOUNT } from './erase-account.ts';
import { listAccounts } from './list-accounts.ts';
import { setRoles } from './set-roles.ts';

const PASSWORD = 'violet kettle runs north';
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await publishSite(database.db);
});
beforeEach(() => database.db.$executeRaw`TRUNCATE "Account", "AuditEntry", "CohortMember" CASCADE`);
afterAll(() => database.close());

const op = () => testContext(database.db, operator);
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { reason?: string; kind?: string }) => error.reason ?? error.kind,
  );

const known = async (email: string) => accountInEveryTable(database.db, { email, passwordHash: await hashPassword(PASSWORD) });

/** How many rows each table has about an account. */
async function rows(accountId: bigint): Promise<Record<string, number>> {
  const tables = [...OF_ACCOUNT.erased, ...OF_ACCOUNT.kept];
  const counts = tables.map(async (table) => {
    const [row] = await database.db.$queryRawUnsafe<[{ count: number }]>(`SELECT count(*)::int AS count FROM "${table}" WHERE "accountId" = $1`, accountId);
    return [table, row.count];
  });
  return Object.fromEntries(await Promise.all(counts));
}
const each = (tables: readonly string[], count: number) => tables.map((table) => [table, count]);

test('every table with rows about an account says what becomes of them', async () => {
  const tables = await database.db.$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'accountId'`;
  expect([...OF_ACCOUNT.erased, ...OF_ACCOUNT.kept].sort()).toEqual(tables.map(({ name }) => name).sort());
});

test('an erased account is an empty number: nothing of its person is left, what was counted stays, and nobody else loses a thing', async () => {
  const { db } = database;
  const [gone, other] = [await known('kim@tempo.example'), await known('lee@tempo.example')];
  expect(await eraseAccount(op(), { account: gone.name, address: ' KIM@tempo.example' })).toEqual({ accountId: gone.name });
  expect(Object.entries(await rows(gone.account.id))).toEqual([...each(OF_ACCOUNT.erased, 0), ...each(OF_ACCOUNT.kept, 1)]);
  expect(Object.entries(await rows(other.account.id))).toEqual([...each(OF_ACCOUNT.erased, 1), ...each(OF_ACCOUNT.kept, 1)]);
  expect([await db.proofGrant.count(), await db.passkeyChallenge.count()]).toEqual([1, 1]);
  const { id, createdAt, passwordVersion, disabledAt, erasedAt, ...left } = await db.account.findUniqueOrThrow({ where: { id: gone.account.id } });
  expect([disabledAt, erasedAt]).toEqual([expect.any(Date), disabledAt]);
  expect(passwordVersion).toBe(gone.account.passwordVersion + 1);
  expect([id, createdAt]).toEqual([gone.account.id, gone.account.createdAt]);
  // Whatever an account gets one day is empty, too.
  for (const [name, value] of Object.entries(left))
    expect([name, value]).toEqual([
      name,
      name === 'emailKey' ? `erased:${id}` : typeof value === 'boolean' ? false : Array.isArray(value) ? [] : value === '' ? '' : null,
    ]);
  expect((await resumeSession(db, gone.secret)).kind).toBe('ended');
  expect((await resumeSession(db, other.secret)).kind).toBe('live');
  const [entry] = await db.auditEntry.findMany();
  expect(entry).toMatchObject({ verb: 'accounts/erase-account', outcome: 'done', subject: `account:${id}`, detail: { reason: 'a test' } });
  expect(JSON.stringify(entry?.detail)).not.toContain('@');
});

test('it is told as erased, and nothing opens it again', async () => {
  const { account, name, actor } = await known('kim@tempo.example');
  await eraseAccount(op(), { account: account.email, address: account.email });
  expect((await listAccounts(op(), { limit: 10 }))[0]).toMatchObject({ accountId: name, email: '', erasedAt: expect.stringMatching(/Z$/) });
  expect(await showAccount(op(), { account: name })).toMatchObject({
    erasedAt: expect.stringMatching(/Z$/),
    sessions: { open: 0 },
    events: [],
    openOrders: [],
  });
  expect(await outcome(enableAccount(op(), { account: name }))).toBe('erased');
  expect(await outcome(setRoles(op(), { account: name, roles: ['admin'] }))).toBe('erased');
  expect(await outcome(disableAccount(op(), { account: name }))).toBe('already_disabled');
  expect(await outcome(eraseAccount(op(), { account: name, address: '' }))).toBe('erased');
  for (const typed of [account.email, `erased:${name}`, ''])
    expect([typed, await outcome(eraseAccount(op(), { account: typed, address: typed }))]).toEqual([typed, typed ? 'not_found' : 'invalid']);
  const from = { device: '', source: '203.0.113.9' };
  for (const email of [account.email, `erased:${name}`])
    expect(await outcome(signIn(testContext(database.db), { email, password: PASSWORD, ...from }))).toBe('invalid');
  expect(await outcome(signIn(testContext(database.db, actor), { email: account.email, password: PASSWORD, ...from }))).toBe('invalid');
});

test('the same mailbox gets a new account, that has nothing of the old one', async () => {
  const { account, name } = await known('kim@tempo.example');
  await eraseAccount(op(), { account: name, address: account.email });
  const made = await createByOperator(op(), { email: account.email, roles: [], market: 'SE', locale: 'en' });
  expect(made.accountId).not.toBe(name);
  const other = await known('lee@tempo.example');
  await eraseAccount(op(), { account: other.name, address: 'lee@tempo.example' });
  expect(await database.db.account.count({ where: { erasedAt: { not: null } } })).toBe(2);
});

test('mails that were on their way go nowhere', async () => {
  const { account, name } = await known('kim@tempo.example');
  await database.db.oneTimeCode.create({
    data: { id: secretId('asked'), accountId: account.id, purpose: 'recover', expiresAt: new Date(Date.now() + 600_000) },
  });
  await eraseAccount(op(), { account: name, address: account.email });
  const sent: Outgoing[] = [];
  const deps = { db: database.db, config: testConfig(), mailer: { send: async (mail: Outgoing) => void sent.push(mail), close: () => undefined } };
  await mailCode({ requestId: secretId('asked'), locale: 'en' }, deps);
  await mailNotice({ accountId: name, notice: { kind: 'password_changed', at: new Date().toISOString(), sessionsEnded: 0, kept: [] } }, deps);
  expect(sent).toEqual([]);
});

test('another address than the account’s erases nothing, nor does what fails on its way', async () => {
  const { account, name } = await known('kim@tempo.example');
  for (const address of ['lee@tempo.example', 'no address', '']) {
    await expect(eraseAccount(op(), { account: name, address })).rejects.toMatchObject({ kind: 'invalid', fields: { address: 'address_differs' } });
  }
  await database.db.$executeRaw`ALTER TABLE "AuditEntry" ADD CONSTRAINT fails CHECK (outcome <> 'done') NOT VALID`;
  await expect(eraseAccount(op(), { account: name, address: account.email })).rejects.toThrow();
  await database.db.$executeRaw`ALTER TABLE "AuditEntry" DROP CONSTRAINT fails`;
  expect(await database.db.account.findUnique({ where: { id: account.id } })).toEqual(account);
  expect(Object.values(await rows(account.id)).filter((count) => count !== 1)).toEqual([]);
});

test('of two at once one erases; the last admin stays, also when two would erase each other', async () => {
  const { account, name } = await known('kim@tempo.example');
  const erase = (of: { name: string; account: { email: string } }) => outcome(eraseAccount(op(), { account: of.name, address: of.account.email }));
  expect((await Promise.all([1, 2].map(() => erase({ name, account })))).sort()).toEqual(['done', 'erased']);
  const admins = [await createAccount(database.db, { roles: ['admin'] }), await createAccount(database.db, { roles: ['admin'] })];
  expect((await Promise.all(admins.map((admin) => erase({ name: String(admin.id), account: admin })))).sort()).toEqual(['done', 'last_admin']);
  expect(await database.db.account.count({ where: { roles: { has: 'admin' }, disabledAt: null } })).toBe(1);
});
