import { EventEmitter } from 'node:events';
import { hostname } from 'node:os';
import { Logger, run, type Runner, type WorkerEvents } from 'graphile-worker';
import pino from 'pino';
import type { Config } from '#config';
import { readSiteOptions } from '#documents/shell/site-options.ts';
import type { JobName } from '#domain/core/jobs.ts';
import { prune } from '#domain/core/retention.ts';
import { openDatabase } from '#domain/core/postgres/database.ts';
import { served } from '#domain/core/postgres/unavailable.ts';
import { announceProcess } from '#domain/processes/announce-process.ts';
import { freeLostJobs } from '#domain/processes/free-lost-jobs.ts';
import { PACE } from '#domain/processes/pace.ts';
import { sayLate } from '#domain/publishing/late/say-late.ts';
import { checkPublication } from './check-publication.ts';
import { warnOfPromises } from '#domain/studio/warn-of-promises.ts';
import { systemContext } from './task-deps.ts';
import { openMailer } from './mailer.ts';
import { mailCode } from './mail-code.ts';
import { mailPromise } from './mail-promise.ts';
import { mailReview } from './mail-review.ts';
import { mailSchedule } from './mail-schedule.ts';
import { mailNotice } from './mail-notice.ts';
import { publishScheduled } from './publish-scheduled.ts';
import { sealAudit } from './seal-audit.ts';
import { watchSchedules } from './watch-schedules.ts';

/** Jobs under way at once in one process. */
const CONCURRENCY = 4;
/** How long the other jobs may take to finish when the database could not be told that one has, in milliseconds. */
const FINISH_MS = 10_000;
/** Every sixth renewal, half a minute apart: by then whoever lives has had the time to say so to a database that is back. */
const FREES_EVERY = 6;

interface Worker {
  /** Resolves with a sentence when it can't go on by itself. */
  failed: Promise<string>;
  /** Lets the jobs under way finish, and waits until the database knows that they have. */
  stop(): Promise<void>;
}

/**
 * Runs background jobs until `stop` is called. A job that fails is tried again with growing pauses, by this or another process, and so is one
 * whose process was killed. Throws Unavailable when the database is away.
 */
export async function work(config: Config, pace = PACE): Promise<Worker> {
  const log = pino({ level: config.logLevel });
  const { build } = await readSiteOptions(process.cwd(), config.url.origin);
  const { db, close } = openDatabase(config.databaseUrl);
  const mailer = openMailer(config);
  const deps = { db, config, mailer };
  // A job without a task does not compile.
  const tasks: Record<JobName, (payload: unknown) => Promise<void>> = {
    'mail-notice': (payload) => mailNotice(payload, deps),
    'mail-code': (payload) => mailCode(payload, deps),
    'mail-review': (payload) => mailReview(payload, deps),
    'publish-scheduled': (payload) => publishScheduled(payload, deps),
    'mail-schedule': (payload) => mailSchedule(payload, deps),
    'check-publication': (payload) => checkPublication(payload, deps),
    'mail-promise': (payload) => mailPromise(payload, deps),
    'warn-of-promises': async () => void (await warnOfPromises(systemContext(deps, 'warn-of-promises'), {})),
    'say-late': async () => void (await sayLate(systemContext(deps, 'say-late'), {})),
    prune: () => prune(db),
  };
  // A job is locked by its pool's name: that is the process's name, too.
  const events: WorkerEvents = new EventEmitter();
  let id = '';
  events.once('pool:create', ({ workerPool }) => {
    id = workerPool.id;
  });
  let runner: Runner;
  try {
    runner = await served(() =>
      run({
        connectionString: config.databaseDirectUrl,
        concurrency: CONCURRENCY,
        noHandleSignals: true,
        events,
        taskList: tasks,
        crontab: '17 3 * * * prune ?fill=1d\n* * * * * warn-of-promises\n* * * * * say-late',
        // Else it forgets, when it stops, what it has still to say of the last jobs, and they would run again.
        preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
        // graphile-worker's own messages name job ids and tasks, never payloads.
        logger: new Logger(() => (level, message) => log[level === 'warning' ? 'warn' : level](message)),
      }),
    );
  } catch (error) {
    mailer.close();
    await close();
    throw error;
  }
  const failed = Promise.withResolvers<string>();
  const died = () => failed.resolve('The pool of background jobs has ended by itself; the log says why. Start this process again.');
  runner.promise.then(died, died);
  // What it can't write down makes graphile-worker's pool end, and may keep it from ever saying that it has.
  const stuck = new Promise<void>((resolve) => events.once('pool:fatalError', () => setTimeout(resolve, FINISH_MS)));
  void stuck.then(died);
  const presence = announceProcess({
    db,
    id,
    kind: 'work',
    host: hostname(),
    build,
    pace,
    async onRenewed(inARow) {
      if (inARow % FREES_EVERY !== 0) return;
      const gone = await freeLostJobs(db, pace.goneMs);
      if (gone > 0) log.warn({ workers: gone }, 'freed the jobs of workers that are gone');
    },
    onLost: () => failed.resolve('This process was out of touch for so long that others run what it had under way. Start it again.'),
  });
  const sealing = sealAudit({ db, log });
  const watching = watchSchedules({ deps, log });
  return {
    failed: failed.promise,
    async stop() {
      // A pool that has ended by itself is stopped already.
      await Promise.race([runner.stop().catch(() => undefined), stuck]);
      mailer.close();
      await watching.close();
      await sealing.close();
      await presence.close();
      await close();
    },
  };
}
