import { readHash } from './read-hash.ts';

/** Why sign-in would not check this hash, in words for a person and without the hash; null when it will. The hash itself is not tried. */
export function refusalOfHash(phc: string): string | null {
  const read = readHash(phc);
  return typeof read === 'string' ? read : null;
}
