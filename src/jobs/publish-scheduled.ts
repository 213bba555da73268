import { setTimeout } from 'node:timers/promises';
import { Invalid } from '#domain/core/errors.ts';
import { jobs } from '#domain/core/jobs.ts';
import { missSchedule } from '#domain/publishing/scheduled/miss-schedule.ts';
import { publishScheduled as publish } from '#domain/publishing/scheduled/publish-scheduled.ts';
import { systemContext, type TaskDeps } from './task-deps.ts';

/** How long a job of the queue waits for the database's clock, in milliseconds: the queue keeps it by the same, so that it is a moment. */
const MOMENT_MS = 5_000;

/** Publishes what a schedule names at its time, as often as it is called once; what can't be made is missed. */
export async function publishScheduled(payload: unknown, deps: TaskDeps): Promise<void> {
  const { schedule } = jobs['publish-scheduled'].parse(payload);
  const ctx = systemContext(deps, 'publish-scheduled');
  try {
    const outcome = await publish(ctx, { schedule });
    if (outcome.kind !== 'early') return;
    if (outcome.leftMs > MOMENT_MS) throw new Error(`Schedule ${schedule} is not due for ${outcome.leftMs} ms: the clock went back.`);
    await setTimeout(outcome.leftMs);
    await publishScheduled(payload, deps);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    await missSchedule(ctx, { schedule });
  }
}
