import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '#server/migrate.ts';
import { dataDir } from './data.ts';
import { type RunningPostgres, startPostgres } from '#scripts/support/postgres.ts';

const NAME = 'candor';

/** The demo's PostgreSQL, migrated; `afresh` with an empty database. */
export async function startDemoDatabase({
  afresh = false,
  onRestart = () => undefined,
}: {
  afresh?: boolean;
  onRestart?: () => void;
} = {}): Promise<{ server: RunningPostgres; url: string }> {
  const server = await startPostgres({ dataDir: join(dataDir, 'postgres'), settings: ['max_connections=100', 'shared_buffers=64MB'], onRestart });
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  if (afresh) await client.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [NAME]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${NAME}`);
  await client.end();
  const url = server.url(NAME);
  await migrate(url);
  return { server, url };
}
