import { afterAll, beforeAll, expect, test } from 'vitest';
import { endOtherSessions } from '#domain/sessions/end-other-sessions.ts';
import { endSessions } from '#domain/sessions/end-sessions.ts';
import { readActivity } from '#domain/sessions/read-activity.ts';
import { reportSession } from '#domain/sessions/report-session.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { noticesOf } from '#tests/support/mail/notices-of.ts';
import { outcomeOf } from '#tests/support/verbs/outcome-of.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** An account with so many sessions, the first of which acts. */
async function person(count: number) {
  const account = await createAccount(database.db);
  const sessions = await Promise.all(Array.from({ length: count }, () => createSession(database.db, account)));
  const ids = sessions.map(({ session }) => session.id);
  const actor = sessions[0]?.actor as (typeof sessions)[number]['actor'];
  const alive = async () => (await database.db.session.findMany({ where: { accountId: account.id, endedAt: null } })).map(({ id }) => ids.indexOf(id)).sort();
  const kinds = async () => (await database.db.securityEvent.findMany({ where: { accountId: account.id }, orderBy: { id: 'asc' } })).map(({ kind }) => kind);
  return { account, ids, actor, ctx: testContext(database.db, actor), alive, kinds };
}
const half = (actor: Awaited<ReturnType<typeof person>>['actor']) => testContext(database.db, { ...actor, session: 'half' });

test('several end at once, each with its event; a stranger’s and one that is over are passed over, also in a restricted session', async () => {
  const [mine, theirs] = [await person(5), await person(1)];
  const restricted = testContext(database.db, { ...mine.actor, session: 'restricted' });
  const [, one = '', two = ''] = mine.ids;
  expect(await endSessions(restricted, { sessionIds: [one, two, ...theirs.ids] })).toEqual({ ended: 2 });
  expect([await mine.alive(), await theirs.alive(), await mine.kinds()]).toEqual([[0, 3, 4], [0], ['session_ended', 'session_ended']]);
  expect(await endSessions(mine.ctx, { sessionIds: [one] })).toEqual({ ended: 0 });
  expect(await endSessions(mine.ctx, { sessionIds: [] })).toEqual({ ended: 0 });
  expect(await outcomeOf(endSessions(mine.ctx, { sessionIds: ["' OR 1=1"] }))).toBe('not_a_form');
  expect(await outcomeOf(endSessions(mine.ctx, { sessionIds: Array(100).fill(one) }))).toBe('not_a_form');
  expect(await outcomeOf(endSessions(half(mine.actor), { sessionIds: [one] }))).toBe('half');
});

test('all others end, and this one goes on; two at once end each once', async () => {
  const mine = await person(120);
  const restricted = testContext(database.db, { ...mine.actor, session: 'restricted' });
  const ended = (await Promise.all([endOtherSessions(restricted, {}), endOtherSessions(mine.ctx, {})])).map((view) => view.ended);
  expect([ended.sort(), await mine.alive()]).toEqual([[0, 119], [0]]);
  expect(await database.db.securityEvent.count({ where: { accountId: mine.account.id } })).toBe(119);
  expect(await outcomeOf(endOtherSessions(half(mine.actor), {}))).toBe('half');
});

test('a session that was not the person ends, and the responders are told, the first times of a day', async () => {
  const responder = await createAccount(database.db, { roles: ['responder'] });
  const [mine, theirs] = [await person(8), await person(1)];
  expect(await reportSession(mine.ctx, { sessionId: mine.ids[1] ?? '' })).toEqual({ ended: 1, told: 1 });
  expect([await mine.alive(), await mine.kinds()]).toEqual([
    [0, 2, 3, 4, 5, 6, 7],
    ['session_ended', 'session_reported'],
  ]);
  const news = { kind: 'session_reported', about: String(mine.account.id), device: 'Firefox on Linux', network: '192.0.2.0/24' };
  expect(await noticesOf(database.db, responder.id)).toMatchObject([news]);
  // Also one that is over, and never the acting one, a stranger's, or what is none.
  expect(await reportSession(mine.ctx, { sessionId: mine.ids[1] ?? '' })).toEqual({ ended: 0, told: 1 });
  expect(await outcomeOf(reportSession(mine.ctx, { sessionId: mine.ids[0] ?? '' }))).toBe('not_found');
  expect(await outcomeOf(reportSession(mine.ctx, { sessionId: theirs.ids[0] ?? '' }))).toBe('not_found');
  expect(await outcomeOf(reportSession(half(mine.actor), { sessionId: mine.ids[2] ?? '' }))).toBe('half');
  expect(await noticesOf(database.db, responder.id)).toHaveLength(2);
  const restricted = testContext(database.db, { ...mine.actor, session: 'restricted' });
  const told = [];
  for (const id of mine.ids.slice(2, 6)) told.push((await reportSession(restricted, { sessionId: id })).told);
  expect([told, await mine.alive()]).toEqual([
    [1, 0, 0, 0],
    [0, 6, 7],
  ]);
});

