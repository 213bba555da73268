import { randomBytes } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { COST } from './budget.ts';
import { inTurn } from './in-turn.ts';
import { readHash } from './read-hash.ts';
import { argon2 } from './schemes/argon2.ts';
import type { ReadHash } from './schemes/hash-scheme.ts';

/** How our own hashes begin. */
export const OWN = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;

/**
 * What no password is: checked in place of a missing hash, so that an unknown address costs the same. An account whose hash came from
 * elsewhere can be told from both by its time, up to our budget, until its person has signed in once.
 */
const DUMMY = argon2.read(`${OWN}${base64(16)}$${base64(32)}`) as ReadHash;

function base64(bytes: number): string {
  return randomBytes(bytes).toString('base64').replaceAll('=', '');
}

/** An Argon2id hash (what the library makes unless told otherwise), as a PHC string. The caller has capped the size. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(1, () => hash(password.normalize('NFC'), COST));
}

/** Whether this is the password; without a hash, or with one that costs more than our budget, it never is, after the time of ours. */
export async function verifyPassword(phc: string | null, password: string): Promise<boolean> {
  const read = phc === null ? '' : readHash(phc);
  const { cost, verify } = typeof read === 'string' ? DUMMY : read;
  const right = await inTurn(cost, () => verify(password.normalize('NFC')));
  return right && typeof read !== 'string';
}
