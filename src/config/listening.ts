import { z } from 'zod';
import { hostName } from './host-name.ts';

/** An address of this machine, in brackets or not, or a name of it. */
export const listeningHost = z.string().transform((written, context): string => {
  const host = hostName(written.trim());
  if (host !== null) return host;
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
