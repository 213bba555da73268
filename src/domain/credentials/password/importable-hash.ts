import { COST } from './password-hash.ts';

/** RFC 9106 §3.1, as a PHC string: 8 bytes of salt or more, 16 to 64 of hash; nothing keyed. */
const ARGON2 = /^\$argon2(?:id|i|d)\$v=(?:16|19)\$m=(\d{1,9}),t=(\d{1,9}),p=(\d{1,9})\$[A-Za-z0-9+/]{11,86}\$[A-Za-z0-9+/]{22,86}$/;
const SCHEME = /^\$(argon2(?:id|i|d)?|2[abxy]|pbkdf2(?:-[a-z0-9]+)?|scrypt|[156])\$/;

/** Why sign-in could not check this hash, in words for a person and without the hash; null when it can, at no more than the cost of our own. */
export function refusalOfHash(phc: string): string | null {
  const [, memory, passes, lanes] = (ARGON2.exec(phc) ?? []).map(Number);
  if (memory !== undefined && passes !== undefined && lanes !== undefined) {
    if (passes < 1 || lanes < 1 || memory < 8 * lanes) return 'password_hash has costs that Argon2 does not know';
    const within = memory <= COST.memoryCost && passes <= COST.timeCost && lanes <= COST.parallelism;
    return within ? null : `password_hash costs more than m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}`;
  }
  const scheme = SCHEME.exec(phc)?.[1];
  if (scheme === undefined) return 'password_hash is no PHC string';
  return scheme.startsWith('argon2')
    ? 'password_hash is no Argon2 hash of ours to check'
    : `password_hash is of the scheme ${scheme}; only Argon2 can be checked`;
}
