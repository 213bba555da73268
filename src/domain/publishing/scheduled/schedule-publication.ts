import { z } from 'zod';
import { Conflict, Invalid } from '#domain/core/errors.ts';
import { enqueue } from '#domain/core/jobs.ts';
import { readClock } from '#domain/core/postgres/database-clock.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { ZONES } from '#model/team/local-time.ts';
import { namedSubmissions, refuseUnapproved, submissionIds } from '../approved/named-submissions.ts';
import { reasonsSchema } from '../corrections/reasons.ts';
import { lockEditions } from '../make-edition.ts';
import { stop } from './stop.ts';
import { refuseUntried } from './try-edition.ts';

/** Milliseconds: the documents of one post are made in it, to see that they can be. */
const TIMEOUT_MS = 60_000;

/** How far ahead, in milliseconds: a year. What nobody remembers is no plan. */
const FURTHEST_MS = 366 * 86_400_000;

/**
 * Has what was approved go out at a time, by the database's clock: never before it, never twice, and only while its approvals hold. `instead` of
 * another schedule, which then is stopped. Throws Conflict `approval_ended`, `live_already`, `scheduled_already` when one of the texts is due
 * at some time, `schedule_ended` when the other is not due any more; and Invalid for a time that is not ahead, a reason that is missing, and
 * what can't be rendered.
 */
export const schedulePublication = verb({
  name: 'publishing/scheduled/schedule-publication',
  input: z.strictObject({
    submissions: submissionIds,
    at: z.date(),
    zone: z
      .string()
      .max(60)
      .refine((zone) => ZONES.includes(zone), 'zone_unknown'),
    reasons: reasonsSchema.default({}),
    instead: z.int().positive().nullable().default(null),
  }),
  timeoutMs: TIMEOUT_MS,
  async run(tx, ctx, { submissions, at, zone, reasons, instead }): Promise<{ schedule: number }> {
    const { accountId } = requireAccount(ctx);
    await lockEditions(tx);
    const now = await readClock(tx);
    if (at.getTime() <= now.getTime()) throw new Invalid({ time: 'time_past' });
    if (at.getTime() - now.getTime() > FURTHEST_MS) throw new Invalid({ date: 'time_far' });
    if (instead !== null) await stop(tx, { ...ctx, now }, { schedule: instead, accountId });
    const named = await namedSubmissions(tx, submissions);
    refuseUnapproved(named);
    const other = await tx.scheduledText.findFirst({ where: { submissionId: { in: submissions }, schedule: { state: 'due' } } });
    if (other) throw new Conflict('scheduled_already', 'This goes out at a time already; stop that first.');
    await refuseUntried(tx, ctx, { texts: named.map(({ text }) => text), corrections: { reasons, required: true } });
    const texts = { create: [...new Set(submissions)].map((submissionId) => ({ submissionId })) };
    const { id: schedule } = await tx.schedule.create({ data: { accountId, madeAt: now, at, zone, reasons, texts } });
    // Whatever becomes of the workers' own clocks, the queue knows of it.
    await enqueue(tx, 'publish-scheduled', { schedule }, at);
    return { schedule };
  },
  audit: ({ schedule }, { submissions, at }) => ({ subject: `schedule:${schedule}`, detail: { submissions: submissions.join(), at: at.toISOString() } }),
});
