import { rmSync } from 'node:fs';
import { mkdtemp, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '#scripts/support/postgres.ts';
import { migrate } from '#server/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's server, by its database `postgres`. */
    postgres: string;
  }
}

/** The migrated database that every test database is a copy of. */
export const TEMPLATE = 'candor_template';

/** Test data is thrown away: nothing has to survive a crash. */
const SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_connections=300',
  'shared_buffers=64MB',
];
const ROOM_BYTES = 1024 ** 3;

/** One PostgreSQL for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(await roomyFolder(), 'candor-test-'));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  process.once('exit', remove);
  const server = await startPostgres({ dataDir, settings: SETTINGS });
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  await migrate(server.url(TEMPLATE));
  project.provide('postgres', server.url('postgres'));
  return async () => {
    await server.stop();
    remove();
  };
}

/** Memory where there is enough of it: a database is copied there in 20 ms. */
async function roomyFolder(): Promise<string> {
  const { bavail, bsize } = await statfs('/dev/shm').catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize >= ROOM_BYTES ? '/dev/shm' : tmpdir();
}