test('of something that happened, each other session from its place ends', async () => {
  const [mine, theirs] = [await person(1), await person(1)];
  const place = { device: 'Chrome on Windows', network: '203.0.113.0/24' };
  for (let n = 0; n < 2; n += 1) await createSession(database.db, mine.account, place);
  await createSession(database.db, mine.account, { ...place, network: '203.0.114.0/24' });
  const event = await database.db.securityEvent.create({ data: { accountId: mine.account.id, at: new Date(), kind: 'signed_in', ...place } });
  const foreign = await database.db.securityEvent.create({ data: { accountId: theirs.account.id, at: new Date(), kind: 'signed_in', ...place } });
  expect(await reportSession(mine.ctx, { eventId: String(event.id) })).toMatchObject({ ended: 2 });
  expect(await database.db.session.count({ where: { accountId: mine.account.id, endedAt: null } })).toBe(2);
  expect(await outcomeOf(reportSession(mine.ctx, { eventId: String(foreign.id) }))).toBe('not_found');
  expect(await outcomeOf(reportSession(mine.ctx, { eventId: '1; DROP' } as never))).not.toBe('done');
});

test('ten thousand failed tries are one line, from wherever they come what is left of twenty, and push nothing else away', async () => {
  const { account, ctx } = await person(1);
  const at = (days: number, n = 0) => new Date(Date.UTC(2026, 10, 20 - days, 12) + n);
  const event = (kind: string, when: Date, network = '192.0.2.0/24') => ({ accountId: account.id, at: when, kind, device: 'Firefox on Linux', network });
  await database.db.securityEvent.createMany({
    data: [
      event('password_changed', at(30)),
      event('signed_in', at(3)),
      ...Array.from({ length: 10_000 }, (_, n) => event('sign_in_failed', at(1, n))),
      ...Array.from({ length: 500 }, (_, n) => event('sign_in_failed', at(0, n), `198.51.${n}.0/24`)),
    ],
  });
  const { events } = await readActivity(ctx, { windows: [{ from: at(3.5).toISOString(), to: at(2.5).toISOString() }] });
  expect(events?.map(({ kind, count, during }) => [kind, count, during])).toEqual([
    ...Array(18).fill(['sign_in_failed', 1, false]),
    ['signed_in', 1, true],
    ['password_changed', 1, false],
  ]);
  const kinds = ['signed_out', 'code_sent', 'proof_failed', 'proof_given', 'signed_in'];
  await database.db.securityEvent.createMany({ data: kinds.flatMap((kind) => Array.from({ length: 9 }, (_, n) => event(kind, at(0, n), `203.0.${n}.0/24`))) });
  const flooded = (await readActivity(ctx, { windows: [] })).events ?? [];
  expect(flooded.at(-1)?.kind).toBe('password_changed');
  expect([...Map.groupBy(flooded, ({ kind }) => kind).values()].map(({ length }) => length)).toEqual([6, 6, 6, 6, 6, 6, 1]);
  await database.db.securityEvent.deleteMany({ where: { network: { startsWith: '198.51.' } } });
  await database.db.securityEvent.deleteMany({ where: { network: { startsWith: '203.0.' } } });
  const calm = (await readActivity(ctx, { windows: [] })).events;
  expect(calm?.map(({ kind, count }) => [kind, count])).toEqual([
    ['sign_in_failed', 10_000],
    ['signed_in', 1],
    ['password_changed', 1],
  ]);
  expect(calm?.[0]).toMatchObject({ since: at(1).toISOString(), at: at(1, 9_999).toISOString() });
});

test('a session that began in an incident’s window is told apart; a hundred are shown, those used last', async () => {
  const { account, ctx, ids } = await person(1);
  const at = new Date('2026-11-20T12:00:00Z');
  await createSession(database.db, account, { createdAt: at });
  const windows = [{ from: '2026-11-20T13:00:00+02:00', to: '2026-11-20T15:00:00+02:00' }];
  const shown = (await readActivity(ctx, { windows })).sessions;
  expect(shown.map(({ id, during }) => [id === ids[0], during]).sort()).toEqual([
    [false, true],
    [true, false],
  ]);
  await Promise.all(Array.from({ length: 110 }, () => createSession(database.db, account, { lastSeenAt: at })));
  const many = (await readActivity(ctx, { windows: [] })).sessions;
  expect([many.length, many.slice(0, 2).every(({ lastSeenAt }) => lastSeenAt > at.toISOString())]).toEqual([100, true]);
  expect(await outcomeOf(readActivity(ctx, { windows: [{ from: 'now', to: 'then' }] }))).not.toBe('done');
});
