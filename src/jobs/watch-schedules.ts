import type { Logger } from 'pino';
import type { PrismaClient } from '#generated/prisma/client.ts';
import { warmEdition } from '#domain/publishing/held-edition.ts';
import { nextDue } from '#domain/publishing/scheduled/next-due.ts';
import { describeFault } from '#server/describe-fault.ts';
import { publishScheduled } from './publish-scheduled.ts';
import { systemContext, type TaskDeps } from './task-deps.ts';

/** Between two looks, in milliseconds. The queue alone looks every other second, and keeps a killed worker's job for two minutes. */
const EVERY_MS = 1_000;
/** How far ahead it looks: long enough to read what is live before the time has come. */
const AHEAD_MS = 5 * EVERY_MS;

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
  let warming: Promise<void> | null = null;
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

  /** What the publication will need is read before its time; without it, it takes longer. */
  function warm(): Promise<void> {
    return warmEdition(systemContext(deps, 'publish-scheduled'))
      .catch((error: unknown) => log.warn({ fault: describeFault(error) }, 'what is live could not be read ahead of a publication'))
      .finally(() => {
        warming = null;
      });
  }

  async function look(): Promise<void> {
    try {
      const due = await nextDue(systemContext(deps, 'publish-scheduled'), { withinMs: AHEAD_MS });
      for (const { schedule, leftMs } of due) {
        if (going.has(schedule)) continue;
        if (!timers.has(schedule)) warming ??= warm();
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
      await warming;
      for (const one of timers.values()) clearTimeout(one);
      await Promise.all(going.values());
    },
  };
}
