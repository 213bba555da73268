import { z } from 'zod';
import { hostName } from './host-name.ts';

const FORM = 'is the address that people type: https:// and a host, with nothing after it, like https://security.example.org';

/** What a URL parser passes over, or reads as something else than people do. */
const NOT_TYPED = /[\s\\@]/;
/** Every address of a machine, where it listens: nobody can go there. */
const NOBODYS = new Set(['0.0.0.0', '[::]']);

/** Scheme, host and port, however they are written. A path would be in no link, so it is refused. */
export const siteUrl = z.string('is not set').transform((written, context): URL => {
  const url = /^\s*https?:\/\//i.test(written) ? URL.parse(written) : null;
  if (
    url === null ||
    url.href !== `${url.origin}/` ||
    url.hostname.endsWith('.') ||
    url.port === '0' ||
    NOT_TYPED.test(written.trim()) ||
    hostName(url.hostname) === null ||
    NOBODYS.has(url.hostname)
  ) {
    context.addIssue({ code: 'custom', message: FORM });
    return z.NEVER;
  }
  return url;
});
