import { afterAll, beforeAll, expect, test } from 'vitest';
import { countCohort } from '#domain/cohorts/count-cohort.ts';
import { defineCohort } from '#domain/cohorts/define-cohort.ts';
import type { Rule } from '#domain/cohorts/rule.ts';
import { createAccount } from '#tests/support/accounts.ts';
import { operator, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { createIncident } from '#tests/support/sample-incident.ts';
import { activateAction } from './activate-action.ts';
import { listActions } from './list-actions.ts';
import { pauseAction } from './pause-action.ts';
import { resumeAction } from './resume-action.ts';
import { withdrawAction } from './withdraw-action.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const ctx = () => testContext(database.db, operator);

/** An incident with a cohort "listed", and the order that a test gives it. */
async function cohortOf(who: { accountIds: string[] } | { rule: Rule }, published = true) {
  const incidentSlug = await createIncident(database.db, { published });
  const { size } = await defineCohort(ctx(), { incidentSlug, name: 'listed', dataInvolved: [], toldFirst: false, ...who });
  const order = { incidentSlug, cohort: 'listed', count: size, kind: 'change_password' as const, proof: 'email_code' as const };
  return { incidentSlug, order };
}
const everyone = { rule: { everyone: true } } as const;
const ordersOf = (slug: string) => database.db.requiredAction.count({ where: { cohort: { incident: { slug } } } });
const entries = () => database.db.auditEntry.findMany({ where: { verb: { startsWith: 'actions/' } }, orderBy: { seq: 'asc' } });

test('an order asks those who were counted, and says how many of them are the team’s own', async () => {
  const [first, second] = [await createAccount(database.db), await createAccount(database.db, { roles: ['support'] })];
  const { incidentSlug, order } = await cohortOf({ accountIds: [first, second].map(({ id }) => String(id)) });
  expect(await activateAction(ctx(), order)).toMatchObject({ asked: 2, staff: 1 });
  expect((await entries()).at(-1)).toMatchObject({
    actor: 'operator:test',
    detail: { incident: incidentSlug, cohort: 'listed', kind: 'change_password', asked: 2, staff: 1, reason: 'a test' },
  });
});

test('the count that was seen is the one that is asked, and nobody is counted while it is', async () => {
  const { incidentSlug, order } = await cohortOf(everyone);
  await expect(activateAction(ctx(), { ...order, count: order.count + 1 })).rejects.toMatchObject({ kind: 'conflict', reason: 'count_changed' });
  expect(await ordersOf(incidentSlug)).toBe(0);
  await createAccount(database.db);
  // The rule holds one more, and the stored count is what was seen.
  const { actionId, asked } = await activateAction(ctx(), order);
  expect(asked).toBe(order.count);
  const { size } = await countCohort(ctx(), { incidentSlug, name: 'listed' });
  expect(size).toBe(order.count + 1);
  await expect(activateAction(ctx(), order)).rejects.toMatchObject({
    reason: 'count_changed',
    message: expect.stringContaining(`its size is ${size}, not ${order.count}`),
  });
  await withdrawAction(ctx(), { actionId });
  expect(await activateAction(ctx(), { ...order, count: size })).toMatchObject({ asked: size });
});

test('an order asks from the database’s time on, once people are told', async () => {
  const secret = await cohortOf(everyone, false);
  await expect(activateAction(ctx(), secret.order)).rejects.toMatchObject({ kind: 'conflict', reason: 'not_told' });
  expect(await ordersOf(secret.incidentSlug)).toBe(0);

  const [{ before }] = await database.db.$queryRaw<[{ before: Date }]>`SELECT date_trunc('milliseconds', now()) AS before`;
  const { order } = await cohortOf(everyone);
  // The process's clock plays no part.
  const { since } = await activateAction(testContext(database.db, operator, { now: new Date(0) }), order);
  const [{ after }] = await database.db.$queryRaw<[{ after: Date }]>`SELECT now() AS after`;
  expect(before.toISOString() <= since && since <= after.toISOString()).toBe(true);
});

test('an upgrade names platform and version, and nothing else does', async () => {
  const { order } = await cohortOf(everyone);
  const version = { platform: 'android', fixedVersion: '9.2.0' } as const;
  await expect(activateAction(ctx(), { ...order, kind: 'upgrade_app' })).rejects.toMatchObject({ kind: 'invalid' });
  await expect(activateAction(ctx(), { ...order, ...version })).rejects.toMatchObject({ kind: 'invalid' });
  for (const half of [{ platform: 'android' }, { fixedVersion: '9.2.0' }] as const)
    for (const kind of ['upgrade_app', 'change_password', 'sign_in_again'] as const)
      await expect(activateAction(ctx(), { ...order, kind, ...half })).rejects.toMatchObject({ kind: 'invalid' });
  for (const fixedVersion of ['', 'latest', '../9.2', '9.'])
    await expect(activateAction(ctx(), { ...order, kind: 'upgrade_app', ...version, fixedVersion })).rejects.toMatchObject({
      fields: { fixedVersion: 'version_invalid' },
    });
  await activateAction(ctx(), { ...order, kind: 'upgrade_app', ...version });
  await expect(activateAction(ctx(), { ...order, cohort: 'nobody' })).rejects.toMatchObject({ kind: 'not_found' });
});

test('the time to do it by has not passed, and comes after the beginning', async () => {
  const { incidentSlug, order } = await cohortOf(everyone);
  const [soon, later] = [1, 2].map((days) => new Date(Date.now() + days * 86_400_000).toISOString()) as [string, string];
  await expect(activateAction(ctx(), { ...order, endsAt: '2014-05-28T00:00:00Z' })).rejects.toMatchObject({ fields: { endsAt: 'time_passed' } });
  await expect(activateAction(ctx(), { ...order, startsAt: later, endsAt: soon })).rejects.toMatchObject({ fields: { form: 'ends_before_it_begins' } });
  expect(await ordersOf(incidentSlug)).toBe(0);
  await activateAction(ctx(), { ...order, startsAt: soon, endsAt: later });
});

test('the same order is given once, at once and again, while it stands; another proof is another order', async () => {
  const { incidentSlug, order } = await cohortOf(everyone);
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => activateAction(ctx(), order)));
  const [given, ...others] = outcomes.filter(({ status }) => status === 'fulfilled') as PromiseFulfilledResult<{ actionId: number }>[];
  expect(others).toEqual([]);
  const { actionId } = (given as NonNullable<typeof given>).value;
  await pauseAction(ctx(), { actionId });
  await expect(activateAction(ctx(), order)).rejects.toMatchObject({
    reason: 'already_asked',
    message: expect.stringContaining(`Action ${actionId} is paused`),
  });
  expect(await ordersOf(incidentSlug)).toBe(1);
  await activateAction(ctx(), { ...order, proof: 'current' });
  await withdrawAction(ctx(), { actionId });
  await activateAction(ctx(), order);
});

