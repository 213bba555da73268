import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { takeLock } from './take-lock.mjs';

const POLL_MS = 250;

/** Runs `work` while no other process of this checkout runs under the same lock file. Says whom it waits for. */
export async function exclusive<T>(path: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  let said = 0;
  for (let holder = takeLock(path); holder !== null; holder = takeLock(path)) {
    if (holder !== 0 && holder !== said) console.error(`Waiting for process ${holder}, which holds ${path} …`);
    said = holder || said;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}
