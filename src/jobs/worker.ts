import { Logger, run } from 'graphile-worker';
import pino from 'pino';
import type { Config } from '#config';
import type { JobName } from '#domain/core/jobs.ts';
import { prune } from '#domain/core/retention.ts';
import { openDatabase } from '#domain/core/database.ts';
import { openMailer } from './mailer.ts';
import { mailCode } from './mail-code.ts';
import { mailPasswordChanged } from './mail-password-changed.ts';

/** Jobs under way at once in one process. */
const CONCURRENCY = 4;

/** Runs background jobs until `stop` is called. A job that fails is tried again with growing pauses, by this or another process. */
export async function work(config: Config): Promise<{ stop(): Promise<void> }> {
  const log = pino({ level: config.logLevel });
  const { db, close } = openDatabase(config.databaseUrl);
  const mailer = openMailer(config);
  const deps = { db, config, mailer };
  // A job without a task does not compile.
  const tasks: Record<JobName, (payload: unknown) => Promise<void>> = {
    'mail-password-changed': (payload) => mailPasswordChanged(payload, deps),
    'mail-code': (payload) => mailCode(payload, deps),
    prune: () => prune(db),
  };
  const runner = await run({
    connectionString: config.databaseDirectUrl,
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    taskList: tasks,
    crontab: '17 3 * * * prune',
    // graphile-worker's own messages name job ids and tasks, never payloads.
    logger: new Logger(() => (level, message) => log[level === 'warning' ? 'warn' : level](message)),
  });
  return {
    async stop() {
      await runner.stop();
      mailer.close();
      await close();
    },
  };
}
