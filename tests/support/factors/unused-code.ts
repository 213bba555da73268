import { Secret, TOTP } from 'otpauth';
import type { Config } from '#config';
import { openTotpSecret } from '#domain/credentials/totp/totp-secret.ts';
import type { TotpSecret } from '#generated/prisma/client.ts';

/** Milliseconds; RFC 6238 §4.1. */
const STEP_MS = 30_000;

/** What an authenticator app shows whose person waits until it is a code that was not used yet; empty where the next but one would be needed. */
export function unusedCode({ secret }: Pick<Config, 'secret'>, { accountId, secret: sealed, lastStep }: TotpSecret): string {
  const opened = openTotpSecret(secret, accountId, sealed);
  const now = Math.floor(Date.now() / STEP_MS);
  const step = Math.max(now, Number(lastStep) + 1);
  if (opened === null || step > now + 1) return '';
  return new TOTP({ secret: new Secret({ buffer: new Uint8Array(opened).buffer }) }).generate({ timestamp: step * STEP_MS });
}
