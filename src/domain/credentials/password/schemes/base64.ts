/** What may be the last letter by how many there are beyond a multiple of four: its spare bits are zero (RFC 4648 §3.5). */
const LAST: Record<number, RegExp> = { 0: /./, 2: /[AQgw]$/, 3: /[AEIMQUYcgkosw048]$/ };

/** Whether this is base64 as an encoder without padding writes it. The alphabet has been looked at. */
export function isCanonical(text: string): boolean {
  return LAST[text.length % 4]?.test(text) ?? false;
}

/** The bytes of base64 without padding, or of passlib's "ab64", which has a dot for the plus; null for what no encoder writes. */
export function decodeBase64(text: string): Buffer | null {
  const plain = text.replaceAll('.', '+');
  return isCanonical(plain) ? Buffer.from(plain, 'base64') : null;
}
