import { createHmac, randomInt } from 'node:crypto';
import { westernDigits } from './western-digits.ts';

/** Short enough to copy from a mail. */
export const CODE_TTL_MS = 10 * 60_000;
export const CODE_MAX_TRIES = 5;

/** Eight digits. */
export function newCode(): string {
  return String(randomInt(100_000_000)).padStart(8, '0');
}

/**
 * What the database holds of the code of a request, however it is spaced and in whichever script its digits were typed. Keyed: eight digits
 * alone could be tried out by whoever reads the table. What is typed is bounded by the form.
 */
export function codeHash(secret: string, requestId: string, typed: string): string {
  return createHmac('sha256', secret)
    .update(`code ${requestId} ${digitsOf(typed)}`)
    .digest('hex');
}

/** The digits of what was typed, as western ones; whatever else is left out. */
function digitsOf(typed: string): string {
  return westernDigits(typed).replace(/[^0-9]/g, '');
}
