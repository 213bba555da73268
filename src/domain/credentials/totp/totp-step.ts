import { Secret, TOTP } from 'otpauth';
import { westernDigits } from '#domain/core/western-digits.ts';

/** Seconds. RFC 6238 §5.2, and what every authenticator app takes. */
const PERIOD = 30;
/** Steps either side, for clocks that differ. */
const WINDOW = 1;

/** The step, counted from 1970, of which this is the code; null where it is none of those about `now`, or the secret can't be read. */
export function totpStep(secret: Buffer | null, typed: string, now: Date): bigint | null {
  if (secret === null) return null;
  const token = westernDigits(typed).replace(/[^0-9]/g, '');
  const delta = totpOf(secret).validate({ token, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? null : BigInt(Math.floor(now.getTime() / 1000 / PERIOD) + delta);
}

/** What an authenticator app is told of a secret: `otpauth://…`, which it reads as a QR code. */
export function totpUri(secret: Buffer, names: { issuer: string; label: string }): string {
  return totpOf(secret, names).toString();
}

/** The secret in base32, for who types it into an app. */
export function totpKey(secret: Buffer): string {
  return totpOf(secret).secret.base32;
}

function totpOf(secret: Buffer, names: { issuer?: string; label?: string } = {}): TOTP {
  return new TOTP({ ...names, secret: new Secret({ buffer: new Uint8Array(secret).buffer }), algorithm: 'SHA1', digits: 6, period: PERIOD });
}
