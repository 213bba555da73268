import { verify } from '@node-rs/bcrypt';
import type { HashScheme } from './hash-scheme.ts';

/** 16 bytes of salt and 23 of hash, whose last letters have spare bits, all zero. `$2x$` marks hashes of a faulty implementation. */
const FORM = /^\$2[aby]\$(0[4-9]|[12]\d|3[01])\$[./A-Za-z0-9]{21}[.Oeu][./A-Za-z0-9]{30}[.CGKOSWaeimquy26]$/;

/** Key set-ups that take as long as one hash of ours; there are two to the power of the cost. */
const SETUPS = 150;

export const bcrypt: HashScheme = {
  name: 'bcrypt',
  begins: /^\$2[aby]\$/,
  most: 'the cost 12',
  read(phc) {
    const [, cost] = FORM.exec(phc) ?? [];
    if (cost === undefined) return null;
    return {
      cost: 2 ** Number(cost) / SETUPS,
      memoryKiB: 4,
      sees: 72,
      async verify(password) {
        // To bcrypt a password goes round: "one", a zero byte and "one" again are "one".
        return (await verify(password, phc)) && !password.includes('\0');
      },
    };
  },
};
