import { type BlockList, isIPv4, isIPv6 } from 'node:net';

/** Whom failures are counted for: an IPv4 address, or the /64 of an IPv6 one, since a household has a whole /64; `unknown` for what is no address. */
export function clientSource(socketAddress: string, forwardedFor: string | undefined, trusted: BlockList): string {
  const address = clientAddress(plain(socketAddress), forwardedFor, trusted);
  if (isIPv4(address)) return address;
  if (!isIPv6(address)) return 'unknown';
  const [head = '', tail = ''] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const groups = address.includes('::') ? [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right] : left;
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** The socket's address, or the right-most forwarded one that is not a trusted proxy's. */
function clientAddress(socketAddress: string, forwardedFor: string | undefined, trusted: BlockList): string {
  let address = socketAddress;
  if (forwardedFor === undefined || !isIn(trusted, address)) return address;
  const forwarded = forwardedFor.split(',').map((part) => part.trim());
  for (let part = forwarded.pop(); part !== undefined && isIn(trusted, address); part = forwarded.pop()) if (part !== '') address = plain(part);
  return address;
}

const isIn = (list: BlockList, address: string) => (isIPv4(address) ? list.check(address) : isIPv6(address) && list.check(address, 'ipv6'));

/** `::ffff:192.0.2.1` is how a socket that takes both families writes an IPv4 address; some proxies add the port. */
function plain(written: string): string {
  const address = /^\[([^\]]+)\](?::\d+)?$/.exec(written)?.[1] ?? /^([\d.]+):\d+$/.exec(written)?.[1] ?? written;
  return address.startsWith('::ffff:') && isIPv4(address.slice(7)) ? address.slice(7) : address;
}
