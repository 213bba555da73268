import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

/** How long a process may take to stop by itself. */
const STOP_MS = 10_000;
/** Between a loss and the next start; it doubles with each loss in a row. */
const RESTART_MS = 1_000;
/** So many losses in a row, each within a minute of its start, and it is not tried again. */
const MAX_LOSSES = 5;
const QUICK_MS = 60_000;

export interface Child {
  /** Of the process that runs now. */
  pid(): number | undefined;
  stop(): Promise<void>;
  restart(): Promise<void>;
  lastLines(): string;
}

interface ChildOptions {
  args: string[];
  env: Record<string, string | undefined>;
  log: string;
  /** It could not be kept running. */
  onLost?: () => void;
}

/** Keeps one Node process running, in a group of its own so that all that it starts ends with it; its output goes to a log file. */
export function startChild({ args, env, log, onLost }: ChildOptions): Child {
  let stopping = false;
  let losses = 0;
  let child = launch();
  function launch(): ChildProcess {
    const output = openSync(log, 'a');
    const began = Date.now();
    const started = spawn(process.execPath, ['--import', './scripts/support/follow-parent.mjs', ...args], {
      env: { ...process.env, ...env },
      detached: true,
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    started.once('exit', () => {
      killGroup(started, 'SIGKILL');
      if (stopping || started !== child) return;
      losses = Date.now() - began < QUICK_MS ? losses + 1 : 1;
      if (losses >= MAX_LOSSES) return onLost?.();
      setTimeout(
        () => {
          if (!stopping) child = launch();
        },
        RESTART_MS * 2 ** (losses - 1),
      );
    });
    return started;
  }
  const kill = () => killGroup(child, 'SIGKILL');
  process.once('exit', kill);
  return {
    pid: () => child.pid,
    async stop() {
      stopping = true;
      await stopChild(child);
      process.off('exit', kill);
    },
    async restart() {
      const old = child;
      stopping = true;
      await stopChild(old);
      stopping = false;
      child = launch();
    },
    lastLines: () => readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15).join('\n'),
  };
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => killGroup(child, 'SIGKILL'), STOP_MS);
  await exited;
  clearTimeout(timer);
}

function killGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // ESRCH: all of the group are gone.
  }
}
