import { z } from 'zod';
import { decoded } from './decoded.ts';
import { hostName } from './host-name.ts';
import { lenientUrl } from './lenient-url.ts';

const FORM =
  'is smtps://user:password@host:port, or smtp:// for a relay that begins without TLS, where a # in the password is written %23, a / %2F and a ? %3F; after it at most ?requireTLS=true';

/** Where mail goes out. */
export interface SmtpRelay {
  /** A name or an address, without brackets. */
  host: string;
  port: number;
  /** TLS from the first octet; else STARTTLS when the relay offers it. */
  secure: boolean;
  /** Sends nothing, the password least, without TLS. */
  requireTLS: boolean;
  auth: { user: string; pass: string } | undefined;
}

/** Without a port it is that of submission: 465 over TLS from the start (RFC 8314 §3.3), 587 else (RFC 6409 §3.1). */
export const smtpRelay = z.string().transform((written, context): SmtpRelay => {
  const url = /^\s*smtps?:\/\//i.test(written) ? lenientUrl(written) : null;
  const [user, pass, named] = [url?.username, url?.password, url?.hostname].map((part) => (part === undefined ? null : decoded(part)));
  const host = hostName(named ?? '');
  const understood = url && host !== null && url.port !== '0' && /^\/?$/.test(url.pathname) && /^(?:\?requireTLS=(?:true|false))?$/.test(url.search);
  if (!understood || typeof user !== 'string' || typeof pass !== 'string') {
    context.addIssue({ code: 'custom', message: FORM });
    return z.NEVER;
  }
  const secure = url.protocol === 'smtps:';
  return {
    host,
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    requireTLS: secure || url.search === '?requireTLS=true',
    auth: user === '' ? undefined : { user, pass },
  };
});
