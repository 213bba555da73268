import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readlinkSync } from 'node:fs';
import { chown, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { take } from './exclusive.ts';
import { freePort } from './free-port.ts';
import { type PostgresUser, postgresUser } from './postgres-user.ts';

const SUPERUSER = 'candor';
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
  const owner = join(dataDir, 'owner');
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  // Twice: the first may only have found that the last owner is gone.
  if (!(await take(owner)) && !(await take(owner))) throw new Error(`Another process runs the PostgreSQL in ${dataDir}.`);
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
    await log.close();
    await user.release();
    await rm(owner, { force: true });
  }

  let stopping = false;
  let child = launch();
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

/** As the server's own user may not pass through the folders above, root hands the cluster over as the working folder. */
function own(cluster: string, user: PostgresUser): string {
  return user.ids && process.platform === 'linux' ? '/proc/self/cwd' : cluster;
}

/** Complete or not at all: made beside its place, then moved there. */
async function initialise(dataDir: string, cluster: string, user: PostgresUser): Promise<void> {
  const making = `${cluster}.new`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { mode: 0o700 });
  if (user.ids) await chown(making, user.ids.uid, user.ids.gid);
  const args = [
    '-D',
    own(making, user),
    '-U',
    SUPERUSER,
    '-A',
    'trust',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-sync',
  ];
  await run(join(user.native, 'bin', 'initdb'), args, { user, cwd: making });
  const password = randomBytes(24).toString('base64url');
  const statement = `ALTER ROLE ${SUPERUSER} PASSWORD '${password}'`;
  await run(join(user.native, 'bin', 'postgres'), ['--single', '-D', own(making, user), 'postgres'], { user, cwd: making, input: statement });
  await writeFile(join(making, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n');
  await writeFile(join(dataDir, 'password'), password, { mode: 0o600 });
  await rename(making, cluster);
}

function run(program: string, args: string[], { user, cwd, input }: { user: PostgresUser; cwd: string; input?: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...user.ids, cwd, stdio: ['pipe', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (bytes) => (errors += bytes));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`${program}: ${errors}`))));
    child.stdin.end(input);
  });
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

/** A server that outlived a killed demo still holds the cluster: it is stopped first. */
async function stopOrphan(cluster: string): Promise<void> {
  const pid = Number((await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0]);
  const holds = () => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === cluster;
    } catch {
      return false;
    }
  };
  if (!pid || !holds()) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; holds() && waited < 100; waited += 1) await new Promise((resolve) => setTimeout(resolve, 100));
}
