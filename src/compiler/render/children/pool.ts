import { type Child, type Lost, spawnChild } from './child.ts';
import type { ChildAnswer, ChildRequest } from '../child-protocol.ts';

/** How long a child may be at one text before another is kept ready in its place, in milliseconds: most texts take a tenth of it. */
const HELD_MS = 1_500;
/** Children beside the warm ones, while those are held. */
const SPARE = 2;

interface Job {
  request: ChildRequest;
  wary: boolean;
  resolve: (answer: ChildAnswer | Lost) => void;
  reject: (error: Error) => void;
}

export interface Pool {
  /** `wary`: it may take long, and never takes the last child that is idle. */
  ask: (request: ChildRequest, options?: { wary: boolean }) => Promise<ChildAnswer | Lost>;
  close: () => Promise<void>;
}

/**
 * A queue in front of `warm` children. One that is killed is replaced at once, and one that is held by a long text as soon as that shows: who comes
 * with a short one waits for neither.
 */
export function startPool(options: { childPath: string; timeoutMs: number; warm: number }): Pool {
  const queue: Job[] = [];
  const children = new Set<Child>();
  const held = new Set<Child>();
  const idle: Child[] = [];
  let closed = false;
  const free = () => children.size - held.size;

  function refill(): void {
    while (!closed && free() < options.warm && children.size < options.warm + SPARE) {
      const child = spawnChild(options);
      children.add(child);
      child.ready.then(
        () => release(child),
        (error: Error) => {
          children.delete(child);
          // A program that doesn't start would not start the next time either: tell who waits instead of trying for ever.
          for (const job of queue.splice(0)) job.reject(error);
        },
      );
    }
  }

  /** The first that may have a child, where the others that are idle are left. */
  function nextJob(): Job | undefined {
    const at = queue.findIndex(({ wary }) => !wary || idle.length > 0 || options.warm === 1);
    return at === -1 ? undefined : queue.splice(at, 1)[0];
  }

  function release(child: Child): void {
    if (!child.alive()) {
      children.delete(child);
      return refill();
    }
    const job = nextJob();
    if (job) return work(child, job);
    if (free() <= options.warm) return void idle.push(child);
    children.delete(child);
    void child.kill();
  }

  function work(child: Child, job: Job): void {
    const holds = setTimeout(() => {
      held.add(child);
      refill();
    }, HELD_MS);
    child
      .ask(job.request)
      .then(job.resolve, job.reject)
      .finally(() => {
        clearTimeout(holds);
        held.delete(child);
        release(child);
      });
  }

  refill();
  return {
    ask: (request, { wary } = { wary: false }) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('The renderer is closed.'));
        queue.push({ request, wary, resolve, reject });
        const child = idle.pop();
        if (child) release(child);
        refill();
      }),
    async close() {
      closed = true;
      for (const job of queue.splice(0)) job.reject(new Error('The renderer is closed.'));
      await Promise.all([...children].map((child) => child.kill()));
    },
  };
}
