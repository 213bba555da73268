import type { PrismaClient } from '#generated/prisma/client.ts';
import { ADDRESS_KEPT_MS } from '#model/account/address-kept.ts';
import { readClock } from './postgres/database-clock.ts';

const DAY_MS = 86_400_000;
/** 7 years. */
export const AUDIT_DAYS = 2557;

interface Kept {
  what: string;
  /** Days after the instant that `remove` looks at. */
  days: number;
  remove: (db: PrismaClient, before: Date) => PromiseLike<{ count: number }>;
}

/** What is kept for how long; docs/retention.md says the same to people. */
const RETENTION: readonly Kept[] = [
  { what: 'ended sessions', days: 90, remove: (db, before) => db.session.deleteMany({ where: { endedAt: { lt: before } } }) },
  // Nobody ended these: their time was over.
  { what: 'sessions that are over', days: 90, remove: (db, before) => db.session.deleteMany({ where: { endedAt: null, expiresAt: { lt: before } } }) },
  // 13 months.
  { what: 'security events', days: 396, remove: (db, before) => db.securityEvent.deleteMany({ where: { at: { lt: before } } }) },
  { what: 'changes of an address', days: 396, remove: (db, before) => db.addressChange.deleteMany({ where: { at: { lt: before } } }) },
  {
    what: 'the password that stood when an address was changed',
    days: ADDRESS_KEPT_MS / DAY_MS,
    remove: (db, before) => db.addressChange.updateMany({ where: { at: { lt: before }, passwordHash: { not: null } }, data: { passwordHash: null } }),
  },
  { what: 'one-time codes', days: 1, remove: (db, before) => db.oneTimeCode.deleteMany({ where: { expiresAt: { lt: before } } }) },
  { what: 'proof grants', days: 1, remove: (db, before) => db.proofGrant.deleteMany({ where: { expiresAt: { lt: before } } }) },
  { what: 'forms that were refused', days: 1, remove: (db, before) => db.keptForm.deleteMany({ where: { expiresAt: { lt: before } } }) },
  { what: 'challenges of passkeys', days: 1, remove: (db, before) => db.passkeyChallenge.deleteMany({ where: { expiresAt: { lt: before } } }) },
  {
    what: 'authenticator apps that nobody confirmed',
    days: 1,
    remove: (db, before) => db.totpSecret.deleteMany({ where: { confirmedAt: null, addedAt: { lt: before } } }),
  },
  { what: 'processes that are not seen any more', days: 1, remove: (db, before) => db.process.deleteMany({ where: { seenAt: { lt: before } } }) },
  { what: 'who had a draft open', days: 1, remove: (db, before) => db.presence.deleteMany({ where: { seenAt: { lt: before } } }) },
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
  {
    // Entries hold account ids only. They go with their seals, whose day is counted; the newest seal that is past it stays: there the chain begins.
    what: 'audit entries',
    days: AUDIT_DAYS,
    async remove(db, before) {
      const kept = await db.auditSeal.findFirst({ where: { sealedAt: { gte: before } }, orderBy: { toSeq: 'asc' }, select: { fromSeq: true } });
      if (!kept) return { count: 0 };
      const [, entries] = await db.$transaction([
        db.auditSeal.deleteMany({ where: { toSeq: { lt: kept.fromSeq - 1n } } }),
        db.auditEntry.deleteMany({ where: { seq: { lt: kept.fromSeq } } }),
      ]);
      return entries;
    },
  },
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
