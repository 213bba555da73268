import { afterAll, beforeAll, expect, test } from 'vitest';
import { activateAction } from '#domain/actions/activate-action.ts';
import { defineCohort } from '#domain/cohorts/define-cohort.ts';
import { createAccount } from '#tests/support/accounts.ts';
import { operator, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { createIncident } from '#tests/support/sample-incident.ts';
import { previewCohort } from './preview-cohort.ts';
import { readStatus } from './read-status.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const ctx = () => testContext(database.db, operator);
const upgrade = { kind: 'upgrade_app', proof: 'current', platform: 'android', fixedVersion: '9.2.0' } as const;

test('three accounts of different kinds read what their account page says', async () => {
  const incidentSlug = await createIncident(database.db);
  const app = (version: string) => ({ installs: { create: { installId: 'one', platform: 'android', version, seenAt: new Date() } } });
  // Many of the commonest kind, few of the others: each is found.
  for (let made = 0; made < 30; made += 1) await createAccount(database.db);
  await createAccount(database.db, app('9.1.0'));
  const staff = await createAccount(database.db, { ...app('9.3.0'), roles: ['support'] });
  const { size: count } = await defineCohort(ctx(), { incidentSlug, name: 'android', rule: { everyone: true }, dataInvolved: [], toldFirst: false });
  const would = await previewCohort(ctx(), { incidentSlug, cohort: 'android', order: upgrade });
  expect(would).toMatchObject({ size: count, staff: 1, told: true, site: { brand: 'Tempo' } });
  expect(would.samples.map(({ incident }) => [incident.state, incident.tone])).toEqual([
    ['upgrade', 'recommended'],
    ['upgrade', 'act'],
    ['done', 'ok'],
  ]);
  expect(would.samples.at(-1)).toMatchObject({ accountId: String(staff.id), staff: true });
  expect(JSON.stringify(would.samples)).not.toMatch(/person-\d|emailKey/);
  // Nothing was asked by looking.
  expect((await previewCohort(ctx(), { incidentSlug, cohort: 'android' })).samples).toMatchObject(
    Array.from({ length: 3 }, () => ({ incident: { state: 'nothing', todo: [] } })),
  );
  await activateAction(ctx(), { incidentSlug, cohort: 'android', count, ...upgrade });
  const asked = await previewCohort(ctx(), { incidentSlug, cohort: 'android' });
  for (const { accountId, incident } of asked.samples) {
    const actor = { kind: 'account', accountId: BigInt(accountId), sessionId: 'x', roles: [], session: 'full', hasFactor: false } as const;
    const page = await readStatus(testContext(database.db, { ...actor, authenticated: { at: new Date(), level: 'password' } }), {});
    expect(incident).toEqual(page.incidents.find(({ slug }) => slug === incidentSlug));
  }
});

test('before anything is published it is read in the facts that stand, and said that nobody is told', async () => {
  const incidentSlug = await createIncident(database.db, { published: false });
  const { id } = await createAccount(database.db);
  await defineCohort(ctx(), { incidentSlug, name: 'listed', accountIds: [String(id)], dataInvolved: ['email'], toldFirst: false });
  const order = { kind: 'change_password', proof: 'email_code' } as const;
  const { told, samples } = await previewCohort(ctx(), { incidentSlug, cohort: 'listed', order });
  expect(told).toBe(false);
  expect(samples).toMatchObject([{ incident: { state: 'affected', dataInvolved: ['email'], todo: [{ kind: 'change_password', proof: 'email_code' }] } }]);
});

test('who is closed is no sample, an empty list has none, and what is not there is not found', async () => {
  const incidentSlug = await createIncident(database.db);
  const closed = await createAccount(database.db, { disabledAt: new Date() });
  await defineCohort(ctx(), { incidentSlug, name: 'closed', accountIds: [String(closed.id)], dataInvolved: [], toldFirst: false });
  expect(await previewCohort(ctx(), { incidentSlug, cohort: 'closed' })).toMatchObject({ size: 0, samples: [] });
  await expect(previewCohort(ctx(), { incidentSlug, cohort: 'nobody' })).rejects.toMatchObject({ kind: 'not_found' });
  const order = { kind: 'upgrade_app', proof: 'current' } as const;
  await expect(previewCohort(ctx(), { incidentSlug, cohort: 'closed', order })).rejects.toMatchObject({ kind: 'invalid' });
});
