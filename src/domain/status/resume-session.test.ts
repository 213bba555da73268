import { afterAll, beforeAll, expect, test } from 'vitest';
import { activateAction } from '#domain/actions/activate-action.ts';
import { defineCohort } from '#domain/cohorts/define-cohort.ts';
import { createIncident } from '#tests/support/sample-incident.ts';
import type { Rule } from '#domain/cohorts/rule.ts';
import type { OrderableProof, ProofMethod } from '#model/proofs.ts';
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
const kindOf = async (secret: string) => (await resumeSession(database.db, secret)).kind;

type Kind = 'sign_in_again' | 'change_password';
async function ask(
  members: { accountIds: string[] } | { rule: Rule },
  kind: Kind,
  { proof = 'current' as OrderableProof, published = true, toldFirst = false } = {},
) {
  const incidentSlug = await createIncident(database.db, { published });
  const { size: count } = await defineCohort(ctx(), { incidentSlug, name: 'listed', ...members, dataInvolved: [], toldFirst });
  return activateAction(ctx(), { incidentSlug, cohort: 'listed', count, kind, proof });
}
const list = (...accounts: Account[]) => ({ accountIds: accounts.map((account) => String(account.id)) });

test('a live session answers whose it is', async () => {
  const account = await createAccount(database.db, { locale: 'ar' });
  const { secret, session } = await createSession(database.db, account);
  expect(await resumeSession(database.db, secret)).toEqual({
    kind: 'live',
    actor: {
      kind: 'account',
      accountId: account.id,
      sessionId: session.id,
      roles: [],
      session: 'full',
      hasFactor: false,
      authenticated: { at: session.authenticatedAt, level: 'password' },
    },
    now: expect.any(Date),
    email: account.email,
    locale: 'ar',
  });
});

test('half a session, one of the team without a second factor and one with it are told apart', async () => {
  const { db } = database;
  const state = async (data: Partial<Prisma.AccountUncheckedCreateInput>, session: Parameters<typeof createSession>[2], confirmedAt: Date | null = null) => {
    const account = await createAccount(db, data);
    const { secret } = await createSession(db, account, { lastSeenAt: new Date(), ...session });
    await db.totpSecret.create({ data: { accountId: account.id, secret: Buffer.from('x'), addedAt: new Date(), device: '', network: '', confirmedAt } });
    const resumed = await resumeSession(db, secret);
    return resumed.kind === 'live' ? [resumed.actor.session, resumed.actor.hasFactor, resumed.actor.authenticated.level] : resumed.kind;
  };
  const roles = { roles: ['author' as const] };
  expect(await state({}, { awaitsFactor: true }, new Date())).toEqual(['half', true, 'password']);
  expect(await state({}, {})).toEqual(['full', false, 'password']);
  expect(await state(roles, {})).toEqual(['enrolling', false, 'password']);
  expect(await state(roles, { level: 'factor' }, new Date())).toEqual(['full', true, 'factor']);
});

test('a session of the team is over when nobody used it for half an hour, a customer’s only at its end', async () => {
  const [staff, customer] = [await createAccount(database.db, { roles: ['author'] }), await createAccount(database.db)];
  const seen = async (account: Account, minutes: number, data = {}) => {
    const { secret } = await createSession(database.db, account, { lastSeenAt: new Date(Date.now() - minutes * 60_000), ...data });
    return kindOf(secret);
  };
  expect([await seen(staff, 29), await seen(staff, 31), await seen(customer, 29 * 24 * 60)]).toEqual(['live', 'ended', 'live']);
  expect(await seen(customer, 0, { expiresAt: new Date(Date.now() - 1) })).toBe('ended');
});

test('unknown, ended, over and closed are over', async () => {
  const [open, closed] = await Promise.all([createAccount(database.db), createAccount(database.db, { disabledAt: new Date() })]);
  const ended = await createSession(database.db, open, { endedAt: new Date() });
  const idle = await createSession(database.db, open, { expiresAt: new Date() });
  const shut = await createSession(database.db, closed);
  for (const secret of ['', 'x'.repeat(10_000), ended.session.id, ended.secret, idle.secret, shut.secret]) expect(await kindOf(secret)).toBe('ended');
});

test('an order ends older sessions of those it asks, from its instant on, and for good', async () => {
  const [asked, other] = await Promise.all([createAccount(database.db), createAccount(database.db)]);
  const [old, foreign] = await Promise.all([createSession(database.db, asked), createSession(database.db, other)]);
  const { actionId, since } = await ask(list(asked), 'sign_in_again');
  expect(await kindOf(old.secret)).toBe('asked_again');
  expect(await kindOf(foreign.secret)).toBe('live');
  const at = (ms: number) => createSession(database.db, asked, { createdAt: new Date(new Date(since).getTime() + ms) });
  expect(await kindOf((await at(0)).secret)).toBe('live');
  expect(await kindOf((await at(-1)).secret)).toBe('asked_again');
  await withdrawAction(ctx(), { actionId });
  expect(await kindOf(old.secret)).toBe('asked_again');
  expect(await kindOf((await at(1)).secret)).toBe('live');
});

test.each<[string, Rule, Partial<Prisma.AccountUncheckedCreateInput>, Partial<Prisma.AccountUncheckedCreateInput>]>([
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
    const resumed = await resumeSession(database.db, secret);
    return resumed.kind === 'live' && resumed.actor.session === 'restricted';
  };
  expect(await restricted()).toBe(false);
  const { since } = await ask(list(account), 'change_password', { proof: 'email_code' });
  const change = (at: number, proof: ProofMethod) =>
    database.db.passwordChange.create({ data: { accountId: account.id, at: new Date(new Date(since).getTime() + at), proof } });
  expect(await restricted()).toBe(true);
  await change(-1, 'email_code');
  expect(await restricted()).toBe(true);
  await change(5, 'current');
  expect(await restricted()).toBe(true);
  await change(0, 'email_code');
  expect(await restricted()).toBe(false);
  await change(10, 'current');
  expect(await restricted()).toBe(false);
});

test('an order that was withdrawn before it began ended nothing', async () => {
  const account = await createAccount(database.db);
  const { secret } = await createSession(database.db, account);
  const incidentSlug = await createIncident(database.db);
  await defineCohort(ctx(), { incidentSlug, name: 'listed', ...list(account), dataInvolved: [], toldFirst: false });
  const startsAt = new Date(Date.now() + 3_600_000).toISOString();
  const { actionId } = await activateAction(ctx(), { incidentSlug, cohort: 'listed', count: 1, kind: 'sign_in_again', proof: 'current', startsAt });
  expect(await kindOf(secret)).toBe('live');
  await withdrawAction(ctx(), { actionId });
  await database.db.$executeRaw`UPDATE "RequiredAction" SET "startsAt" = now() WHERE id = ${actionId}`;
  expect(await kindOf(secret)).toBe('live');
});

test('last seen is written at most every five minutes', async () => {
  const account = await createAccount(database.db);
  const isWritten = async (minutes: number) => {
    const lastSeenAt = new Date(Date.now() - minutes * 60_000);
    const { secret, session } = await createSession(database.db, account, { lastSeenAt });
    await resumeSession(database.db, secret);
    return (await database.db.session.findUniqueOrThrow({ where: { id: session.id } })).lastSeenAt > lastSeenAt;
  };
  expect([await isWritten(4), await isWritten(6)]).toEqual([false, true]);
});
