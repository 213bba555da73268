import type { Logger } from 'pino';
import type { PrismaClient } from '#generated/prisma/client.ts';
import { nextDue } from '#domain/publishing/scheduled/next-due.ts';
import { describeFault } from '#server/describe-fault.ts';
import { publishScheduled } from './publish-scheduled.ts';
import { systemContext, type TaskDeps } from './task-deps.ts';

/** Between two looks, in milliseconds. The queue alone looks every other second, and keeps a killed worker's job for two minutes. */
const EVERY_MS = 1_000;
/** How far ahead it looks: what is due before the look after the next has a timer by then. */
const AHEAD_MS = 2 * EVERY_MS + 500;

interface Watching {
  /** Resolves when what goes out has gone out. */
  close(): Promise<void>;
}

interface WatchOptions {
  deps: TaskDeps & { db: PrismaClient };
  log: Pick<Logger, 'warn'>;
  everyMs?: number;
}

/**
 * Has what is scheduled go out in the second that it is due, until `close`: every worker does, and the first is the one. While the database is away
 * nothing goes out, which is said once; what has become due meanwhile goes out when it is back.
 */
export function watchSchedules({ deps, log, everyMs = EVERY_MS }: WatchOptions): Watching {
  const timers = new Map<number, NodeJS.Timeout>();
  const going = new Map<number, Promise<void>>();
  let looking: Promise<void> | null = null;
  let isAway = false;

  function publish(schedule: number): void {
    timers.delete(schedule);
    const fault = (error: unknown) => log.warn({ schedule, fault: describeFault(error) }, 'what is scheduled could not go out; it is tried again');
    going.set(
      schedule,
      publishScheduled({ schedule }, deps)
        .catch(fault)
        .finally(() => going.delete(schedule)),
    );
  }

  async function look(): Promise<void> {
    try {
      const due = await nextDue(systemContext(deps, 'publish-scheduled'), { withinMs: AHEAD_MS });
      for (const { schedule, leftMs } of due) {
        if (going.has(schedule)) continue;
        clearTimeout(timers.get(schedule));
        timers.set(
          schedule,
          setTimeout(() => publish(schedule), leftMs),
        );
      }
      isAway = false;
    } catch (error) {
      const { name, codes } = describeFault(error);
      if (!isAway) log.warn({ fault: { name, codes } }, 'what is scheduled could not be read; it is tried again every second');
      isAway = true;
    }
  }

  const timer = setInterval(() => {
    looking ??= look().finally(() => {
      looking = null;
    });
  }, everyMs);
  return {
    async close() {
      clearInterval(timer);
      await looking;
      for (const one of timers.values()) clearTimeout(one);
      await Promise.all(going.values());
    },
  };
}
