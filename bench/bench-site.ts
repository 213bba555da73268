import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '#scripts/support/free-port.ts';
import { startPostgres } from '#scripts/support/postgres.ts';
import { migrate } from '#server/migrate.ts';

const READY_WITHIN_MS = 60_000;

export interface BenchSite {
  /** Origins of the serving instances; the first also as `url`. */
  urls: string[];
  url: string;
  databaseUrl: string;
  /** Path of an unresolved advisory. */
  advisory: string;
  /** Of the serving processes, in the order of `urls`. */
  pids: (number | undefined)[];
  /** For commands and verbs run against the same database. */
  environment: Record<string, string>;
  stop(): Promise<void>;
}

/** A database of its own with `content/` published, and the production build serving it from `instances` processes, each started through `pin`. */
export async function startBenchSite({
  pin = [],
  instances = 1,
  environment = {},
}: {
  pin?: string[];
  instances?: number;
  /** More of the settings. */
  environment?: Record<string, string>;
}): Promise<BenchSite> {
  const dir = await mkdtemp(join(tmpdir(), 'candor-bench-'));
  const postgres = await startPostgres({ dataDir: join(dir, 'postgres') });
  const client = new pg.Client({ connectionString: postgres.url('postgres') });
  await client.connect();
  await client.query('CREATE DATABASE bench');
  await client.end();
  const databaseUrl = postgres.url('bench');
  await migrate(databaseUrl);
  const shared = {
    ...(process.env as Record<string, string>),
    DATABASE_URL: databaseUrl,
    CANDOR_SECRET: randomBytes(32).toString('hex'),
    BREACHED_PASSWORDS_URL: 'off',
    LOG_LEVEL: 'info',
    ...environment,
  };
  const environments: Record<string, string>[] = [];
  for (let number = 0; number < instances; number += 1) {
    const port = await freePort();
    environments.push({ ...shared, PORT: String(port), CANDOR_URL: `http://localhost:${port}`, CANDOR_DATA: join(dir, `data-${number}`) });
  }
  const first = environments[0] as Record<string, string>;
  const children: ChildProcess[] = [];
  const stop = async () => {
    for (const child of children) {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }
    await postgres.stop();
    await rm(dir, { recursive: true, force: true });
  };
  try {
    await command(first, ['content', 'push', '--publish']);
    for (const environment of environments) {
      const [program = process.execPath, ...rest] = [...pin, process.execPath, 'dist/candor.mjs', 'serve'];
      // Its log goes to a file, as where it serves.
      const log = openSync(join(dir, 'serve.log'), 'a');
      children.push(spawn(program, rest, { env: environment as NodeJS.ProcessEnv, stdio: ['ignore', log, 'inherit'] }));
      closeSync(log);
    }
    const urls = environments.map((environment) => environment.CANDOR_URL as string);
    for (const url of urls) await untilReady(url);
    const live = (await (await fetch(`${urls[0]}/live.json`)).json()) as { advisories: Record<string, { url: string }> };
    const slug = Object.keys(live.advisories)[0] as string;
    return { urls, url: urls[0] as string, databaseUrl, advisory: `/advisories/${slug}`, environment: first, pids: children.map(({ pid }) => pid), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function command(environment: Record<string, string>, args: string[]): Promise<void> {
  const child = spawn(process.execPath, ['dist/candor.mjs', ...args], { env: environment as NodeJS.ProcessEnv, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`candor ${args.join(' ')} ended with ${code}`);
}

/** Waits until the front has an edition and the app is there. */
async function untilReady(url: string): Promise<void> {
  const end = performance.now() + READY_WITHIN_MS;
  while (performance.now() < end) {
    if (
      await fetch(`${url}/readyz`).then(
        async (answer) => answer.ok && ((await answer.json()) as { app: string }).app === 'up',
        () => false,
      )
    )
      return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`${url} is not ready`);
}

/** Waits until the front answers at all. */
export async function untilAnswers(url: string): Promise<void> {
  const end = performance.now() + READY_WITHIN_MS;
  while (performance.now() < end) {
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`${url} does not answer`);
}
