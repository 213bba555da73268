import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { endAllSessions } from '#domain/sessions/end-all-sessions.ts';
import { resumeSession } from '#domain/status/resume-session.ts';
import { showAccount } from '#domain/status/show-account.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { operator, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { disableAccount } from './disable-account.ts';
import { enableAccount } from './enable-account.ts';
import { listAccounts } from './list-accounts.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(() => database.db.$executeRaw`TRUNCATE "Account", "AuditEntry" CASCADE`);
afterAll(() => database.close());

const op = () => testContext(database.db, operator);
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { reason?: string; kind?: string }) => error.reason ?? error.kind,
  );

/** Somebody with two devices, a code and a grant under way. */
async function busy(data: Parameters<typeof createAccount>[1] = {}) {
  const { db } = database;
  const account = await createAccount(db, { passwordHash: 'x', ...data });
  const [first, second] = [await createSession(db, account), await createSession(db, account)];
  await db.oneTimeCode.create({ data: { id: `code ${account.id}`, accountId: account.id, purpose: 'change', expiresAt: new Date() } });
  await db.proofGrant.create({
    data: { id: `grant ${account.id}`, sessionId: first.session.id, purpose: 'change-password', proof: 'current', passwordVersion: 0, expiresAt: new Date() },
  });
  return { account, name: String(account.id), secrets: [first.secret, second.secret] };
}

const left = async () => [
  await database.db.session.count({ where: { endedAt: null } }),
  await database.db.oneTimeCode.count(),
  await database.db.proofGrant.count(),
];

test('a disabled account is out for good: enabling it brings nothing back', async () => {
  const { account, name, secrets } = await busy();
  const other = await busy();
  expect(await disableAccount(op(), { account: account.email.toUpperCase() })).toEqual({ accountId: name, sessionsEnded: 2 });
  expect(await left()).toEqual([2, 1, 1]);
  expect(await outcome(disableAccount(op(), { account: name }))).toBe('already_disabled');
  expect(await enableAccount(op(), { account: name })).toEqual({ accountId: name });
  expect(await outcome(enableAccount(op(), { account: name }))).toBe('already_enabled');
  for (const secret of secrets) expect((await resumeSession(database.db, secret)).kind).not.toBe('live');
  for (const secret of other.secrets) expect((await resumeSession(database.db, secret)).kind).toBe('live');
  const entries = await database.db.auditEntry.findMany({ orderBy: { seq: 'asc' } });
  expect(entries.map(({ verb, outcome, subject }) => [verb, outcome, subject])).toEqual([
    ['accounts/disable-account', 'done', `account:${name}`],
    ['accounts/disable-account', 'conflict', '-'],
    ['accounts/enable-account', 'done', `account:${name}`],
    ['accounts/enable-account', 'conflict', '-'],
  ]);
  expect((await database.db.securityEvent.findMany()).map(({ accountId, kind }) => [accountId, kind])).toEqual([
    [account.id, 'session_ended'],
    [account.id, 'session_ended'],
  ]);
});

test('ending the sessions of one account ends nobody else’s, and takes no account away', async () => {
  const { account, name } = await busy();
  await busy();
  expect(await endAllSessions(op(), { account: account.email })).toEqual({ accountId: name, sessionsEnded: 2 });
  expect(await endAllSessions(op(), { account: name })).toEqual({ accountId: name, sessionsEnded: 0 });
  expect(await left()).toEqual([2, 1, 1]);
  expect((await database.db.account.findUniqueOrThrow({ where: { id: account.id } })).disabledAt).toBeNull();
});

test('the last admin stays, also when two would close each other', async () => {
  const [a, b] = [await busy({ roles: ['admin'] }), await busy({ roles: ['admin', 'support'] })];
  await busy({ roles: ['admin'], disabledAt: new Date() });
  await busy({ roles: ['responder'] });
  const both = await Promise.all([a, b].map(({ name }) => outcome(disableAccount(op(), { account: name }))));
  expect(both.sort()).toEqual(['done', 'last_admin']);
  expect(await database.db.account.count({ where: { roles: { has: 'admin' }, disabledAt: null } })).toBe(1);
});

test.each(['4711', 'nobody@tempo.example', 'nope', '-1', '9'.repeat(19)])('%s is no account, and nothing is said of it', async (account) => {
  for (const verb of [disableAccount, enableAccount, endAllSessions, showAccount]) {
    await expect(verb(op(), { account })).rejects.toMatchObject({ kind: 'not_found', message: expect.not.stringContaining('nobody@') });
  }
});

test('accounts are listed a page at a time, by what a responder asks for', async () => {
  const { db } = database;
  const made = [
    await createAccount(db, { roles: ['admin'], market: 'SE' }),
    await createAccount(db, { market: 'SE', disabledAt: new Date() }),
    await createAccount(db, { roles: ['admin', 'author'], market: 'NO', passwordHash: '$argon2id$secret' }),
    await createAccount(db),
  ].map(({ id }) => String(id));
  const ids = async (input: Omit<Parameters<typeof listAccounts>[1], 'limit'>, limit = 100) =>
    (await listAccounts(op(), { limit, ...input })).map(({ accountId }) => made.indexOf(accountId));
  expect(await ids({})).toEqual([0, 1, 2, 3]);
  expect(await ids({}, 2)).toEqual([0, 1]);
  expect(await ids({ after: made[1] })).toEqual([2, 3]);
  expect(await ids({ role: 'admin' })).toEqual([0, 2]);
  expect(await ids({ market: 'SE' })).toEqual([0, 1]);
  expect(await ids({ disabled: true })).toEqual([1]);
  expect(await ids({ role: 'admin', market: 'NO', after: made[0] })).toEqual([2]);
  expect(await outcome(listAccounts(op(), { limit: 1_001 }))).toBe('invalid');
  expect(JSON.stringify(await listAccounts(op(), { limit: 100 }))).not.toContain('argon2');
});

test('an account is shown with what it is asked and what happened to it, and without a secret', async () => {
  const { db } = database;
  const { account, secrets } = await busy({ passwordHash: '$argon2id$secret' });
  await db.passwordChange.create({ data: { accountId: account.id, at: new Date('2020-01-01T00:00:00Z'), proof: 'email_code' } });
  const shown = await showAccount(op(), { account: account.email });
  expect(shown).toMatchObject({
    accountId: String(account.id),
    email: account.email,
    enrolled: true,
    disabledAt: null,
    sessions: { open: 2, lastSeenAt: expect.stringMatching(/Z$/) },
    openOrders: [],
    passwordChanges: [{ at: '2020-01-01T00:00:00.000Z', proof: 'email_code' }],
  });
  await disableAccount(op(), { account: account.email });
  const closed = await showAccount(op(), { account: account.email });
  expect(closed).toMatchObject({ sessions: { open: 0 }, openOrders: [], events: [{ kind: 'session_ended' }, { kind: 'session_ended' }] });
  for (const secret of secrets) expect(JSON.stringify([shown, closed])).not.toContain(secret);
  expect(JSON.stringify([shown, closed])).not.toContain('argon2');
});
