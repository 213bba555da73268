import { createHash, randomBytes } from 'node:crypto';

/** 256 bits that only the cookie holds. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database calls the session of a secret: nobody can go back from it. */
export function sessionId(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
