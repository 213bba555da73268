/** The site's address as a client may write it. */
export interface OwnAddress {
  /** Whether a Host field, or the authority of a target, names it. */
  isHost(host: string): boolean;
  /** Whether a Host field names 127.0.0.1, where the address is `localhost`: the same place, but no place of passkeys. */
  isLoopback(host: string): boolean;
  /** Whether an Origin field names it. */
  isOrigin(origin: string): boolean;
}

/** An authority without a user, and nothing that a URL parser would pass over or read as the end of it. */
const AUTHORITY = /^[^/?#@\\\s\u0000-\u001f\u007f]+$/;
/** In characters: a name has 253, in brackets an address has fewer; a port comes to it. */
const MAX_LENGTH = 300;

/** Compares as addresses, not as text: case, a default port, the dot of the root and the form of an IP address make no difference (RFC 3986 §3.2, §6.2). */
export function ownAddress({ protocol, hostname, host: own, origin: ownOrigin, port }: URL): OwnAddress {
  const scheme = `${protocol}//`;
  const loopback = hostname === 'localhost' ? `127.0.0.1${port && `:${port}`}` : null;
  const isHost = (host: string) => host === own || canonical(host, scheme) === own;
  return {
    isHost,
    isLoopback: (host) => loopback !== null && canonical(host, scheme) === loopback,
    isOrigin: (origin) => origin === ownOrigin || (origin.slice(0, scheme.length).toLowerCase() === scheme && isHost(origin.slice(scheme.length))),
  };
}

/** An authority as a URL parser writes it: names of any script in ASCII, addresses of both families in their one form, no default port; null for what is none. */
function canonical(host: string, scheme: string): string | null {
  if (host.length > MAX_LENGTH || !AUTHORITY.test(host)) return null;
  // Node gives each byte of a field as a character.
  const url = URL.parse(scheme + Buffer.from(host, 'latin1').toString());
  return url?.host.replace(/\.(?=:|$)/, '') ?? null;
}
