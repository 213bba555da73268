import { createHash } from 'node:crypto';

const known = new WeakMap<object, string>();

/** A short hash of data. Of an immutable object it is taken once: a publication hands over all posts, and few are new. */
export function digest(value: object): string {
  let hash = known.get(value);
  if (hash === undefined) {
    hash = hashOf(JSON.stringify(value));
    known.set(value, hash);
  }
  return hash;
}

/** One key of several parts. */
export function keyOf(...parts: (string | number | null)[]): string {
  return hashOf(JSON.stringify(parts));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
