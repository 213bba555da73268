import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { z } from 'zod';

/** Addresses and networks, separated by commas. */
export const trustedProxies = z.string().transform((written, context): BlockList => {
  const list = new BlockList();
  for (const part of written.split(',').map((each) => each.trim())) {
    if (part === '') continue;
    const [address = '', prefix, ...rest] = part.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    const bits = prefix === undefined ? null : /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.NaN;
    const known = (isIPv4(address) || isIPv6(address)) && rest.length === 0 && (bits === null || bits <= (family === 'ipv4' ? 32 : 128));
    if (!known) context.addIssue({ code: 'custom', message: `“${part}” is neither an address nor a network such as 10.0.0.0/8.` });
    else if (bits === null) list.addAddress(address, family);
    else list.addSubnet(address, bits, family);
  }
  return list;
});
