import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { activateAction } from '#domain/actions/activate-action.ts';
import { defineCohort } from '#domain/cohorts/define-cohort.ts';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import { changePassword } from '#domain/password-change/change-password.ts';
import { proveOwnership } from '#domain/password-change/prove-ownership.ts';
import { signIn } from '#domain/sessions/sign-in.ts';
import { resumeSession } from '#domain/status/resume-session.ts';
import { createAccount } from '#tests/support/accounts.ts';
import { operator, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { createIncident } from '#tests/support/sample-incident.ts';

const PASSWORD = 'violet kettle runs north';
const NEXT = 'a quiet harbour at six';
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
afterEach(() => vi.useRealTimers());

test.each([
  ['two minutes behind', -120_000],
  ['two minutes ahead of', 120_000],
])('a process whose clock is %s the database’s signs in, proves and changes: all is judged by one clock', async (_, skewMs) => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + skewMs });
  const account = await createAccount(database.db, { passwordHash: await hashPassword(PASSWORD) });
  const op = testContext(database.db, operator);
  const incidentSlug = await createIncident(database.db);
  await defineCohort(op, { incidentSlug, name: 'listed', accountIds: [String(account.id)], dataInvolved: [], toldFirst: false });
  for (const kind of ['sign_in_again', 'change_password'] as const)
    await activateAction(op, { incidentSlug, cohort: 'listed', count: 1, kind, proof: 'current' });

  const { secret } = await signIn(testContext(database.db), { email: account.email, password: PASSWORD });
  const first = await resumeSession(database.db, secret);
  if (first.kind !== 'live') throw new Error(`Signing in goes in circles: ${first.kind}.`);
  expect(first.actor.session).toBe('restricted');
  await proveOwnership(testContext(database.db, first.actor), { proof: 'current', password: PASSWORD });
  const changed = await changePassword(testContext(database.db, first.actor), { next: NEXT, confirm: NEXT, signOutOthers: true });
  expect(changed.actionsLeft).toEqual([]);
  expect(await resumeSession(database.db, changed.secret)).toMatchObject({ kind: 'live', actor: { session: 'full' } });
});

test('an order whose instant is ahead asks nobody yet, whenever it was said to start', async () => {
  const account = await createAccount(database.db, { passwordHash: await hashPassword(PASSWORD) });
  const op = testContext(database.db, operator);
  const incidentSlug = await createIncident(database.db);
  await defineCohort(op, { incidentSlug, name: 'listed', accountIds: [String(account.id)], dataInvolved: [], toldFirst: false });
  const startsAt = '2014-05-28T00:00:00Z';
  const { actionId } = await activateAction(op, { incidentSlug, cohort: 'listed', count: 1, kind: 'sign_in_again', proof: 'current', startsAt });
  await database.db.$executeRaw`UPDATE "RequiredAction" SET since = now() + interval '2 minutes' WHERE id = ${actionId}`;
  const { secret } = await signIn(testContext(database.db), { email: account.email, password: PASSWORD });
  expect(await resumeSession(database.db, secret)).toMatchObject({ kind: 'live', actor: { session: 'full' } });
});
