import { createHmac, randomInt } from 'node:crypto';

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
export function digitsOf(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, westernDigit)
    .replace(/[^0-9]/g, '');
}

/** Unicode keeps the ten digits of a script in a row, from zero on (The Unicode Standard, §4.6). */
function westernDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
}
