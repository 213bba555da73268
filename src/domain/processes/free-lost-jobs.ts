import type { PrismaClient } from '#generated/prisma/client.ts';
import { databaseNow } from '#domain/core/postgres/database-clock.ts';

/**
 * Frees the jobs of workers that are gone, so that others run them: graphile-worker itself does so after four hours. Gone is a pool, named
 * like its process's row, that has neither renewed the row nor taken a job for `goneMs`. Answers how many there were.
 */
export async function freeLostJobs(db: PrismaClient, goneMs: number): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: number }]>`
    WITH bound AS (SELECT ${databaseNow} - make_interval(secs => ${goneMs / 1000}) AS at),
    gone AS (
      SELECT array_agg(pool) AS pools
      FROM (SELECT locked_by AS pool, max(locked_at) AS at FROM graphile_worker.jobs WHERE locked_by IS NOT NULL GROUP BY locked_by) held
      WHERE held.at < (SELECT at FROM bound) AND NOT EXISTS (SELECT 1 FROM "Process" WHERE id = held.pool AND "seenAt" >= (SELECT at FROM bound)))
    SELECT coalesce(cardinality(pools), 0) AS count, graphile_worker.force_unlock_workers(pools)::text FROM gone`;
  return row.count;
}
