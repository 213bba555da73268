import { createHmac } from 'node:crypto';
import type { Config } from '#config';

/** Signatures that are taken: EdDSA, ES256, RS256 (RFC 9053 §2, RFC 8812 §2). */
export const ALGORITHMS = [-8, -7, -257];

/** Whom a passkey is for: this site, by its one address. An answer for another origin or another name is refused. */
export function relyingParty({ url }: Config): { id: string; origin: string } {
  return { id: url.hostname, origin: url.origin };
}

/** What an authenticator keeps of an account: says nothing, and is the same for all of its passkeys. */
export function userHandle({ secret }: Config, accountId: bigint): Buffer<ArrayBuffer> {
  return createHmac('sha256', secret).update(`passkey user ${accountId}`).digest() as Buffer<ArrayBuffer>;
}
