import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.ts';
import { initialise, own, SUPERUSER, stopOrphan } from './postgres-cluster.ts';
import { postgresUser } from './postgres-user.ts';
import { takeLock } from '#scripts/lock/take-lock.mjs';

const READY_WITHIN_MS = 30_000;
/** A fast shutdown takes well under a second; then it is made immediate, then killed. */
const STOP_STEPS: [NodeJS.Signals, number][] = [
  ['SIGINT', 8_000],
  ['SIGQUIT', 4_000],
  ['SIGKILL', 4_000],
];

export interface PostgresOptions {
  /** Holds the cluster, its password and its log; made when missing. */
  dataDir: string;
  port?: number;
  /** Settings, as `name=value`. */
  settings?: string[];
  /** Called each time that the server was lost and is up again. */
  onRestart?: () => void;
}

export interface RunningPostgres {
  port: number;
  url(database: string): string;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL of our own on a loopback port, keeps it running until `stop`, and starts it again when it is killed. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { dataDir } = options;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const owned = takeLock(join(dataDir, 'owner'));
  if ('holder' in owned) throw new Error(`Process ${owned.holder} runs the PostgreSQL in ${dataDir}.`);
  const disown = owned.release;
  const user = await postgresUser();
  const cluster = join(dataDir, 'cluster');
  if (!existsSync(cluster)) await initialise(dataDir, cluster, user);
  await stopOrphan(cluster);
  const password = (await readFile(join(dataDir, 'password'), 'utf8')).trim();
  const port = options.port ?? (await freePort());
  const url = (database: string) => `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${port}`, ...(options.settings ?? [])];
  const log = await open(join(dataDir, 'postgres.log'), 'a');

  async function release(): Promise<void> {
    process.off('exit', quit);
    await log.close();
    await user.release();
    disown();
  }

  let stopping = false;
  let child = launch();
  // For a process that ends without `stop`.
  const quit = () => child.kill('SIGQUIT');
  process.once('exit', quit);
  let restarted: Promise<void> = Promise.resolve();
  function launch(): ChildProcess {
    // A group of its own: Ctrl-C in the terminal must not stop it before those who use it.
    const started = spawn(join(user.native, 'bin', 'postgres'), ['-D', own(cluster, user), ...settings.flatMap((setting) => ['-c', setting])], {
      ...user.ids,
      cwd: cluster,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    started.once('error', () => undefined);
    started.once('exit', () => {
      if (!stopping) restarted = new Promise((resolve) => setTimeout(resolve, 500)).then(again);
    });
    return started;
  }
  async function again(): Promise<void> {
    if (stopping) return;
    child = launch();
    // Too early, while the killed server's processes still hold its memory, it exits again, and comes back here.
    if (await ready(url('postgres'), child)) options.onRestart?.();
  }

  if (!(await ready(url('postgres'), child))) {
    stopping = true;
    await stopProcess(child);
    await release();
    throw new Error(`PostgreSQL didn't start. Its log: ${join(dataDir, 'postgres.log')}`);
  }
  return {
    port,
    url,
    async stop() {
      stopping = true;
      await restarted;
      await stopProcess(child);
      await release();
    },
  };
}

async function ready(url: string, child: ChildProcess): Promise<boolean> {
  for (const end = Date.now() + READY_WITHIN_MS; Date.now() < end && child.exitCode === null && child.signalCode === null; ) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return false;
}

async function stopProcess(child: ChildProcess): Promise<void> {
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for (const [signal, patience] of STOP_STEPS) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, patience).unref())]);
  }
}
