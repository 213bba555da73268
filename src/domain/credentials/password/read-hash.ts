import { MAX_COST, MAX_MEMORY_KIB } from './budget.ts';
import { argon2 } from './schemes/argon2.ts';
import { bcrypt } from './schemes/bcrypt.ts';
import type { ReadHash } from './schemes/hash-scheme.ts';
import { pbkdf2 } from './schemes/pbkdf2.ts';
import { scrypt } from './schemes/scrypt.ts';

const SCHEMES = [argon2, bcrypt, pbkdf2, scrypt];

/** Those that people may expect us to know. */
const OTHERS = /^\$([a-z0-9][a-z0-9-]{0,31})\$/;

/** What checks passwords against this hash at no more than our budget; or why nothing does, in words for a person and without the hash. */
export function readHash(phc: string): ReadHash | string {
  const scheme = SCHEMES.find(({ begins }) => begins.test(phc));
  if (!scheme) {
    const other = OTHERS.exec(phc)?.[1];
    return other === undefined
      ? 'password_hash is no PHC string'
      : `password_hash is of the scheme ${other}; only ${SCHEMES.map(({ name }) => name).join(', ')} can be checked`;
  }
  const read = scheme.read(phc);
  if (!read) return `password_hash is no ${scheme.name} hash of a form that can be checked`;
  if (read.cost > MAX_COST || read.memoryKiB > MAX_MEMORY_KIB) return `password_hash costs more to check than ${scheme.name} with ${scheme.most}`;
  return read;
}
