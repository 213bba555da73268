import { createHash } from 'node:crypto';

/** The strong validator of a document: a hash of its bytes. */
export function etagOf(bytes: Buffer): string {
  return `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
}
