import { domainToASCII } from 'node:url';

/** RFC 5321 §4.5.3.1.3, less the angle brackets. */
const MAX_OCTETS = 254;

/** What sign-in looks up: one key for every way to write the same address. Null where the text is no address. */
export function emailKey(typed: string): string | null {
  const email = typed.normalize('NFC').trim().toLowerCase();
  const at = email.lastIndexOf('@');
  const local = email.slice(0, at);
  const domain = domainToASCII(email.slice(at + 1));
  if (at < 1 || domain === '' || !local.isWellFormed() || /[\s\p{Cc}\p{Cf}"(),:;<>[\\\]@]/u.test(local)) return null;
  const key = `${local}@${domain}`;
  return Buffer.byteLength(key) > MAX_OCTETS ? null : key;
}
