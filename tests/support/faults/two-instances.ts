import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Child, startChild } from '#scripts/support/child.ts';
import { freePort } from '#scripts/support/free-port.ts';
import { startPostgres } from '#scripts/support/postgres.ts';
import { run } from '#scripts/support/run.ts';
import { migrate } from '#server/migrate.ts';

export const HOST = 'tempo.example';

export interface TwoInstances {
  databaseUrl: string;
  instances: { port: number; child: Child }[];
  worker: Child;
  /** The number of PostgreSQL's first process. */
  postgresPid(): Promise<number>;
  close(): Promise<void>;
}

/** The production build as it is run for real: two instances, a worker and a PostgreSQL of their own, each started again by who holds it. */
export async function twoInstances(smtpPort: number): Promise<TwoInstances> {
  const dir = await mkdtemp(join(tmpdir(), 'candor-faults-'));
  const postgres = await startPostgres({ dataDir: join(dir, 'postgres') });
  const client = new pg.Client({ connectionString: postgres.url('postgres') });
  await client.connect();
  await client.query('CREATE DATABASE candor');
  await client.end();
  const databaseUrl = postgres.url('candor');
  await migrate(databaseUrl);
  const env = {
    CANDOR_URL: `http://${HOST}`,
    DATABASE_URL: databaseUrl,
    CANDOR_SECRET: 'a-secret-that-only-the-tests-know-0123',
    CANDOR_CONTENT: 'content',
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    TRUSTED_PROXIES: '127.0.0.1',
  };
  await run(process.execPath, ['dist/candor.mjs', 'content', 'push', '--publish'], { ...env, CANDOR_DATA: dir });
  const start = (name: string, more: Record<string, string> = {}) => {
    const command = name.split('-')[0] as string;
    return startChild({ args: ['dist/candor.mjs', command], env: { ...env, CANDOR_DATA: join(dir, name), ...more }, log: join(dir, `${name}.log`) });
  };
  const instances = await Promise.all(
    ['serve-one', 'serve-two'].map(async (name) => {
      const port = await freePort();
      return { port, child: start(name, { PORT: String(port) }) };
    }),
  );
  const worker = start('work');
  return {
    databaseUrl,
    instances,
    worker,
    postgresPid: async () => Number((await readFile(join(dir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]),
    async close() {
      await Promise.all([worker, ...instances.map(({ child }) => child)].map((child) => child.stop()));
      await postgres.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
