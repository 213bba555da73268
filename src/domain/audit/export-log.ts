import { z } from 'zod';
import type { PrismaClient } from '#generated/prisma/client.ts';
import { instant } from '#model/instant.ts';
import { verb } from '#domain/core/verb.ts';
import { type Entry, entriesBetween } from './entry.ts';

/** Counting a log of many years takes its time. */
const COUNT_MS = 600_000;

export interface ExportView {
  entries: number;
  /** A line of JSON each, in the order of the log; read as they are asked for. */
  lines: AsyncIterable<string>;
}

/**
 * The audit log, from `since` on, as lines of JSON. That somebody takes it is recorded before the first line is given out: an export that breaks off was one.
 * The entry about it is not among them.
 */
export const exportLog = verb({
  name: 'audit/export-log',
  input: z.strictObject({ since: instant.optional() }),
  timeoutMs: COUNT_MS,
  async run(tx, { db, progress }, { since }): Promise<ExportView> {
    const where = since === undefined ? {} : { at: { gte: since } };
    const { _count: entries, _min: first, _max: last } = await tx.auditEntry.aggregate({ where, _count: true, _min: { seq: true }, _max: { seq: true } });
    const from = { db, fromSeq: first.seq ?? 0n, toSeq: last.seq ?? -1n, since: since === undefined ? null : new Date(since) };
    return { entries, lines: linesOf(from, (done) => progress?.('Entries exported', done, entries)) };
  },
  audit: ({ entries }, { since }) => ({ subject: 'audit', detail: { entries, since: since ?? null } }),
});

interface Span {
  db: PrismaClient;
  fromSeq: bigint;
  toSeq: bigint;
  since: Date | null;
}

async function* linesOf({ db, fromSeq, toSeq, since }: Span, tell: (done: number) => void): AsyncGenerator<string> {
  let done = 0;
  for await (const entry of entriesBetween(db, fromSeq, toSeq)) {
    // Numbers are given in another order than times.
    if (since !== null && new Date(entry.at) < since) continue;
    yield lineOf(entry);
    done += 1;
    tell(done);
  }
}

/** `detail` is JSON already, and stays as it is: no number in it is rounded. */
function lineOf({ seq, at, actor, verb, subject, outcome, detail }: Entry): string {
  return `${JSON.stringify({ seq: String(seq), at, actor, verb, subject, outcome }).slice(0, -1)},"detail":${detail}}`;
}
