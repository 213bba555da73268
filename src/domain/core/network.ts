/** All that is kept of where somebody came from: the /24 of an IPv4 address, the /48 of an IPv6 network. */
export function networkOf(source: string): string {
  const v4 = /^(\d+\.\d+\.\d+)\.\d+$/.exec(source);
  if (v4) return `${v4[1]}.0/24`;
  const v6 = /^([\da-f]+:[\da-f]+:[\da-f]+):[\da-f]+::\/64$/.exec(source);
  return v6 ? `${v6[1]}::/48` : 'unknown';
}
