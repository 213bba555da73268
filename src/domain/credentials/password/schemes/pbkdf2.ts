import { pbkdf2 as derive, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { decodeBase64 } from './base64.ts';
import type { HashScheme } from './hash-scheme.ts';

/** The PHC's, `$i=600000,l=32$`, and passlib's, `$600000$`; passlib leaves SHA-1 unsaid. 8 bytes of salt or more, 16 to 64 of hash. */
const FORM = /^\$pbkdf2(?:-(sha1|sha256|sha512))?\$(?:i=(\d{1,9})(?:,l=(\d{1,3}))?|(\d{1,9}))\$([A-Za-z0-9+/.]{11,86})\$([A-Za-z0-9+/.]{22,86})$/;

/** Bytes of one block, each of which takes all iterations; and iterations that take as long as one hash of ours. */
const DIGESTS = {
  sha1: { bytes: 20, iterations: 45_000 },
  sha256: { bytes: 32, iterations: 60_000 },
  sha512: { bytes: 64, iterations: 33_000 },
} as const;

const pbkdf2Async = promisify(derive);

export const pbkdf2: HashScheme = {
  name: 'PBKDF2',
  begins: /^\$pbkdf2(?:-[a-z0-9]+)?\$/,
  most: '900,000 iterations',
  read(phc) {
    const [, named = 'sha1', asked, length, bare, salted = '', hashed = ''] = FORM.exec(phc) ?? [];
    const digest = named as keyof typeof DIGESTS;
    const iterations = Number(asked ?? bare);
    const [salt, hash] = [decodeBase64(salted), decodeBase64(hashed)];
    if (!(iterations >= 1) || !salt || !hash || (length !== undefined && Number(length) !== hash.length)) return null;
    const blocks = Math.ceil(hash.length / DIGESTS[digest].bytes);
    return {
      cost: (iterations * blocks) / DIGESTS[digest].iterations,
      memoryKiB: 1,
      verify: async (password) => timingSafeEqual(await pbkdf2Async(password, salt, iterations, hash.length, digest), hash),
    };
  },
};
