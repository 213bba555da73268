import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** RFC 4226 §4 recommends 160 bits. */
const SECRET_BYTES = 20;
/** NIST SP 800-38D §8.2: 96 bits; the tag is a whole block. */
const IV_BYTES = 12;
const TAG_BYTES = 16;

export function newTotpSecret(): Buffer {
  return randomBytes(SECRET_BYTES);
}

/** A secret as the database holds it: AES-256-GCM, for this account alone. */
export function sealTotpSecret(key: string, accountId: bigint, secret: Buffer): Buffer<ArrayBuffer> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(key), iv).setAAD(ownerOf(accountId));
  const body = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Null where the row is another account's, altered, or sealed under another CANDOR_SECRET. */
export function openTotpSecret(key: string, accountId: bigint, sealed: Uint8Array): Buffer | null {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(key), bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES }).setAAD(ownerOf(accountId));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

function keyOf(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', 'candor totp secret', 32));
}

function ownerOf(accountId: bigint): Buffer {
  return Buffer.from(String(accountId));
}
