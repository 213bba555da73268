import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';

/** Labels of 63 characters at most, 253 in all (RFC 1035 §2.3.4), with the dot of the root or without; the underscore is common. */
const NAME = /^(?=.{1,253}\.?$)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*\.?$/;
/** Where a URL parser sees a host end, or what it passes over. */
const NO_LETTER = /[/?#@:\\%\s\u0000-\u001f\u007f]/;

/** A name or an address as a resolver takes it, in ASCII and without brackets; null for what is neither. What ends in a number is an address or nothing (WHATWG URL §3.5). */
export function hostName(written: string): string | null {
  const bare = written.replace(/^\[(.+)\]$/, '$1');
  if (isIP(bare) !== 0) return bare;
  const name = NO_LETTER.test(bare) ? '' : domainToASCII(bare);
  return NAME.test(name) && isIP(name) === 0 ? name : null;
}
