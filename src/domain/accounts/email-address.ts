import { domainToASCII } from 'node:url';
import { MAX_EMAIL_LENGTH } from '#model/forms/fields.ts';

/** RFC 5321 §4.5.3.1.3, less the angle brackets. */
const MAX_OCTETS = 254;
/** RFC 5321 §4.5.3.1.1. */
const MAX_LOCAL_OCTETS = 64;

/** The characters of a dot-atom of RFC 5321 §4.1.2, with the letters of all scripts (RFC 6531 §3.3); quoted strings are nobody's mailbox. */
const LOCAL = /^[\p{L}\p{M}\p{N}\p{S}\p{P}]+$/u;
const NOT_IN_LOCAL = /["(),:;<>[\\\]@]/;
const LABEL = /^[a-z0-9-]{1,63}$/;
/** The four dots of UTS #46. */
const DOTS = /[.\u3002\uff0e\uff61]/;
/** In characters. Encoding a label takes more than linear time, and never makes it shorter. */
const MAX_LABEL = 63;
/** Before any mapping a domain has letters, digits, hyphens and dots: an encoded octet, a port or a path is none of a domain. */
const TYPED_DOMAIN = /^[\p{L}\p{M}\p{N}\u200c\u200d\u3002\uff0e\uff61.-]+$/u;

/** Nearly every address, in which nothing is left to be composed or mapped: a dot-atom at a domain of ASCII, whose last label is no number by its first letter. */
const PLAIN =
  /^(?=[^@]{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

export interface EmailAddress {
  /** As its owner writes it, composed and without blanks around it. */
  spelling: string;
  /** One for every way to write the same mailbox: small letters, the domain in ASCII. */
  key: string;
}

/**
 * An address by the grammar of a mail domain. Null where the text is none. It is bounded before anything looks at its characters: what a
 * stranger sends may be of any length.
 */
export function emailAddress(typed: string): EmailAddress | null {
  if (typed.length > MAX_EMAIL_LENGTH) return null;
  if (typed.length <= MAX_OCTETS && PLAIN.test(typed)) return { spelling: typed, key: typed.toLowerCase() };
  return anyAddress(typed);
}

/** The same for what is written in any script. */
export function anyAddress(typed: string): EmailAddress | null {
  const spelling = typed.normalize('NFC').trim();
  const at = spelling.lastIndexOf('@');
  const [local, domain] = [spelling.slice(0, at), spelling.slice(at + 1)];
  if (at < 1 || !isDotAtom(local) || !TYPED_DOMAIN.test(domain) || domain.split(DOTS).some(({ length }) => length > MAX_LABEL)) return null;
  const ascii = domainToASCII(domain);
  const key = `${local.toLowerCase().normalize('NFC')}@${ascii}`;
  if (!isDomain(ascii) || Buffer.byteLength(key) > MAX_OCTETS || Buffer.byteLength(local) > MAX_LOCAL_OCTETS) return null;
  return { spelling, key };
}

function isDotAtom(local: string): boolean {
  return LOCAL.test(local) && !NOT_IN_LOCAL.test(local) && !local.split('.').includes('');
}

/** Two labels or more (RFC 1035 §2.3.1, RFC 5321 §4.1.2), as the name system has them; the last one is no number, or it would be an address. */
function isDomain(ascii: string): boolean {
  const labels = ascii.split('.');
  const isLabel = (label: string) => LABEL.test(label) && !label.startsWith('-') && !label.endsWith('-');
  return labels.length > 1 && labels.every(isLabel) && !/^\d+$/.test(labels.at(-1) ?? '');
}
