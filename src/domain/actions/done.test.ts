import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACTION_KINDS } from '#model/actions.ts';
import { PROOF_METHODS } from '#model/proofs.ts';
import { isBelow } from '#model/version.ts';
import { readClock } from '#domain/core/postgres/database-clock.ts';
import { readAccount } from '#domain/status/read-account.ts';
import { createAccount } from '#tests/support/accounts.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { createIncident } from '#tests/support/sample-incident.ts';
import { KINDS } from './kinds.ts';
import { doneAt } from './sql.ts';

let database: TestDatabase;
let cohortId: number;
beforeAll(async () => {
  database = await testDatabase();
  const slug = await createIncident(database.db);
  const { id: incidentId } = await database.db.incident.findUniqueOrThrow({ where: { slug } });
  cohortId = (await database.db.cohort.create({ data: { incidentId, name: 'everyone', rule: { everyone: true }, size: 1, staff: 0, countedAt: new Date() } }))
    .id;
});
afterAll(() => database.close());

const HOUR_MS = 3_600_000;
/** Hours ago; half an hour off, so that no boundary lies between two reads of the clock. */
const hoursAgo = fc.integer({ min: 0, max: 40 * 24 }).map((hours) => hours + 0.5);
const version = fc.oneof(
  fc.constantFrom('9.2.0', '9.2', 'v9.2.0.0', '9.2.0-beta', '9.2.0+build', '9.1.99', '10', '9.10.1', ' 9.3', 'x.y', '', '9..2', '1.0.0 rc1', '9.2.0-rc+1'),
  fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 4 }).map((numbers) => numbers.join('.')),
);
const platform = fc.constantFrom('android', 'ios');
const order = fc.record({ kind: fc.constantFrom(...ACTION_KINDS), hours: hoursAgo, proof: fc.constantFrom(...PROOF_METHODS), platform, version });
const act = fc.oneof(
  fc.record({ act: fc.constant('change' as const), hours: hoursAgo, proof: fc.constantFrom(...PROOF_METHODS) }),
  fc.record({ act: fc.constant('sign-in' as const), hours: hoursAgo }),
  fc.record({ act: fc.constant('install' as const), hours: hoursAgo, platform, version }),
  fc.record({ act: fc.constantFrom('withdraw' as const, 'pause' as const, 'resume' as const), hours: hoursAgo, which: fc.nat(4) }),
);

type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** Every order's `doneAt` by SQL and by TypeScript, from the same rows. */
async function judge(accountId: bigint): Promise<{ id: number; sql: Date | null; ts: Date | null }[]> {
  const { db } = database;
  const rows = await db.$queryRaw<{ id: number; sql: Date | null }[]>`
    SELECT r.id, ${doneAt} AS sql FROM "RequiredAction" r CROSS JOIN "Account" a WHERE a.id = ${accountId} ORDER BY r.id`;
  const facts = await readAccount(db, accountId);
  const now = await readClock(db);
  const orders = new Map((await db.requiredAction.findMany()).map((row) => [row.id, row]));
  return rows.map(({ id, sql }) => {
    const row = orders.get(id) as NonNullable<ReturnType<typeof orders.get>>;
    return { id, sql, ts: KINDS[row.kind].doneAt(facts, { ...row, since: row.since as Date }, now) };
  });
}

async function happen(accountId: bigint, now: Date, event: Act): Promise<void> {
  const { db } = database;
  const at = new Date(now.getTime() - event.hours * HOUR_MS);
  if (event.act === 'change') await db.passwordChange.create({ data: { accountId, at, proof: event.proof } });
  if (event.act === 'sign-in')
    await db.account.updateMany({ where: { id: accountId, OR: [{ lastSignInAt: null }, { lastSignInAt: { lt: at } }] }, data: { lastSignInAt: at } });
  if (event.act === 'install')
    await db.appInstall.create({ data: { accountId, installId: `${Math.random()}`, platform: event.platform, version: event.version, seenAt: at } });
  if ('which' in event) {
    const rows = await db.requiredAction.findMany({ orderBy: { id: 'asc' } });
    const row = rows[event.which % Math.max(1, rows.length)];
    const moved = {
      withdraw: { state: 'withdrawn', withdrawnAt: at },
      pause: { state: 'paused', pausedAt: at },
      resume: { state: 'active', pausedAt: null },
    } as const;
    if (row && row.state !== 'withdrawn') await db.requiredAction.update({ where: { id: row.id }, data: moved[event.act] });
  }
}

test('done is the same in SQL and in TypeScript, and what is done stays done, whatever else a person does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(order, { minLength: 1, maxLength: 5 }), fc.array(act, { maxLength: 12 }), async (orders, events) => {
      const { db } = database;
      await db.requiredAction.deleteMany();
      const now = await readClock(db);
      const { id: accountId } = await createAccount(db);
      const asked = new Map<number, (typeof orders)[number]>();
      for (const each of orders) {
        const { kind, hours, proof, platform: on, version: fixed } = each;
        const target = kind === 'upgrade_app' ? { platform: on, fixedVersion: fixed } : {};
        const since = new Date(now.getTime() - hours * HOUR_MS);
        asked.set((await db.requiredAction.create({ data: { cohortId, kind, proof, since, state: 'active', ...target } })).id, each);
      }
      const closed = new Set<number>();
      // In the order of time, since nothing happens before what has happened.
      for (const event of [...events].sort((a, b) => b.hours - a.hours)) {
        await happen(accountId, now, event);
        for (const { id, sql, ts } of await judge(accountId)) {
          expect(ts, `order ${id} after ${JSON.stringify(event)}`).toEqual(sql);
          const order = asked.get(id);
          // An older app that is seen again is a new fact, and opens the order for the upgrade again.
          const opens = order?.kind === 'upgrade_app' && event.act === 'install' && event.platform === order.platform && isBelow(event.version, order.version);
          if (closed.has(id) && !opens) expect(sql, `order ${id} opened again after ${JSON.stringify(event)}`).not.toBeNull();
          if (sql) closed.add(id);
          else closed.delete(id);
        }
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);
