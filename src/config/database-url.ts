import { accessSync, constants, statSync } from 'node:fs';
import { z } from 'zod';
import { decoded } from './decoded.ts';
import { hostName } from './host-name.ts';
import { lenientUrl } from './lenient-url.ts';

const FORM = 'is postgres://user:password@host:port/database, where a # in the password is written %23, a / %2F, a ? %3F and an @ %40';
/** What node-postgres tells apart; it takes any other word for TLS and says nothing. */
const SSL_MODES = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'];
const AS_VERIFY_FULL = /([?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/g;
const SSL = ['true', '1', '0', 'no-verify'];
const NEGOTIATIONS = ['postgres', 'direct'];
const FILES = ['sslcert', 'sslkey', 'sslrootcert'];
/** A user, and then no host: the folder of a socket stands in the query. */
const NO_HOST = /^([^@/?#]+:\/\/[^@/?#]*@)(?=\/)/;
const MAX_PORT = 65_535;

export interface DatabaseAddress {
  /** As node-postgres reads it the way it is read here: a percent sign that encodes nothing is encoded. */
  url: string;
  /** A name, an address, or the folder of a socket; empty where it does not say. */
  host: string;
  /** Null where it does not say. */
  tls: boolean | null;
}

/** A connection string of node-postgres, with a host or with the folder of a socket. Several hosts it does not know. */
export const databaseUrl = z.string('is not set').transform((written, context): DatabaseAddress => {
  const refuse = (message: string) => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  const text = written
    .trim()
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replaceAll(' ', '%20');
  const url = /^postgres(?:ql)?:\/\//i.test(text) ? lenientUrl(text.replace(NO_HOST, '$1socket')) : null;
  // Of two values the last one holds.
  const given: Record<string, string | undefined> = Object.fromEntries(url?.searchParams ?? []);
  const host = url && (given.host || (NO_HOST.test(text) ? '' : decoded(url.hostname)));
  const parts = url ? [url.username, url.password, url.pathname].map(decoded) : [null];
  if (typeof host !== 'string' || parts.includes(null) || !isPort(given.port || url?.port)) return refuse(FORM);
  if (host.includes(',')) return refuse('names several hosts; give it one');
  if (host !== '' && !host.startsWith('/') && hostName(host) === null) return refuse(FORM);
  const { sslmode, ssl, sslnegotiation } = given;
  if (sslmode !== undefined && !SSL_MODES.includes(sslmode)) return refuse(`has an sslmode that is none of ${SSL_MODES.join(', ')}`);
  if (ssl !== undefined && !SSL.includes(ssl)) return refuse(`has an ssl that is none of ${SSL.join(', ')}; say it with sslmode`);
  if (sslnegotiation !== undefined && !NEGOTIATIONS.includes(sslnegotiation)) return refuse(`has an sslnegotiation that is none of ${NEGOTIATIONS.join(', ')}`);
  const files = FILES.filter((name) => given[name]);
  const missing = files.filter((name) => !isReadable(given[name] as string));
  if (missing.length > 0) return refuse(`names in ${missing.join(' and ')} a file that can’t be read`);
  if (given.uselibpqcompat === 'true' && sslmode === 'verify-ca' && !given.sslrootcert) return refuse('has sslmode=verify-ca without an sslrootcert');
  const direct = sslnegotiation === 'direct';
  const tls = sslmode !== undefined ? sslmode !== 'disable' : files.length > 0 ? true : ssl !== undefined ? ssl !== '0' : direct || null;
  if (direct && !tls) return refuse('has sslnegotiation=direct, and no TLS that it could be said of');
  // To node-postgres these are another name for it, which it says in a warning of its own.
  return { url: given.uselibpqcompat === 'true' ? text : text.replace(AS_VERIFY_FULL, '$1verify-full'), host, tls };
});

function isPort(written: string | undefined): boolean {
  return !written || (/^\d+$/.test(written) && Number(written) >= 1 && Number(written) <= MAX_PORT);
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return !statSync(path).isDirectory();
  } catch {
    return false;
  }
}
