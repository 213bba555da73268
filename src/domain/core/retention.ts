import type { PrismaClient } from '#generated/prisma/client.ts';
import { readClock } from './postgres/database-clock.ts';

const DAY_MS = 86_400_000;

interface Kept {
  what: string;
  /** Days after the instant that `remove` looks at. */
  days: number;
  remove: (db: PrismaClient, before: Date) => PromiseLike<{ count: number }>;
}

/** What is kept for how long; docs/retention.md says the same to people. */
const RETENTION: readonly Kept[] = [
  { what: 'ended sessions', days: 90, remove: (db, before) => db.session.deleteMany({ where: { endedAt: { lt: before } } }) },
  // Nobody ends these: they are over 30 days after they were last seen.
  { what: 'idle sessions', days: 120, remove: (db, before) => db.session.deleteMany({ where: { endedAt: null, lastSeenAt: { lt: before } } }) },
  // 13 months.
  { what: 'security events', days: 396, remove: (db, before) => db.securityEvent.deleteMany({ where: { at: { lt: before } } }) },
  { what: 'one-time codes', days: 1, remove: (db, before) => db.oneTimeCode.deleteMany({ where: { expiresAt: { lt: before } } }) },
  { what: 'proof grants', days: 1, remove: (db, before) => db.proofGrant.deleteMany({ where: { expiresAt: { lt: before } } }) },
  { what: 'challenges of passkeys', days: 1, remove: (db, before) => db.passkeyChallenge.deleteMany({ where: { expiresAt: { lt: before } } }) },
  {
    what: 'authenticator apps that nobody confirmed',
    days: 1,
    remove: (db, before) => db.totpSecret.deleteMany({ where: { confirmedAt: null, addedAt: { lt: before } } }),
  },
  { what: 'processes that are not seen any more', days: 1, remove: (db, before) => db.process.deleteMany({ where: { seenAt: { lt: before } } }) },
  {
    what: 'imports that nobody finished',
    days: 7,
    async remove(db, before) {
      const [run] = await db.$queryRaw<{ rows: bigint }[]>`
        WITH old AS (DELETE FROM account_import.run WHERE "touchedAt" < ${before} RETURNING rows),
        staged AS (DELETE FROM account_import.staged WHERE EXISTS (SELECT 1 FROM old)),
        rejected AS (DELETE FROM account_import.rejected WHERE EXISTS (SELECT 1 FROM old))
        SELECT rows FROM old`;
      return { count: Number(run?.rows ?? 0) };
    },
  },
  // 7 years; entries hold account ids only.
  { what: 'audit entries', days: 2557, remove: (db, before) => db.auditEntry.deleteMany({ where: { at: { lt: before } } }) },
  {
    what: 'counters of failures',
    days: 0,
    remove: async (db, before) => ({ count: await db.$executeRaw`DELETE FROM limits.failure WHERE expire < ${BigInt(before.getTime())}` }),
  },
];

/** Deletes what is past its time, by the database's clock. */
export async function prune(db: PrismaClient): Promise<void> {
  const now = await readClock(db);
  for (const { days, remove } of RETENTION) await remove(db, new Date(now.getTime() - days * DAY_MS));
}
