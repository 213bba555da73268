import { afterAll, beforeAll, expect, test } from 'vitest';
import { activateAction } from '#domain/actions/activate-action.ts';
import { defineCohort } from '#domain/cohorts/define-cohort.ts';
import { createIncident } from '#tests/support/sample-incident.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { operator, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { readActivity } from '#domain/sessions/read-activity.ts';
import { readStatus } from './read-status.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('an account sees each published incident as it concerns it, and early only where it is told first', async () => {
  const account = await createAccount(database.db, { market: 'SE' });
  await database.db.appInstall.create({ data: { accountId: account.id, installId: 'phone', platform: 'android', version: '9.1.0', seenAt: new Date() } });
  const { actor } = await createSession(database.db, account);
  const op = testContext(database.db, operator);
  const [concerning, foreign, secret, early] = [
    await createIncident(database.db),
    await createIncident(database.db, { status: 'investigating' }),
    await createIncident(database.db, { published: false }),
    await createIncident(database.db, { published: false }),
  ];
  const list = { accountIds: [String(account.id)] };
  await defineCohort(op, { incidentSlug: concerning, name: 'listed', ...list, dataInvolved: ['email'], toldFirst: false });
  const { size: count } = await defineCohort(op, { incidentSlug: concerning, name: 'android', rule: { everyone: true }, dataInvolved: [], toldFirst: false });
  await defineCohort(op, { incidentSlug: secret, name: 'listed', ...list, dataInvolved: ['email'], toldFirst: false });
  await defineCohort(op, { incidentSlug: early, name: 'listed', ...list, dataInvolved: [], toldFirst: true });
  await activateAction(op, { incidentSlug: concerning, cohort: 'listed', count: 1, kind: 'change_password', proof: 'email_code' });
  await activateAction(op, {
    incidentSlug: concerning,
    cohort: 'android',
    count,
    kind: 'upgrade_app',
    proof: 'current',
    platform: 'android',
    fixedVersion: '9.2.0',
  });

  const view = await readStatus(testContext(database.db, { ...actor, session: 'restricted' }), {});
  expect(view).toMatchObject({ email: account.email, restricted: true, installs: [{ platform: 'android', version: '9.1.0', fixedVersion: '9.2.0' }] });
  const of = (slug: string) => view.incidents.find((incident) => incident.slug === slug);
  expect(of(concerning)).toMatchObject({
    state: 'affected',
    tone: 'act',
    status: 'identified',
    published: ['en'],
    dataInvolved: ['email'],
    todo: [
      { kind: 'change_password', proof: 'email_code' },
      { kind: 'upgrade_app', tone: 'act' },
    ],
  });
  expect(of(foreign)).toMatchObject({ state: 'checking', status: 'investigating', todo: [] });
  expect(of(secret)).toBeUndefined();
  expect(of(early)).toMatchObject({ state: 'nothing', status: 'investigating', published: [] });
});

test('an action that starts later isn’t asked yet', async () => {
  const account = await createAccount(database.db);
  const { actor } = await createSession(database.db, account);
  const op = testContext(database.db, operator);
  const incidentSlug = await createIncident(database.db);
  await defineCohort(op, { incidentSlug, name: 'listed', accountIds: [String(account.id)], dataInvolved: [], toldFirst: false });
  const startsAt = new Date(Date.now() + 3_600_000);
  await activateAction(op, { incidentSlug, cohort: 'listed', count: 1, kind: 'change_password', proof: 'current', startsAt: startsAt.toISOString() });
  const todo = async () => (await readStatus(testContext(database.db, actor), {})).incidents.find((incident) => incident.slug === incidentSlug)?.todo;
  expect(await todo()).toEqual([]);
  await database.db.$executeRaw`UPDATE "RequiredAction" SET "startsAt" = now() WHERE "startsAt" = ${startsAt}`;
  expect(await todo()).toMatchObject([{ kind: 'change_password', done: false }]);
});

test('activity holds the person’s own live sessions and events; a restricted session sees the sessions', async () => {
  const [account, stranger] = [await createAccount(database.db), await createAccount(database.db)];
  const here = await createSession(database.db, account);
  await createSession(database.db, account, { endedAt: new Date() });
  await createSession(database.db, stranger);
  const events = [account, stranger].flatMap(({ id }) =>
    Array.from({ length: 25 }, (_, n) => ({ accountId: id, at: new Date(n * 1000), kind: 'signed_in', device: String(id), network: `192.0.${n}.0/24` })),
  );
  await database.db.securityEvent.createMany({ data: events });
  const view = await readActivity(testContext(database.db, here.actor), { windows: [] });
  expect(view.sessions).toMatchObject([{ id: here.session.id, current: true }]);
  expect(view.events).toHaveLength(20);
  expect(new Set(view.events?.map((event) => event.device))).toEqual(new Set([String(account.id)]));
  expect(view.events?.[0]?.at).toBe(new Date(24_000).toISOString());
  const restricted = await readActivity(testContext(database.db, { ...here.actor, session: 'restricted' }), { windows: [] });
  expect(restricted).toEqual({ sessions: view.sessions, events: null });
});

test('what is over and did not concern the account is a number; what it has of the apps is told all the same', async () => {
  const account = await createAccount(database.db);
  await database.db.appInstall.create({ data: { accountId: account.id, installId: 'phone', platform: 'android', version: '9.1.0', seenAt: new Date() } });
  const { actor } = await createSession(database.db, account);
  const op = testContext(database.db, operator);
  const before = await readStatus(testContext(database.db, actor), {});
  const [over, mine] = [await createIncident(database.db, { status: 'resolved' }), await createIncident(database.db, { status: 'resolved' })];
  await defineCohort(op, { incidentSlug: mine, name: 'listed', accountIds: [String(account.id)], dataInvolved: ['email'], toldFirst: false });
  const view = await readStatus(testContext(database.db, actor), {});
  expect(view.earlier).toBe(before.earlier + 1);
  expect(view.incidents.map(({ slug }) => slug)).toContain(mine);
  expect(view.incidents.map(({ slug }) => slug)).not.toContain(over);
  expect(view.installs).toMatchObject([{ platform: 'android', fixedVersion: '9.2.0' }]);
});

test('incidents that were noticed at one instant stand in the order of their names, whichever was made first', async () => {
  const { actor } = await createSession(database.db, await createAccount(database.db));
  for (let n = 0; n < 6; n += 1) await createIncident(database.db);
  const { incidents } = await readStatus(testContext(database.db, actor), {});
  const slugs = incidents.map(({ slug }) => slug);
  expect(slugs.length).toBeGreaterThan(5);
  expect(slugs).toEqual([...slugs].sort());
});
