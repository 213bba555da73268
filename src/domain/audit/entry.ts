import { createHash } from 'node:crypto';
import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Transaction } from '#domain/core/context.ts';

/** An entry of the audit log, each column in the one spelling that PostgreSQL has for it: no number is rounded, and no session's settings show. */
export interface Entry {
  seq: bigint;
  /** ISO 8601, UTC. */
  at: string;
  actor: string;
  verb: string;
  subject: string;
  outcome: string;
  /** `jsonb` as text: its keys are sorted. */
  detail: string;
}

/** SHA-256 over all columns. */
export function entryHash({ seq, at, actor, verb, subject, outcome, detail }: Entry): Buffer {
  const canonical = JSON.stringify({ actor, at, detail, outcome, seq: String(seq), subject, verb });
  return createHash('sha256').update(canonical).digest();
}

/** The entries whose numbers are from `fromSeq` to `toSeq`, in their order, at most `limit` of them. */
export function readEntries(db: PrismaClient | Transaction, { fromSeq, toSeq, limit }: { fromSeq: bigint; toSeq: bigint; limit: number }): Promise<Entry[]> {
  return db.$queryRaw<Entry[]>`
    SELECT seq, (to_jsonb(at AT TIME ZONE 'UTC') #>> '{}') || 'Z' AS at, actor, verb, subject, outcome, detail::text AS detail
    FROM "AuditEntry" WHERE seq BETWEEN ${fromSeq} AND ${toSeq} ORDER BY seq LIMIT ${limit}`;
}

/** Entries that are in memory at once. */
const PAGE = 1_000;

/** The same, however many there are: a page at a time. */
export async function* entriesBetween(db: PrismaClient | Transaction, fromSeq: bigint, toSeq: bigint): AsyncGenerator<Entry> {
  for (let from = fromSeq; from <= toSeq; ) {
    const page = await readEntries(db, { fromSeq: from, toSeq, limit: PAGE });
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    from = last.seq + 1n;
  }
}