test('what is active can be paused, what is paused resumed, either withdrawn, and that is final', async () => {
  const { order } = await cohortOf(everyone);
  const { actionId } = await activateAction(ctx(), order);
  const moves = { pause: pauseAction, resume: resumeAction, withdraw: withdrawAction };
  const says = async (move: keyof typeof moves) =>
    moves[move](ctx(), { actionId }).then(
      () => 'done',
      (error: { reason: string }) => error.reason,
    );
  const steps: [keyof typeof moves, string][] = [
    ['resume', 'not_paused'],
    ['pause', 'done'],
    ['pause', 'already_paused'],
    ['resume', 'done'],
    ['pause', 'done'],
    ['withdraw', 'done'],
    ['pause', 'already_withdrawn'],
    ['resume', 'already_withdrawn'],
    ['withdraw', 'already_withdrawn'],
  ];
  for (const [move, said] of steps) expect([move, await says(move)]).toEqual([move, said]);
  expect((await entries()).filter(({ subject }) => subject === `action:${actionId}`).map(({ verb }) => verb)).toEqual(
    ['activate', 'pause', 'resume', 'pause', 'withdraw'].map((move) => `actions/${move}-action`),
  );
  const [listed] = (await listActions(ctx(), {})).filter((action) => action.actionId === actionId);
  expect(listed).toMatchObject({ state: 'withdrawn', pausedAt: null, size: order.count });
  for (const move of Object.values(moves)) await expect(move(ctx(), { actionId: 2 ** 31 - 1 })).rejects.toMatchObject({ kind: 'not_found' });
});

test.each([
  ['pause', pauseAction, 'active'],
  ['resume', resumeAction, 'paused'],
  ['withdraw', withdrawAction, 'active'],
] as const)('of twelve who %s at once one does, and the others are told', async (_, move, from) => {
  const { order } = await cohortOf(everyone);
  const { actionId } = await activateAction(ctx(), order);
  if (from === 'paused') await pauseAction(ctx(), { actionId });
  const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => move(ctx(), { actionId })));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ kind: 'conflict' });
});

test('what can’t be recorded doesn’t happen', async () => {
  const { incidentSlug, order } = await cohortOf(everyone);
  const { actionId } = await activateAction(ctx(), order);
  await database.db.$executeRaw`ALTER TABLE "AuditEntry" ADD CONSTRAINT broken CHECK (verb NOT LIKE 'actions/%') NOT VALID`;
  try {
    for (const move of [pauseAction, withdrawAction]) await expect(move(ctx(), { actionId })).rejects.toThrow();
    await expect(activateAction(ctx(), order)).rejects.toThrow();
  } finally {
    await database.db.$executeRaw`ALTER TABLE "AuditEntry" DROP CONSTRAINT broken`;
  }
  expect(await database.db.requiredAction.findUniqueOrThrow({ where: { id: actionId } })).toMatchObject({ state: 'active', pausedAt: null, withdrawnAt: null });
  expect(await ordersOf(incidentSlug)).toBe(1);
});
