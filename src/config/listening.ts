import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { z } from 'zod';

/** An address of this machine, in brackets or not, or a name of it. What ends in a number is an address or nothing (WHATWG URL §3.5). */
export const listeningHost = z.string().transform((written, context): string => {
  const host = written.trim().replace(/^\[(.+)\]$/, '$1');
  const name = domainToASCII(host);
  if (isIP(host) !== 0) return host;
  if (/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/.test(name) && isIP(name) === 0) return name;
  context.addIssue({ code: 'custom', message: 'is an address or a name of this machine, without a port, like 127.0.0.1' });
  return z.NEVER;
});

/** 0: any that is free. */
export const listeningPort = z.string().transform((written, context): number => {
  const port = /^\s*\d{1,5}\s*$/.test(written) ? Number(written) : Number.NaN;
  if (port <= 65_535) return port;
  context.addIssue({ code: 'custom', message: 'is a port, 0 to 65535' });
  return z.NEVER;
});
