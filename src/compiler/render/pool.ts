import { type Child, type Lost, spawnChild } from './child.ts';
import type { ChildAnswer, ChildRequest } from './child-protocol.ts';

interface Job {
  request: ChildRequest;
  resolve: (answer: ChildAnswer | Lost) => void;
  reject: (error: Error) => void;
}

export interface Pool {
  ask: (request: ChildRequest) => Promise<ChildAnswer | Lost>;
  close: () => Promise<void>;
}

/** A queue in front of `warm` children. A child that was killed is replaced before the next request. */
export function startPool(options: { childPath: string; timeoutMs: number; warm: number }): Pool {
  const queue: Job[] = [];
  const children = new Set<Child>();
  const idle: Child[] = [];
  let closed = false;

  function refill(): void {
    while (!closed && children.size < options.warm) {
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

  function release(child: Child): void {
    if (!child.alive()) {
      children.delete(child);
      return refill();
    }
    const job = queue.shift();
    if (!job) return void idle.push(child);
    child
      .ask(job.request)
      .then(job.resolve, job.reject)
      .finally(() => release(child));
  }

  refill();
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('The renderer is closed.'));
        queue.push({ request, resolve, reject });
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
