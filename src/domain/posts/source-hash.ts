import { createHash } from 'node:crypto';

/** SHA-256 (hex) of a text and the hashes of its pictures: of all that a reader sees but the facts. Another picture is another revision. */
export function sourceHash(source: string, pictures: readonly string[]): string {
  // No text holds NUL.
  return createHash('sha256')
    .update([source, ...pictures].join('\0'))
    .digest('hex');
}
