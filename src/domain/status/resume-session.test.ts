import { afterAll, beforeAll, expect, test } from 'vitest';
import { activateAction } from '#domain/actions/activate-action.ts';
import { defineCohort } from '#domain/cohorts/define-cohort.ts';
import { createIncident } from '#tests/support/sample-incident.ts';
import { withdrawAction } from '#domain/actions/withdraw-action.ts';
import type { Account, Prisma } from '#generated/prisma/client.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { operator, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { resumeSession } from './resume-session.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const ctx = () => testContext(database.db, operator);
const soon = () => new Date(Date.now() + 1000);
const kindOf = async (secret: string) => (await resumeSession(database.db, secret, soon())).kind;

type Kind = 'sign_in_again' | 'change_password';
async function ask(members: { accountIds: string[] } | { rule: unknown }, kind: Kind, { proof = 'current', published = true, toldFirst = false } = {}) {
  const incidentSlug = await createIncident(database.db, { published });
  await defineCohort(ctx(), { incidentSlug, name: 'listed', ...members, dataInvolved: [], toldFirst });
  return activateAction(ctx(), { incidentSlug, cohort: 'listed', kind, proof });
}
const list = (...accounts: Account[]) => ({ accountIds: accounts.map((account) => String(account.id)) });

test('a live session answers whose it is', async () => {
  const account = await createAccount(database.db, { roles: ['author'], locale: 'ar' });
  const { secret, session } = await createSession(database.db, account);
  expect(await resumeSession(database.db, secret, new Date())).toEqual({
    kind: 'live',
    actor: { kind: 'customer', accountId: account.id, sessionId: session.id, roles: ['author'], restricted: false },
    email: account.email,
    locale: 'ar',
    authenticatedAt: session.authenticatedAt,
  });
});

test('unknown, ended, idle and closed are over', async () => {
  const [open, closed] = await Promise.all([createAccount(database.db), createAccount(database.db, { disabledAt: new Date() })]);
  const ended = await createSession(database.db, open, { endedAt: new Date() });
  const idle = await createSession(database.db, open, { lastSeenAt: new Date(Date.now() - 31 * 86_400_000) });
  const shut = await createSession(database.db, closed);
  for (const secret of ['', 'x'.repeat(10_000), ended.session.id, ended.secret, idle.secret, shut.secret]) expect(await kindOf(secret)).toBe('ended');
});

test('an order refuses older sessions of those it asks, from its instant on, until it is withdrawn', async () => {
  const [asked, other] = await Promise.all([createAccount(database.db), createAccount(database.db)]);
  const [old, foreign] = await Promise.all([createSession(database.db, asked), createSession(database.db, other)]);
  const { actionId, since } = await ask(list(asked), 'sign_in_again');
  expect(await kindOf(old.secret)).toBe('asked_again');
  expect(await kindOf(foreign.secret)).toBe('live');
  const at = (ms: number) => createSession(database.db, asked, { createdAt: new Date(new Date(since).getTime() + ms) });
  expect(await kindOf((await at(0)).secret)).toBe('live');
  expect(await kindOf((await at(-1)).secret)).toBe('asked_again');
  await withdrawAction(ctx(), { actionId });
  expect(await kindOf(old.secret)).toBe('live');
});

test.each<[string, unknown, Partial<Prisma.AccountUncheckedCreateInput>, Partial<Prisma.AccountUncheckedCreateInput>]>([
  ['market', { market: 'NO' }, { market: 'NO' }, { market: 'FI' }],
  ['createdBefore', { createdBefore: '2020-01-01T00:00:00Z' }, { createdAt: new Date('2019-12-31T23:59:59Z') }, { createdAt: new Date('2020-01-01') }],
])('the rule %s asks those it holds', async (_, rule, inside, outside) => {
  const [held, free] = await Promise.all([createAccount(database.db, inside), createAccount(database.db, outside)]);
  const [first, second] = await Promise.all([createSession(database.db, held), createSession(database.db, free)]);
  await ask({ rule }, 'sign_in_again');
  expect([await kindOf(first.secret), await kindOf(second.secret)]).toEqual(['asked_again', 'live']);
});

test('nobody is asked about an incident that they are not told of, except those told first', async () => {
  const account = await createAccount(database.db);
  const { secret } = await createSession(database.db, account);
  await expect(ask(list(account), 'sign_in_again', { published: false })).rejects.toMatchObject({ kind: 'conflict', reason: 'not_told' });
  expect(await kindOf(secret)).toBe('live');
  await ask(list(account), 'sign_in_again', { published: false, toldFirst: true });
  expect(await kindOf(secret)).toBe('asked_again');
});

test('an open change of the password restricts, until a change with the proof asked for', async () => {
  const account = await createAccount(database.db);
  const { secret } = await createSession(database.db, account);
  const restricted = async () => {
    const resumed = await resumeSession(database.db, secret, soon());
    return resumed.kind === 'live' && resumed.actor.restricted;
  };
  expect(await restricted()).toBe(false);
  const { since } = await ask(list(account), 'change_password', { proof: 'email_code' });
  const change = (at: number, passwordProof: 'current' | 'email_code') =>
    database.db.account.update({ where: { id: account.id }, data: { passwordChangedAt: new Date(new Date(since).getTime() + at), passwordProof } });
  expect(await restricted()).toBe(true);
  await change(-1, 'email_code');
  expect(await restricted()).toBe(true);
  await change(5, 'current');
  expect(await restricted()).toBe(true);
  await change(0, 'email_code');
  expect(await restricted()).toBe(false);
});

test('last seen is written at most every five minutes', async () => {
  const { secret, session } = await createSession(database.db, await createAccount(database.db));
  const seen = async (minutes: number) => {
    await resumeSession(database.db, secret, new Date(session.lastSeenAt.getTime() + minutes * 60_000));
    return ((await database.db.session.findUniqueOrThrow({ where: { id: session.id } })).lastSeenAt.getTime() - session.lastSeenAt.getTime()) / 60_000;
  };
  expect([await seen(5), await seen(6), await seen(10)]).toEqual([0, 6, 6]);
});
