import { createHash } from 'node:crypto';

/** One name for a text and the facts that it is shown with, by their hashes: a form says by it what was seen. */
export function nameOfSeen(sourceHash: string, factsHash: string): string {
  return createHash('sha256').update(`${sourceHash} ${factsHash}`).digest('hex');
}
