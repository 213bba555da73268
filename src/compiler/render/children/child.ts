import { type ChildProcess, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { OperatorError } from '#config/operator-error.ts';
import type { ChildAnswer, ChildMessage, ChildRequest } from '../child-protocol.ts';

/** Of a child's heap, in MiB. Prose of the greatest allowed size needs less than 256; only a text of tens of thousands of blocks needs more. */
const HEAP_MIB = 384;
/** To load the bundler and compile a first line; generous, since a busy machine is no fault of a post. */
const START_MS = 60_000;
/** Of one answer, in characters. */
const MAX_ANSWER = 8 * 1024 * 1024;

/** Of a picture that somebody waits for at the other end of a request, in milliseconds: before the front gives it up. */
const UPLOAD_MS = 4_000;

/** Why there is no answer: the child took too long, or it died of too much. */
export type Lost = 'slow' | 'gone';

export interface Child {
  /** Resolves once the child can work at once. */
  ready: Promise<void>;
  alive: () => boolean;
  /** One at a time. A child that is too slow or too big is killed, and the answer says so. */
  ask: (request: ChildRequest) => Promise<ChildAnswer | Lost>;
  /** Resolves when the process and all that it started are gone. */
  kill: () => Promise<void>;
}

/** Starts a process of its own group, without our environment, that can be killed with everything it started. */
export function spawnChild({ childPath, timeoutMs }: { childPath: string; timeoutMs: number }): Child {
  const folder = dirname(childPath);
  const spawned = spawn(process.execPath, [`--max-old-space-size=${HEAP_MIB}`, childPath], {
    cwd: folder,
    detached: true,
    // Packages ask for a home as they are loaded, and a user without a name has none.
    env: { NODE_ENV: 'production', HOME: folder },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const gone = new Promise<void>((resolve) => spawned.once('close', () => resolve()).once('error', () => resolve()));
  let alive = true;
  let deliver: ((message: ChildMessage | null) => void) | undefined;
  const settle = (message: ChildMessage | null) => {
    const receiver = deliver;
    deliver = undefined;
    receiver?.(message);
  };
  const stop = () => {
    alive = false;
    killGroup(spawned);
  };
  spawned.once('exit', stop).once('error', stop);
  void gone.then(() => settle(null));
  // A child that dies while it is written to closes its pipe; `gone` tells.
  spawned.stdin.on('error', () => undefined);
  let received = 0;
  spawned.stdout.on('data', (chunk: Buffer) => {
    received += chunk.length;
    if (received > MAX_ANSWER) stop();
  });
  createInterface({ input: spawned.stdout }).on('line', (line) => {
    received = 0;
    const message = readMessage(line);
    if (!message) stop();
    settle(message);
  });

  /** The next line, `slow` after a time, `gone` when the child died. */
  const next = (withinMs: number) =>
    new Promise<ChildMessage | Lost>((resolve) => {
      if (!alive) return resolve('gone');
      const timer = setTimeout(() => {
        deliver = undefined;
        stop();
        resolve('slow');
      }, withinMs);
      deliver = (message) => {
        clearTimeout(timer);
        resolve(message ?? 'gone');
      };
    });

  return {
    ready: next(START_MS).then((message) => {
      if (message === 'gone' || message === 'slow') throw new OperatorError(`The renderer of posts (${childPath}) did not start.`);
    }),
    alive: () => alive,
    async ask(request) {
      const answer = next('base64' in request ? Math.min(timeoutMs, UPLOAD_MS) : timeoutMs);
      if (alive) spawned.stdin.write(`${JSON.stringify(request)}\n`);
      const message = await answer;
      return typeof message === 'object' && 'ready' in message ? 'gone' : message;
    },
    kill() {
      stop();
      return gone;
    },
  };
}

/** Null for a line that was cut off when the child died, or that no child of ours writes. */
function readMessage(line: string): ChildMessage | null {
  try {
    const message = JSON.parse(line) as ChildMessage;
    return 'ready' in message || 'findings' in message || 'encoded' in message || 'refused' in message ? message : null;
  } catch {
    return null;
  }
}

/** The bundler's own process is in the group too; without this it would outlive the child. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // ESRCH: all of the group are gone.
  }
}
