import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readClock } from '#domain/core/postgres/database-clock.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { HEAD, hash, importTrials } from '#tests/support/imports/import-trials.ts';

const { accounts, database, take } = importTrials();

test('a newer hash ends what the older one had opened; the first one, and one that is kept, end nothing', async () => {
  const { db } = database();
  const row = (name: string, at: string) => `${name}@tempo.example,US,en,,"${hash(`new ${name}`)}",${at}`;
  const changed = new Date('2020-01-01T00:00:00Z');
  const make = async (name: string, passwordHash: string | null, changes: Date[]) => {
    const account = await createAccount(db, { email: `${name}@tempo.example`, passwordHash });
    for (const at of changes) await db.passwordChange.create({ data: { accountId: account.id, at, proof: 'current' } });
    const { session } = await createSession(db, account);
    await db.oneTimeCode.create({ data: { id: name, accountId: account.id, purpose: 'change', expiresAt: new Date() } });
    await db.proofGrant.create({
      data: { id: name, sessionId: session.id, purpose: 'change-password', proof: 'current', passwordVersion: 0, expiresAt: new Date() },
    });
  };
  await make('newer', hash('old'), [changed]);
  await make('older', hash('old'), [changed]);
  await make('same', hash('old'), [changed]);
  await make('undated', hash('old'), [changed]);
  await make('unknown', hash('old'), []);
  await make('none', null, []);
  const { view } = await take(
    [
      HEAD,
      row('newer', '2021-01-01T00:00:00Z'),
      row('older', '2019-01-01T00:00:00Z'),
      row('same', changed.toISOString()),
      row('undated', ''),
      row('unknown', '2021-01-01T00:00:00Z'),
      row('none', ''),
    ].join('\n'),
  );
  expect(view).toMatchObject({ created: 0, changed: 2, unchanged: 4, hashesSet: 2, hashesKept: 4, sessionsEnded: 1 });
  const set = (await accounts()).filter(({ passwordHash }) => passwordHash !== hash('old'));
  expect(set).toMatchObject([
    { email: 'newer@tempo.example', passwordVersion: 1, lastSignInAt: null },
    { email: 'none@tempo.example', passwordVersion: 1 },
  ]);
  const ended = await db.session.findMany({ where: { endedAt: { not: null } }, include: { account: true } });
  expect(ended.map(({ account }) => account.email)).toEqual(['newer@tempo.example']);
  expect([await db.proofGrant.count(), await db.oneTimeCode.count(), await db.passwordChange.count(), await db.securityEvent.count()]).toEqual([5, 5, 4, 1]);
});

test('what a newer hash takes the place of is kept among the former ones, at most five, and what was known of it is not said of the new one', async () => {
  const { db } = database();
  const at = new Date('2015-01-01T00:00:00Z');
  const account = await createAccount(db, { email: 'a@tempo.example', passwordHash: hash('old'), passwordChangedAt: at, breachAskedAt: at, breachedAt: at });
  for (let n = 0; n < 5; n += 1) await db.formerPassword.create({ data: { accountId: account.id, passwordHash: hash(`before ${n}`), replacedAt: at } });
  await createAccount(db, { email: 'b@tempo.example', passwordHash: hash('kept'), passwordChangedAt: at, breachAskedAt: at, breachedAt: at });
  await take([HEAD, ...['a', 'b'].map((name) => `${name}@tempo.example,FI,en,,"${hash('new')}",${name === 'a' ? 2020 : 2010}-01-01T00:00:00Z`)].join('\n'));
  expect(await accounts()).toMatchObject([
    { passwordHash: hash('new'), breachAskedAt: null, breachedAt: null },
    { passwordHash: hash('kept'), breachAskedAt: at, breachedAt: at },
  ]);
  const former = await db.formerPassword.findMany({ orderBy: { id: 'asc' } });
  expect(former.map(({ passwordHash }) => passwordHash)).toEqual([...[1, 2, 3, 4].map((n) => hash(`before ${n}`)), hash('old')]);
});

