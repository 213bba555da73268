import { createHash, randomBytes } from 'node:crypto';

/** 256 bits that only a cookie holds. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database calls the holder of a secret: nobody can go back from it. */
export function secretId(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
