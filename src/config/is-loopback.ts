import { isIP } from 'node:net';

/** Whether a host, as a URL has it or without brackets, is this machine itself (RFC 6761 §6.3, RFC 1122 §3.2.1.3, RFC 4291 §2.5.3). */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (isIP(bare) === 0) return /(?:^|\.)localhost$/.test(bare);
  return bare.startsWith('127.') || bare === '::1';
}
