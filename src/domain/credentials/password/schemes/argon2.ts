import { verify } from '@node-rs/argon2';
import { COST } from '../budget.ts';
import { isCanonical } from './base64.ts';
import type { HashScheme } from './hash-scheme.ts';

/** RFC 9106 §3.1, as a PHC string: 8 bytes of salt or more, 16 to 64 of hash; nothing keyed. */
const FORM = /^\$argon2(?:id|i|d)\$v=(?:16|19)\$m=(\d{1,9}),t=(\d{1,9}),p=(\d{1,9})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

/** Each lane waits for the others four times a pass: many lanes or passes over little memory take longer than their memory says. */
const MAX_LANES = 8;
const MAX_PASSES = 10;

/** Memory that no cache holds takes so many times as long. */
const BEYOND_CACHE = 4;

export const argon2: HashScheme = {
  name: 'Argon2',
  begins: /^\$argon2/,
  most: 'm=65536,t=4,p=8',
  read(phc) {
    const [, m, t, p, salt = '', hash = ''] = FORM.exec(phc) ?? [];
    const [memory, passes, lanes] = [m, t, p].map(Number) as [number, number, number];
    if (!(passes >= 1 && lanes >= 1 && memory >= 8 * lanes) || !isCanonical(salt) || !isCanonical(hash)) return null;
    const work = (memory * passes) / (COST.memoryCost * COST.timeCost);
    const bounded = lanes <= MAX_LANES && passes <= MAX_PASSES;
    return {
      cost: bounded ? work * (memory > COST.memoryCost ? BEYOND_CACHE : 1) : Number.POSITIVE_INFINITY,
      memoryKiB: memory,
      verify: (password) => verify(phc, password),
    };
  },
};
