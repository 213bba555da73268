import { z } from 'zod';
import type { Context, Transaction } from '#domain/core/context.ts';
import { enqueue } from '#domain/core/jobs.ts';
import { readClock } from '#domain/core/postgres/database-clock.ts';
import { verb } from '#domain/core/verb.ts';
import type { Schedule, ScheduleMiss } from '#generated/prisma/client.ts';
import { namedSubmissions } from '../approved/named-submissions.ts';
import { reasonsSchema } from '../corrections/reasons.ts';
import { lockEditions, makeEdition } from '../make-edition.ts';
import { WAITS_MS } from './lapse.ts';
import { miss } from './miss.ts';

/** Milliseconds: the documents of one post are made in it, after those of others whose turn it was. */
const TIMEOUT_MS = 60_000;

/** What came of it. `early`: it is not its time yet, for so many milliseconds; `over`: it has had its outcome. */
type Outcome = { kind: 'published'; edition: number } | { kind: 'missed'; why: ScheduleMiss } | { kind: 'early'; leftMs: number } | { kind: 'over' };

/**
 * Publishes what a schedule names, if it is due, its time has come by the database's clock and its approvals hold; as often as it is called, once.
 * What is a quarter of an hour late, or approved no more, is missed. Throws Invalid when the edition can't be made; nothing is changed then.
 */
export const publishScheduled = verb({
  name: 'publishing/scheduled/publish-scheduled',
  input: z.strictObject({ schedule: z.int().positive() }),
  timeoutMs: TIMEOUT_MS,
  async run(tx, ctx, { schedule: id }): Promise<Outcome> {
    await lockEditions(tx);
    // Read once the lock is held: whoever had it may have stopped this one, and time has passed.
    const now = await readClock(tx);
    const found = await tx.schedule.findUnique({ where: { id }, include: { texts: true } });
    if (found?.state !== 'due') return { kind: 'over' };
    const lateMs = now.getTime() - found.at.getTime();
    if (lateMs < 0) return { kind: 'early', leftMs: -lateMs };
    return publish(tx, { ...ctx, now }, found, lateMs);
  },
  audit: (outcome, { schedule }) => {
    if (outcome.kind === 'early' || outcome.kind === 'over') return null;
    const detail = outcome.kind === 'published' ? { edition: outcome.edition } : { missed: outcome.why };
    return { subject: `schedule:${schedule}`, detail };
  },
});

async function publish(
  tx: Transaction,
  ctx: Context,
  { id, texts, reasons }: Schedule & { texts: { submissionId: number }[] },
  lateMs: number,
): Promise<Outcome> {
  const missed = async (why: ScheduleMiss): Promise<Outcome> => {
    await miss(tx, ctx, { schedule: id, why });
    return { kind: 'missed', why };
  };
  if (lateMs > WAITS_MS) return missed('no_worker');
  const named = await namedSubmissions(
    tx,
    texts.map(({ submissionId }) => submissionId),
  );
  // A language of it that somebody has published before is out.
  const left = named.filter(({ isLive }) => !isLive);
  if (left.some(({ holds }) => !holds)) return missed('approval_ended');
  await tx.schedule.update({ where: { id }, data: { state: 'done', endedAt: ctx.now } });
  const corrections = { reasons: reasonsSchema.parse(reasons), required: true };
  const { edition } = await makeEdition(tx, ctx, { texts: left.map(({ text }) => text), corrections });
  await tx.schedule.update({ where: { id }, data: { editionNumber: edition } });
  await enqueue(tx, 'check-publication', { edition });
  return { kind: 'published', edition };
}
