import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount } from '#tests/support/accounts.ts';
import { operator, testContext, visitor } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { activateAction } from './activate-action.ts';
import { defineCohort } from '#domain/cohorts/define-cohort.ts';
import { createIncident } from '#tests/support/sample-incident.ts';
import { withdrawAction } from './withdraw-action.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const ctx = () => testContext(database.db, operator);
/** Some of what the tests hand over has no right shape. */
const cohort = (incidentSlug: string, change: object) => ({ incidentSlug, name: 'listed', dataInvolved: ['email' as const], toldFirst: false, ...change });
const action = (incidentSlug: string, change: object = {}) => {
  return { incidentSlug, cohort: 'listed', kind: 'change_password' as const, proof: 'email_code' as const, ...change };
};

test('a list holds the accounts named, a rule those it describes', async () => {
  const incidentSlug = await createIncident(database.db);
  const [first, second] = [await createAccount(database.db, { market: 'NO' }), await createAccount(database.db, { market: 'FI', roles: ['support'] })];
  await createAccount(database.db, { market: 'NO', disabledAt: new Date() });
  const ids = [first, second, first].map(({ id }) => String(id));
  const listed = await defineCohort(ctx(), cohort(incidentSlug, { accountIds: ids }));
  expect(listed.size).toBe(2);
  expect(await database.db.cohortMember.count({ where: { cohortId: listed.cohortId } })).toBe(2);
  expect(await defineCohort(ctx(), cohort(incidentSlug, { name: 'norway', rule: { market: 'NO' } }))).toMatchObject({ size: 1 });
  expect(await activateAction(ctx(), action(incidentSlug))).toMatchObject({ asked: 2, staff: 1 });
  const audit = await database.db.auditEntry.findMany({ where: { verb: { startsWith: 'actions/' } }, orderBy: { seq: 'asc' } });
  expect(audit.at(-1)).toMatchObject({
    actor: 'operator:test',
    detail: { incident: incidentSlug, cohort: 'listed', kind: 'change_password', asked: 2, staff: 1, reason: 'a test' },
  });
});

test.each([
  ['neither rule nor list', {}],
  ['both', { rule: { everyone: true }, accountIds: [] }],
  ['a rule over what people change', { rule: { passwordOlderThan: '2020-01-01T00:00:00Z' } }],
  ['two rules in one', { rule: { everyone: true, market: 'NO' } }],
  ['an account that is not there', { accountIds: ['999999999'] }],
  ['no number', { accountIds: ["1'); DROP TABLE"] }],
])('%s is refused, and no cohort is made', async (_, change) => {
  const incidentSlug = await createIncident(database.db);
  await expect(defineCohort(ctx(), cohort(incidentSlug, change))).rejects.toMatchObject({ kind: 'invalid' });
  expect(await database.db.cohort.count({ where: { incident: { slug: incidentSlug } } })).toBe(0);
});

test('a name is given once, to an incident that is there, by an operator', async () => {
  const incidentSlug = await createIncident(database.db);
  const define = (slug: string) => defineCohort(ctx(), cohort(slug, { rule: { everyone: true } }));
  await define(incidentSlug);
  await expect(define(incidentSlug)).rejects.toMatchObject({ kind: 'conflict', reason: 'cohort_exists' });
  await expect(define('elsewhere')).rejects.toMatchObject({ kind: 'not_found' });
  await expect(defineCohort(testContext(database.db, visitor), {} as never)).rejects.toMatchObject({ kind: 'forbidden' });
});

test('an action asks from the database’s time on, once people are told', async () => {
  const secret = await createIncident(database.db, { published: false });
  await defineCohort(ctx(), cohort(secret, { rule: { everyone: true } }));
  await expect(activateAction(ctx(), action(secret))).rejects.toMatchObject({ kind: 'conflict', reason: 'not_told' });
  expect(await database.db.requiredAction.count({ where: { cohort: { incident: { slug: secret } } } })).toBe(0);

  const [{ before }] = await database.db.$queryRaw<[{ before: Date }]>`SELECT date_trunc('milliseconds', now()) AS before`;
  const incidentSlug = await createIncident(database.db);
  await defineCohort(ctx(), cohort(incidentSlug, { rule: { everyone: true } }));
  // The process's clock plays no part.
  const { since } = await activateAction(testContext(database.db, operator, { now: new Date(0) }), action(incidentSlug));
  const [{ after }] = await database.db.$queryRaw<[{ after: Date }]>`SELECT now() AS after`;
  expect(before.toISOString() <= since && since <= after.toISOString()).toBe(true);
});

test('an upgrade names platform and version, and nothing else does', async () => {
  const incidentSlug = await createIncident(database.db);
  await defineCohort(ctx(), cohort(incidentSlug, { rule: { everyone: true } }));
  const version = { platform: 'android', fixedVersion: '9.2.0' };
  await expect(activateAction(ctx(), action(incidentSlug, { kind: 'upgrade_app' }))).rejects.toMatchObject({ kind: 'invalid' });
  await expect(activateAction(ctx(), action(incidentSlug, version))).rejects.toMatchObject({ kind: 'invalid' });
  await activateAction(ctx(), action(incidentSlug, { kind: 'upgrade_app', ...version }));
  await expect(activateAction(ctx(), action(incidentSlug, { cohort: 'nobody' }))).rejects.toMatchObject({ kind: 'not_found' });
});

test('withdrawing is final', async () => {
  const incidentSlug = await createIncident(database.db);
  await defineCohort(ctx(), cohort(incidentSlug, { rule: { everyone: true } }));
  const { actionId } = await activateAction(ctx(), action(incidentSlug));
  await withdrawAction(ctx(), { actionId });
  await expect(withdrawAction(ctx(), { actionId })).rejects.toMatchObject({ kind: 'conflict', reason: 'already_withdrawn' });
  await expect(withdrawAction(ctx(), { actionId: 2 ** 31 - 1 })).rejects.toMatchObject({ kind: 'not_found' });
});
