/** The site's address as a client may write it. */
export interface OwnAddress {
  /** Whether a Host field, or the authority of a target, names it. */
  isHost(host: string): boolean;
  /** Whether a Host field names 127.0.0.1, where the address is `localhost`: the same place, but no place of passkeys. */
  isLoopback(host: string): boolean;
  /** Whether an Origin field names it. */
  isOrigin(origin: string): boolean;
}

const HOST = /^(\[[\da-f:.]+\]|[^:/?#@[\]\s]+)(?::(\d{0,5}))?$/i;

/** Compares as addresses, not as text: case, a default port and the dot of the root make no difference (RFC 3986 §3.2, §6.2.3). */
export function ownAddress(url: URL): OwnAddress {
  const defaultPort = url.protocol === 'https:' ? '443' : '80';
  const own = canonical(url.host, defaultPort);
  const loopback = url.hostname === 'localhost' ? `127.0.0.1:${url.port || defaultPort}` : null;
  const scheme = `${url.protocol}//`;
  const isHost = (host: string) => host === url.host || canonical(host, defaultPort) === own;
  return {
    isHost,
    isLoopback: (host) => loopback !== null && canonical(host, defaultPort) === loopback,
    isOrigin: (origin) => origin === url.origin || (origin.slice(0, scheme.length).toLowerCase() === scheme && isHost(origin.slice(scheme.length))),
  };
}

/** `name:port`, or null for what is no authority. */
function canonical(host: string, defaultPort: string): string | null {
  const found = HOST.exec(host);
  if (!found) return null;
  const [, name = '', port = ''] = found;
  return `${name.toLowerCase().replace(/\.$/, '')}:${port === '' ? defaultPort : Number(port)}`;
}
