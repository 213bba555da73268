import { Unavailable } from '#domain/core/errors.ts';
import { hashPassword, OWN } from './password-hash.ts';
import { readHash } from './read-hash.ts';

/**
 * A hash of ours for a password that was just found to be right, where the account's was made elsewhere or at another cost; null where
 * it stays. A longer password than the scheme looks at stays as it is: what was not looked at may be mistyped.
 */
export async function renewedHash(phc: string, password: string): Promise<string | null> {
  if (phc.startsWith(OWN)) return null;
  const read = readHash(phc);
  if (typeof read === 'string' || (read.sees !== undefined && Buffer.byteLength(password.normalize('NFC')) > read.sees)) return null;
  try {
    return await hashPassword(password);
  } catch (error) {
    // Too many wait: the next sign-in does it.
    if (error instanceof Unavailable) return null;
    throw error;
  }
}
