import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { Unavailable } from '#domain/core/errors.ts';

/** OWASP's password storage cheat sheet: 19 MiB, two passes, one lane; some 10 ms. */
export const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** More than this at once would only slow each other down. */
const AT_ONCE = availableParallelism();

/** Those who may wait, some two seconds at most; who comes after them is asked to return. */
const MAX_WAITING = 100 * AT_ONCE;

/** What no password is: checked in place of a missing hash, so that an unknown address costs the same. */
const DUMMY = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$${base64(16)}$${base64(32)}`;

function base64(bytes: number): string {
  return randomBytes(bytes).toString('base64').replaceAll('=', '');
}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MAX_WAITING) throw new Unavailable(2);
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    // The next in line takes this place over.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** An Argon2id hash (what the library makes unless told otherwise), as a PHC string. The caller has capped the size. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFC'), COST));
}

/** Whether this is the password; without a hash it never is, after the same time. */
export async function verifyPassword(phc: string | null, password: string): Promise<boolean> {
  const right = await inTurn(() => verify(phc ?? DUMMY, password.normalize('NFC')));
  return right && phc !== null;
}
