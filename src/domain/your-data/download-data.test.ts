import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AccountActor } from '#domain/core/context.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { operator, testContext, visitor } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { accountInEveryTable, SECRET } from '#tests/support/rows/account-in-every-table.ts';
import { createIncident } from '#tests/support/sample-incident.ts';
import { LISTS } from './account-data.ts';
import { downloadData } from './download-data.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(() => database.db.$executeRaw`TRUNCATE "Account", "AuditEntry", "CohortMember", "Incident", "Post", "PasskeyChallenge" RESTART IDENTITY CASCADE`);
afterAll(() => database.close());

const download = (actor: AccountActor) => downloadData(testContext(database.db, actor), {});

/** A cohort of an incident, which asks its accounts for a new password. */
async function cohort(incidentSlug: string, name: string, data: { rule?: object; toldFirst?: boolean } = {}): Promise<number> {
  const { db } = database;
  const { id: incidentId } = await db.incident.findUniqueOrThrow({ where: { slug: incidentSlug } });
  const made = await db.cohort.create({ data: { incidentId, name, dataInvolved: ['name'], size: 1, staff: 0, countedAt: new Date(), ...data } });
  const since = new Date(Date.now() - 3_600_000);
  await db.requiredAction.create({ data: { cohortId: made.id, kind: 'change_password', since, state: 'active' } });
  return made.id;
}

test('every table with rows about an account has its list', async () => {
  const tables = await database.db.$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'accountId'`;
  expect(Object.keys(LISTS).sort()).toEqual(tables.map(({ name }) => name).sort());
});

test('all that there is about the account is in it, nothing of anybody else, and nothing secret', async () => {
  const { db } = database;
  await cohort(await createIncident(db), 'listed');
  const { account, actor, secret, session } = await accountInEveryTable(db, { email: 'kim@tempo.example' });
  const other = await accountInEveryTable(db, { email: 'lee@tempo.example', market: 'NO' });
  const data = await download(actor);
  for (const list of Object.values(LISTS)) expect([list, data[list].length]).toEqual([list, 1]);
  expect(data.account).toMatchObject({ accountId: String(account.id), email: 'kim@tempo.example', market: 'US', locale: 'en', hasPassword: true });
  const text = JSON.stringify(data);
  for (const word of ['kim@tempo.example', 'Kim’s key', 'android', '9.1.0', 'Firefox on Linux', '192.0.2.0/24', 'signed_in']) expect(text).toContain(word);
  for (const word of ['lee@tempo.example', SECRET, Buffer.from(SECRET).toString('base64'), secret, session.id, other.session.id])
    expect([word, text.includes(word)]).toEqual([word, false]);
  expect(data.incidents).toMatchObject([
    { cohort: 'listed', dataInvolved: ['name'], asked: [{ kind: 'change_password', state: 'active', doneAt: expect.any(Date) }] },
  ]);
});

test('that it was taken is seen by its person and stands in the audit log, and both only if it was', async () => {
  const { db } = database;
  const { account, actor } = await accountInEveryTable(db);
  await download(actor);
  expect(await db.securityEvent.findMany({ where: { kind: 'data_downloaded' } })).toMatchObject([
    { accountId: account.id, device: 'Firefox on Linux', network: '192.0.2.0/24' },
  ]);
  expect(await db.auditEntry.findMany()).toMatchObject([{ verb: 'your-data/download-data', outcome: 'done', subject: `account:${account.id}`, detail: {} }]);
  await db.session.updateMany({ data: { endedAt: new Date() } });
  await expect(download(actor)).rejects.toMatchObject({ reason: 'signed_out' });
  expect(await db.securityEvent.count({ where: { kind: 'data_downloaded' } })).toBe(1);
});

test('however many events there are, all are in it, in their order', async () => {
  const { db } = database;
  const { session, actor } = await createSession(db, await createAccount(db), { authenticatedAt: new Date() });
  await db.$executeRaw`
    INSERT INTO "SecurityEvent" ("accountId", at, kind, device, network)
    SELECT ${session.accountId}, now() - make_interval(secs => 20000 - number), 'signed_in', number::text, '' FROM generate_series(1, 10001) AS number`;
  const { events } = await download(actor);
  expect(events.map((event) => (event as { device: string }).device)).toEqual(Array.from({ length: 10_001 }, (_, index) => String(index + 1)));
});

test('an incident that nobody is told of yet is not told by it; by a rule one is concerned as by a list', async () => {
  const { db } = database;
  const [told, untold] = [await createIncident(db), await createIncident(db, { published: false })];
  await cohort(told, 'others');
  const { account, actor } = await accountInEveryTable(db);
  await db.cohortMember.deleteMany({});
  await cohort(told, 'all', { rule: { everyone: true } });
  const secret = await cohort(untold, 'early');
  await db.cohortMember.create({ data: { accountId: account.id, cohortId: secret } });
  const cohorts = async () => (await download(actor)).incidents.map(({ incident, cohort }) => [incident, cohort]);
  expect(await cohorts()).toEqual([[told, 'all']]);
  await db.cohort.update({ where: { id: secret }, data: { toldFirst: true } });
  expect(await cohorts()).toEqual([
    [told, 'all'],
    [untold, 'early'],
  ]);
});

test.each<[string, (actor: AccountActor) => AccountActor, string]>([
  ['a restricted session', (actor) => ({ ...actor, session: 'restricted' }), 'restricted'],
  [
    'who has not shown for a quarter of an hour that it is them',
    (actor) => ({ ...actor, authenticated: { at: new Date(Date.now() - 16 * 60_000), level: 'password' } }),
    'step_up',
  ],
])('%s gets nothing, and that is on record', async (_, changed, reason) => {
  const { db } = database;
  const { actor } = await accountInEveryTable(db);
  await expect(download(changed(actor))).rejects.toMatchObject({ kind: 'forbidden', reason });
  expect(await db.auditEntry.findMany()).toMatchObject([{ verb: 'your-data/download-data', outcome: 'forbidden', actor: `account:${actor.accountId}` }]);
});

test.each([visitor, operator])('only its person takes it, by a door of theirs: not %j', async (actor) => {
  await expect(downloadData(testContext(database.db, actor), {})).rejects.toMatchObject({ kind: 'forbidden' });
});
