import { z } from 'zod';
import { decoded } from './decoded.ts';
import { isLoopback } from './is-loopback.ts';
import { lenientUrl } from './lenient-url.ts';

const FORM = 'is postgres://user:password@host:port/database, where a # in the password is written %23, a / %2F, a ? %3F and an @ %40';
/** What node-postgres tells apart; it takes any other word for TLS and says nothing. */
const SSL_MODES = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'];

export interface DatabaseAddress {
  url: string;
  /** Another machine, and no TLS. */
  inTheClear: boolean;
}

/** A connection string of node-postgres, with a host or with the folder of a socket. Several hosts it does not know. */
export const databaseUrl = z.string('is not set').transform((written, context): DatabaseAddress => {
  const refuse = (message: string) => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  const text = written.trim();
  // The folder of a socket may stand in the query alone, with a user before it.
  const url = /^postgres(?:ql)?:\/\//i.test(text) ? lenientUrl(text.replace(/^([^@/]+:\/\/[^@/]*@)(?=\/)/, '$1socket')) : null;
  const hosts = url && (url.searchParams.get('host') ?? (/@\//.test(text) ? '' : decoded(url.hostname)));
  const parts = url ? [url.username, url.password, url.pathname].map(decoded) : [null];
  if (!url || typeof hosts !== 'string' || parts.includes(null) || !/^\d*$/.test(url.searchParams.get('port') ?? '')) return refuse(FORM);
  if (hosts.includes(',')) return refuse('names several hosts; give it one');
  const mode = url.searchParams.get('sslmode');
  if (mode !== null && !SSL_MODES.includes(mode)) return refuse(`has an sslmode that is none of ${SSL_MODES.join(', ')}`);
  const tls =
    mode === null
      ? /^(?:true|1)$/.test(url.searchParams.get('ssl') ?? '') ||
        url.searchParams.get('sslnegotiation') === 'direct' ||
        ['sslcert', 'sslkey', 'sslrootcert'].some((name) => url.searchParams.has(name))
      : mode !== 'disable';
  const here = hosts === '' || hosts.startsWith('/') || isLoopback(hosts);
  return { url: text, inTheClear: !tls && !here };
});
