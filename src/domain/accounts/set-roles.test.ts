import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Role } from '#model/roles.ts';
import { endSession } from '#domain/sessions/end-session.ts';
import { resumeSession } from '#domain/status/resume-session.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { operator, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { setRoles } from './set-roles.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(() => database.db.$executeRaw`TRUNCATE "Account", "AuditEntry" CASCADE`);
afterAll(() => database.close());

const op = () => testContext(database.db, operator);
const rolesOf = async (id: bigint) => (await database.db.account.findUniqueOrThrow({ where: { id } })).roles;
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { reason?: string; kind?: string }) => error.reason ?? error.kind,
  );

test('the roles are those that were named and no others; a change ends every session of that account, and is told with what was before', async () => {
  const { db } = database;
  const account = await createAccount(db, { roles: ['support', 'author'] });
  const [a, b, other] = [await createSession(db, account), await createSession(db, account), await createSession(db, await createAccount(db))];
  const view = await setRoles(op(), { account: account.email.toUpperCase(), roles: ['approver', 'author', 'approver'] });
  expect(view).toEqual({ accountId: String(account.id), before: ['author', 'support'], after: ['author', 'approver'], sessionsEnded: 2 });
  expect(await rolesOf(account.id)).toEqual(['author', 'approver']);
  for (const { secret } of [a, b]) expect((await resumeSession(db, secret)).kind).toBe('ended');
  expect((await resumeSession(db, other.secret)).kind).toBe('live');
  // Who was on the way with the roles of before does nothing with them.
  expect(await outcome(endSession(testContext(db, a.actor), { sessionId: b.session.id }))).toBe('signed_out');
  expect((await db.securityEvent.findMany()).map(({ kind }) => kind)).toEqual(['session_ended', 'session_ended']);
  expect(await db.auditEntry.findFirst({ where: { verb: 'accounts/set-roles' } })).toMatchObject({
    actor: 'operator:test',
    subject: `account:${account.id}`,
    detail: { before: 'author support', after: 'author approver', sessionsEnded: 2, reason: 'a test' },
  });
});

test('the same roles again change nothing and end nothing; none is none', async () => {
  const { db } = database;
  const account = await createAccount(db, { roles: ['author'] });
  const { secret } = await createSession(db, account, { lastSeenAt: new Date() });
  expect(await setRoles(op(), { account: String(account.id), roles: ['author'] })).toMatchObject({ sessionsEnded: 0 });
  expect((await resumeSession(db, secret)).kind).toBe('live');
  expect(await setRoles(op(), { account: String(account.id), roles: [] })).toMatchObject({ after: [], sessionsEnded: 1 });
  expect(await rolesOf(account.id)).toEqual([]);
});

test('the last admin stays one, also when two would take it from each other', async () => {
  const { db } = database;
  const [a, b] = [await createAccount(db, { roles: ['admin'] }), await createAccount(db, { roles: ['admin', 'support'] })];
  await createAccount(db, { roles: ['admin'], disabledAt: new Date() });
  const demote = ({ id }: { id: bigint }) => outcome(setRoles(op(), { account: String(id), roles: ['support'] }));
  expect((await Promise.all([a, b].map(demote))).sort()).toEqual(['done', 'last_admin']);
  const [last] = await db.account.findMany({ where: { roles: { has: 'admin' }, disabledAt: null } });
  expect(await setRoles(op(), { account: String(last?.id), roles: ['admin', 'author'] })).toMatchObject({ after: ['author', 'admin'] });
});

test.each<[string, Role[], string]>([
  ['4711', [], 'not_found'],
  ['nobody@tempo.example', ['author'], 'not_found'],
  ['', ['author'], 'invalid'],
  ['1', ['owner' as Role], 'invalid'],
])('%s as %s: %s', async (account, roles, refusal) => {
  expect(await outcome(setRoles(op(), { account, roles }))).toBe(refusal);
});
