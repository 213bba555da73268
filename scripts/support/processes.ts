import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A process of this machine. */
export interface Running {
  pid: number;
  parent: number;
  /** Resident memory, in bytes. */
  memory: number;
}

/** The processes that a process started and that have not ended. */
export async function childrenOf(pid: number | undefined): Promise<Running[]> {
  return (await running()).filter(({ parent }) => parent === pid);
}

/** Null for one that has ended. */
export async function processOf(pid: number | undefined): Promise<Running | null> {
  return (await running()).find((each) => each.pid === pid) ?? null;
}

async function running(): Promise<Running[]> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,rss=,stat=']);
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state]) => !state?.startsWith('Z'))
    .map(([pid, parent, kilobytes]) => ({ pid: Number(pid), parent: Number(parent), memory: Number(kilobytes) * 1024 }));
}
