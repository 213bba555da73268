import { availableParallelism } from 'node:os';
import { Unavailable } from '#domain/core/errors.ts';

/** More than this at once would only slow each other down. */
const AT_ONCE = availableParallelism();

/** What may wait, in hashes of ours: some two seconds at most, whatever the hashes are. Who comes after that is asked to return. */
const MAX_WAITING = 100 * AT_ONCE;

let running = 0;
let waitingCost = 0;
const waiting: { cost: number; begin: () => void }[] = [];

/** Does the work once it is its turn. `cost`: how long it takes, in hashes of ours. Throws Unavailable where too much waits. */
export async function inTurn<T>(cost: number, work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waitingCost >= MAX_WAITING) throw new Unavailable(2);
    waitingCost += cost;
    await new Promise<void>((begin) => waiting.push({ cost, begin }));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    // The next in line takes this place over.
    const next = waiting.shift();
    if (next) {
      waitingCost -= next.cost;
      next.begin();
    } else {
      running -= 1;
    }
  }
}
