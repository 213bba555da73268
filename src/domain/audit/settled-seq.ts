import { setTimeout as later } from 'node:timers/promises';
import type { PrismaClient } from '#generated/prisma/client.ts';

/** Between two looks, in milliseconds, and how often it is looked: an entry is the last thing that a transaction writes. */
const LOOK_EVERY_MS = 20;
const LOOKS = 250;

/**
 * A number up to which the audit log is settled: no entry with that number or a lower one is still to be committed. Numbers are given in one order
 * and committed in another, so the highest that is seen is none. Who is given a number holds the table's lock for writers before it, and until its transaction
 * ends: once all who held it after the sequence was read have let it go, what was given until then is there or never will be. Nobody waits
 * for this, it only looks. Null while somebody keeps a transaction open for seconds.
 */
export async function settledSeq(db: PrismaClient): Promise<bigint | null> {
  const [sequence] = await db.$queryRaw<[{ last: bigint }]>`
    SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END AS last FROM "AuditEntry_seq_seq"`;
  let waited = await writers(db);
  for (let look = 0; waited.size > 0; look += 1) {
    if (look === LOOKS) return null;
    await later(LOOK_EVERY_MS);
    waited = waited.intersection(await writers(db));
  }
  return sequence.last;
}

/** The transactions that have written to the log and go on, each by a name that no other ever has. */
async function writers(db: PrismaClient): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ virtualtransaction: string }[]>`
    SELECT virtualtransaction FROM pg_locks WHERE locktype = 'relation' AND mode = 'RowExclusiveLock'
      AND relation = '"AuditEntry"'::regclass AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  return new Set(rows.map(({ virtualtransaction }) => virtualtransaction));
}