test('an account of the team takes no password from a file, neither a newer one nor its first', async () => {
  const { db } = database();
  const enrolled = await createAccount(db, { email: 'enrolled@tempo.example', roles: ['admin'], passwordHash: hash('own') });
  await db.passwordChange.create({ data: { accountId: enrolled.id, at: new Date('2015-01-01T00:00:00Z'), proof: 'current' } });
  const { session } = await createSession(db, enrolled);
  await createAccount(db, { email: 'invited@tempo.example', roles: ['responder'], passwordHash: null });
  const rows = ['enrolled', 'invited'].map((name) => `${name}@tempo.example,FI,de,,"${hash('customer')}",2020-01-01T00:00:00Z`);
  const { view } = await take([HEAD, ...rows].join('\n'));
  expect(view).toMatchObject({ created: 0, changed: 2, hashesSet: 0, hashesKept: 2, sessionsEnded: 0 });
  expect(await accounts()).toMatchObject([
    { passwordHash: hash('own'), passwordVersion: 0, roles: ['admin'], market: 'FI', disabledAt: null },
    { passwordHash: null, passwordVersion: 0, roles: ['responder'], market: 'FI' },
  ]);
  expect((await db.session.findUniqueOrThrow({ where: { id: session.id } })).endedAt).toBeNull();
});

test('whatever is imported and changed in whatever order, nobody gets an older password back', async () => {
  const { db } = database();
  const DAY_MS = 86_400_000;
  const day = fc.integer({ min: 1, max: 60 });
  const event = fc.oneof(
    fc.record({ act: fc.constant('change' as const) }),
    fc.record({ act: fc.constant('import' as const), day: fc.option(day), who: fc.constantFrom('a', 'b') }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 8 }), async (events) => {
      await db.$executeRaw`TRUNCATE "Account" CASCADE`;
      const { id: accountId } = await createAccount(db, { email: 'a@tempo.example' });
      const start = Date.now() - 100 * DAY_MS;
      /** The password that stands, and since when as far as anybody knows; changes here are on the days between. */
      let stands: { hash: string | null; at: number | null } = { hash: null, at: null };
      for (const [index, each] of events.entries()) {
        const name = hash(`h${index}`);
        if (each.act === 'change') {
          const at = start + (index + 1) * 7.5 * DAY_MS;
          await db.account.update({ where: { id: accountId }, data: { passwordHash: name, passwordVersion: { increment: 1 } } });
          await db.passwordChange.create({ data: { accountId, at: new Date(at), proof: 'current' } });
          stands = { hash: name, at: Math.max(at, stands.at ?? 0) };
        } else {
          const at = each.day === null ? null : start + each.day * DAY_MS;
          await take(`${HEAD}\n${each.who}@tempo.example,US,en,,"${name}",${at === null ? '' : new Date(at).toISOString()}`);
          if (each.who === 'a' && (stands.hash === null || (at !== null && stands.at !== null && at > stands.at))) stands = { hash: name, at };
        }
        expect((await db.account.findUniqueOrThrow({ where: { id: accountId } })).passwordHash).toBe(stands.hash);
      }
    }),
    { numRuns: 25 },
  );
});

test('who changes a password while the merge waits for the account keeps the change', async () => {
  const { db } = database();
  const { id } = await createAccount(db, { email: 'a@tempo.example', passwordHash: hash('old') });
  await db.passwordChange.create({ data: { accountId: id, at: new Date('2015-01-01T00:00:00Z'), proof: 'current' } });
  let importing: ReturnType<typeof take> | undefined;
  await db.$transaction(
    async (tx) => {
      // As a verb's transaction begins: locked, and nothing changed yet.
      await tx.$executeRaw`SELECT id FROM "Account" WHERE id = ${id} FOR NO KEY UPDATE`;
      importing = take(`${HEAD}\na@tempo.example,US,en,,"${hash('imported')}",2020-01-01T00:00:00Z`);
      // Until the merge stands before the row.
      for (let waits = 0; waits === 0; ) {
        const [row] = await db.$queryRaw<[{ count: bigint }]>`SELECT count(*) FROM pg_locks WHERE NOT granted`;
        waits = Number(row.count);
      }
      await tx.account.update({ where: { id }, data: { passwordHash: hash('own'), passwordVersion: { increment: 1 } } });
      await tx.passwordChange.create({ data: { accountId: id, at: await readClock(tx), proof: 'current' } });
    },
    { timeout: 30_000 },
  );
  expect((await importing)?.view).toMatchObject({ hashesSet: 0, hashesKept: 1, unchanged: 1 });
  expect(await accounts()).toMatchObject([{ passwordHash: hash('own') }]);
});
