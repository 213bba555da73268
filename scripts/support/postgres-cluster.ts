import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PostgresUser } from './postgres-user.ts';

export const SUPERUSER = 'candor';

/** As the server's own user may not pass through the folders above, root hands the cluster over as the working folder. */
export function own(cluster: string, user: PostgresUser): string {
  return user.ids && process.platform === 'linux' ? '/proc/self/cwd' : cluster;
}

/** Complete or not at all: made beside its place, then moved there. */
export async function initialise(dataDir: string, cluster: string, user: PostgresUser): Promise<void> {
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

/** A server that outlived a killed demo still holds the cluster: it is stopped first. */
export async function stopOrphan(cluster: string): Promise<void> {
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
