import { askDatabase } from './ask-database.ts';
import { type Check, count, fail, ok, warn } from './check.ts';

/** A process that has said nothing for a minute is gone; a job that was due five minutes ago waits for nobody. Jobs are locked by the id of their worker. */
const STATE = `
  WITH alive AS (SELECT id FROM "Process" WHERE kind = 'work' AND "seenAt" > clock_timestamp() - interval '60 seconds')
  SELECT (SELECT count(*) FROM alive)::int AS workers,
    count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts AND run_at < clock_timestamp() - interval '5 minutes')::int AS waiting,
    count(*) FILTER (WHERE locked_at < clock_timestamp() - interval '60 seconds' AND locked_by NOT IN (SELECT id FROM alive))::int AS held,
    count(*) FILTER (WHERE locked_at IS NULL AND attempts >= max_attempts)::int AS "givenUp"
  FROM graphile_worker.jobs`;

interface State {
  workers: number;
  waiting: number;
  held: number;
  givenUp: number;
}

export const worker: Check = {
  name: 'worker',
  needs: ['DATABASE_URL'],
  look: ({ databaseUrl }) =>
    askDatabase(databaseUrl, async (client) => {
      const { rows } = await client.query<State>(STATE);
      const { workers, waiting, held, givenUp } = rows[0] as State;
      const late = waiting > 0 ? ` ${count(waiting, 'job')} due for more than 5 minutes.` : '';
      if (workers === 0) return fail(`No worker has said in the last minute that it lives: mail waits. Start candor work.${late}`);
      if (held > 0)
        return fail(`${count(held, 'job')} held by a worker that is gone. Another one frees them within minutes; if not, start candor work anew.${late}`);
      if (waiting > 0) return fail(`${count(workers, 'worker')} can’t keep up:${late} Read the worker's log, and start another candor work.`);
      if (givenUp > 0) return warn(`${count(workers, 'worker')} at work; ${count(givenUp, 'job')} given up after its last try. The worker's log says why.`);
      return ok(`${count(workers, 'worker')} at work, and nothing waits.`);
    }),
};
