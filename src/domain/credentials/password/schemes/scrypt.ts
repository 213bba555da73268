import { scrypt as derive, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { MAX_MEMORY_KIB } from '../budget.ts';
import { decodeBase64 } from './base64.ts';
import type { HashScheme } from './hash-scheme.ts';

/** Passlib's and the PHC's: log2 of N, the block size, lanes; 8 bytes of salt or more, 16 to 64 of hash. */
const FORM = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/.]{11,86})\$([A-Za-z0-9+/.]{22,86})$/;

/** Below this, what comes before and after the mixing costs more than the mixing. */
const MIN_LN = 10;

/** Blocks mixed (N·r·p) that take as long as one hash of ours. */
const BLOCKS = 27_000;

const scryptAsync = promisify<Buffer, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(derive);

export const scrypt: HashScheme = {
  name: 'scrypt',
  begins: /^\$scrypt\$/,
  most: 'ln=16,r=8,p=1',
  read(phc) {
    const [, ln, size, lanes, salted = '', hashed = ''] = FORM.exec(phc) ?? [];
    const [N, r, p] = [2 ** Number(ln), Number(size), Number(lanes)];
    const [salt, hash] = [decodeBase64(salted), decodeBase64(hashed)];
    if (!(Number(ln) >= MIN_LN && r >= 1 && p >= 1) || !salt || !hash) return null;
    return {
      cost: (N * r * p) / BLOCKS,
      memoryKiB: (128 * N * r) / 1024,
      async verify(password) {
        const made = await scryptAsync(Buffer.from(password), salt, hash.length, { N, r, p, maxmem: 2 * MAX_MEMORY_KIB * 1024 });
        return timingSafeEqual(made, hash);
      },
    };
  },
};
