import { createHmac, randomBytes, randomInt } from 'node:crypto';
import { westernDigits } from './western-digits.ts';

/** For somebody who is signed in: short enough to copy from a mail. */
export const CODE_TTL_MS = 10 * 60_000;
export const CODE_MAX_TRIES = 5;

/** For a new account, told by an operator; long enough that guessing needs no counting. */
export const ENROL_TTL_MS = 24 * 3_600_000;

export type CodePurpose = 'change-password' | 'enrol';

/** Eight digits. */
export function newCode(): string {
  return String(randomInt(100_000_000)).padStart(8, '0');
}

/** 100 bits in five groups of four; without the letters that look like digits. */
export function newEnrolmentCode(): string {
  const letters = [...randomBytes(20)].map((byte) => 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'[byte % 32]);
  return [0, 4, 8, 12, 16].map((start) => letters.slice(start, start + 4).join('')).join('-');
}

/**
 * What the database holds of a code, however it is spaced and in whichever script its digits were typed. Keyed: eight digits alone could be
 * tried out by whoever reads the table. What is typed is bounded by the form.
 */
export function codeId(secret: string, purpose: CodePurpose, accountId: bigint, typed: string): string {
  const code = westernDigits(typed)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  return createHmac('sha256', secret).update(`code ${purpose} ${accountId} ${code}`).digest('hex');
}

/** Stands in the table until the worker has made the code: nothing hashes to it. */
export function pendingId(): string {
  return `pending:${randomBytes(16).toString('hex')}`;
}
