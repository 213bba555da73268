import { createHmac, randomBytes } from 'node:crypto';
import { westernDigits } from '#domain/core/western-digits.ts';

/** 80 bits in four groups of four; without the letters that look like digits. */
export function newRecoveryCode(): string {
  const letters = [...randomBytes(16)].map((byte) => 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'[byte % 32]);
  return [0, 4, 8, 12].map((start) => letters.slice(start, start + 4).join('')).join('-');
}

/** What the database holds of a recovery code, however it was typed. */
export function recoveryCodeId(secret: string, accountId: bigint, typed: string): string {
  const code = westernDigits(typed)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  return createHmac('sha256', secret).update(`recovery code ${accountId} ${code}`).digest('hex');
}
