import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, startChild } from '#scripts/support/child.ts';
import { freePort } from '#scripts/support/free-port.ts';
import { type Mailbox, startMailbox } from '#scripts/demo/mailbox.ts';
import { run } from '#scripts/support/run.ts';
import { waitFor } from '#scripts/support/wait-for.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { filledDatabase } from './filled-database.ts';

export interface Served {
  url: string;
  database: TestDatabase;
  mailbox: Mailbox;
  /** The environment of its processes. */
  env: Record<string, string>;
  server: Child;
  worker: Child;
  /** Starts another instance on the same database, with a folder and an address of its own; `env` sets more. */
  another(env?: Record<string, string>): Promise<Instance>;
  /** Runs `candor …` to its end. */
  candor(...args: string[]): Promise<void>;
  close(): Promise<void>;
}

export interface Instance {
  url: string;
  /** Keeps what the instance wrote. */
  dataDir: string;
  child: Child;
}

interface ServeOptions {
  /** The folder of the comms team that is published before the start; null: nothing is. */
  contentDir?: string | null;
  /** What it is served on, instead: it holds an edition. */
  database?: TestDatabase;
  env?: Record<string, string>;
}

/** The folder that the project brings. */
const CONTENT = 'content';
/** Of the processes of every test. */
export const SETTINGS = {
  CANDOR_SECRET: 'a-secret-that-only-the-tests-know-0123',
  CANDOR_CONTENT: CONTENT,
  CANDOR_DEMO: '0',
  CANDOR_DEV: '0',
  LOG_LEVEL: 'info',
};

/** The production build, served and working on a database of its own, with a mailbox that takes every mail. */
export async function serveBuild({ contentDir = CONTENT, database: given, env: more = {} }: ServeOptions = {}): Promise<Served> {
  const database = given ?? (contentDir === CONTENT ? await published() : await testDatabase());
  const dataDir = await mkdtemp(join(tmpdir(), 'candor-serve-'));
  const port = await freePort();
  const mailbox = await startMailbox(dataDir);
  const url = `http://localhost:${port}`;
  const env = {
    ...SETTINGS,
    CANDOR_URL: url,
    DATABASE_URL: database.url,
    CANDOR_DATA: dataDir,
    CANDOR_CONTENT: contentDir ?? CONTENT,
    HOST: '127.0.0.1',
    PORT: String(port),
    SMTP_URL: mailbox.smtpUrl,
    ...more,
  };
  const candor = (...args: string[]) => run(process.execPath, ['dist/candor.mjs', ...args], env);
  if (contentDir !== null && contentDir !== CONTENT) await candor('content', 'push', '--publish');
  const start = (name: string) => startChild({ args: ['--enable-source-maps', 'dist/candor.mjs', name], env, log: join(dataDir, `${name}.log`) });
  const [server, worker] = [start('serve'), start('work')];
  await waitFor(
    () => isReady(url, given || contentDir !== null ? 200 : 503),
    60_000,
    () => `The build doesn't answer.\n${server.lastLines()}`,
  );
  const others: Child[] = [];
  return {
    url,
    database,
    mailbox,
    env,
    server,
    worker,
    async another(own = {}) {
      const instance = await startInstance({ ...env, CANDOR_DATA: await mkdtemp(join(dataDir, 'instance-')), ...own });
      others.push(instance.child);
      return instance;
    },
    candor,
    async close() {
      await Promise.all([server, worker, mailbox.child, ...others].map((child) => child.stop()));
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A database in which the project's folder is published. */
async function published(): Promise<TestDatabase> {
  const { database } = await filledDatabase(CONTENT, (url) =>
    run(process.execPath, ['dist/candor.mjs', 'content', 'push', '--publish'], { ...SETTINGS, CANDOR_URL: 'http://localhost', DATABASE_URL: url }),
  );
  return database;
}

async function startInstance(env: Record<string, string> & { CANDOR_DATA: string }): Promise<Instance> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const dataDir = env.CANDOR_DATA;
  const child = startChild({ args: ['dist/candor.mjs', 'serve'], env: { ...env, CANDOR_URL: url, PORT: String(port) }, log: join(dataDir, 'serve.log') });
  await waitFor(
    () => isReady(url, 200),
    60_000,
    () => child.lastLines(),
  );
  return { url, dataDir, child };
}

/** Whether the front has the edition (200) or none (503), and the app, too, is there and has asked the database. */
async function isReady(url: string, status: 200 | 503): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`);
  const { app, database } = (await answer.json()) as { app: string; database: string };
  return answer.status === status && app === 'up' && database !== 'unknown';
}
