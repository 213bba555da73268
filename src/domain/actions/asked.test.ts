import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resumeSession } from '#domain/status/resume-session.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { operator, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { createIncident } from '#tests/support/sample-incident.ts';
import { pauseAction } from './pause-action.ts';
import { resumeAction } from './resume-action.ts';
import { isAsked, wasAsked } from './sql.ts';
import { withdrawAction } from './withdraw-action.ts';

let database: TestDatabase;
let cohortId: number;
beforeAll(async () => {
  database = await testDatabase();
  const slug = await createIncident(database.db);
  const { id: incidentId } = await database.db.incident.findUniqueOrThrow({ where: { slug } });
  const cohort = { incidentId, name: 'everyone', rule: { everyone: true }, size: 1, staff: 0, countedAt: new Date() };
  cohortId = (await database.db.cohort.create({ data: cohort })).id;
});
afterAll(() => database.close());

const HOUR_MS = 3_600_000;
const MOVES = { pause: pauseAction, resume: resumeAction, withdraw: withdrawAction };
/** What happens in one of the hours of a history. */
const event = fc.oneof(
  fc.record({ act: fc.constant('activate' as const), beginsIn: fc.integer({ min: 0, max: 6 }) }),
  fc.record({ act: fc.constantFrom('pause' as const, 'resume' as const, 'withdraw' as const), which: fc.nat(2) }),
  fc.record({ act: fc.constant('sign-in' as const) }),
  fc.record({ act: fc.constant('wait' as const) }),
);

/** An order as the words of its verbs have it; hours of the history. */
interface Told {
  id: number;
  since: number;
  begins: number;
  state: 'active' | 'paused' | 'withdrawn';
  asked: boolean;
}

/** Lets an hour pass: everything that has happened, or will, is an hour longer ago. */
async function anHourLater(): Promise<void> {
  const hour = `interval '1 hour'`;
  await database.db.$executeRawUnsafe(
    `UPDATE "RequiredAction" SET since = since - ${hour}, "startsAt" = "startsAt" - ${hour}, "pausedAt" = "pausedAt" - ${hour}, "withdrawnAt" = "withdrawnAt" - ${hour}`,
  );
  await database.db.$executeRawUnsafe(`UPDATE "Session" SET "createdAt" = "createdAt" - ${hour}, "lastSeenAt" = now()`);
}

test('over any history of orders, they ask as told, and a session that one ended never lives again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 4, maxLength: 14 }), async (events) => {
      const { db } = database;
      await db.requiredAction.deleteMany();
      await db.session.deleteMany();
      const account = await createAccount(db);
      const sessions: { secret: string; at: number; dead: boolean }[] = [];
      const orders: Told[] = [];
      const signIn = async (at: number) => {
        const { secret } = await createSession(db, account, { createdAt: new Date(), lastSeenAt: new Date() });
        sessions.push({ secret, at, dead: false });
      };
      await signIn(0);
      for (const [index, each] of events.entries()) {
        await anHourLater();
        const now = index + 1;
        // What begins in this hour has begun before anything is done in it.
        for (const order of orders) if (order.state === 'active' && order.begins <= now) order.asked = true;
        if (each.act === 'sign-in') await signIn(now);
        if (each.act === 'activate') {
          const startsAt = each.beginsIn === 0 ? null : new Date(Date.now() + each.beginsIn * HOUR_MS - HOUR_MS / 2);
          const since = new Date();
          const { id } = await db.requiredAction.create({ data: { cohortId, kind: 'sign_in_again', since, startsAt, state: 'active' } });
          orders.push({ id, since: now, begins: now + each.beginsIn, state: 'active', asked: each.beginsIn === 0 });
        }
        const order = 'which' in each ? orders[each.which % Math.max(1, orders.length)] : undefined;
        if ('which' in each && order) {
          const may = { pause: order.state === 'active', resume: order.state === 'paused', withdraw: order.state !== 'withdrawn' }[each.act];
          const moved = await MOVES[each.act](testContext(db, operator), { actionId: order.id }).then(
            () => true,
            () => false,
          );
          expect(moved, `${each.act} of a ${order.state} order`).toBe(may);
          if (may) order.state = ({ pause: 'paused', resume: 'active', withdraw: 'withdrawn' } as const)[each.act];
          if (order.state === 'active' && order.begins <= now) order.asked = true;
        }
        const rows = await db.$queryRaw<{ id: number; asks: boolean; asked: boolean }[]>`
          SELECT r.id, ${isAsked} AS asks, ${wasAsked} AS asked FROM "RequiredAction" r ORDER BY r.id`;
        const told = orders.map(({ id, state, begins, asked }) => ({ id, asks: state === 'active' && begins <= now, asked }));
        expect(rows, `after ${JSON.stringify(events.slice(0, now))}`).toEqual(told);
        for (const session of sessions) {
          session.dead ||= orders.some(({ asked, since }) => asked && session.at < since);
          expect((await resumeSession(db, session.secret)).kind, `a session of hour ${session.at}, after ${JSON.stringify(events.slice(0, now))}`).toBe(
            session.dead ? 'asked_again' : 'live',
          );
        }
      }
    }),
    { numRuns: 60 },
  );
}, 240_000);
