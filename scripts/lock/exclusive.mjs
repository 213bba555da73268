// Built-ins only, for any Node from 20 on: the first command in a fresh clone imports this.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { takeLock } from './take-lock.mjs';

/** Between two looks, in milliseconds; at random, so that two that want it at once do not meet again and again. */
const MIN_PAUSE_MS = 100;
const MAX_PAUSE_MS = 300;

/**
 * Runs `work` while no other process of this machine runs under the same lock. Who waits says for whom, and what that one does: `doing`
 * continues "which …".
 * @template T
 * @param {string} path
 * @param {string} doing
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function exclusive(path, doing, work) {
  mkdirSync(dirname(path), { recursive: true });
  let said = 0;
  let taken = takeLock(path);
  for (let waited = 0; 'holder' in taken; taken = takeLock(path)) {
    // Who only looked is gone by then.
    if (waited > MAX_PAUSE_MS && taken.holder !== said) console.error(`Waiting for process ${taken.holder}, which ${doing} …`);
    if (waited > MAX_PAUSE_MS) said = taken.holder;
    const pause = MIN_PAUSE_MS + Math.random() * (MAX_PAUSE_MS - MIN_PAUSE_MS);
    await new Promise((resolve) => setTimeout(resolve, pause));
    waited += pause;
  }
  try {
    return await work();
  } finally {
    taken.release();
  }
}
