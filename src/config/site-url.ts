import { z } from 'zod';

const FORM = 'is the address that people type: https:// and a host, with nothing after it, like https://security.example.org';

/** Scheme, host and port, however they are written. A path would be in no link, so it is refused. */
export const siteUrl = z.string('is not set').transform((written, context): URL => {
  const url = /^\s*https?:\/\//i.test(written) ? URL.parse(written) : null;
  if (url === null || url.href !== `${url.origin}/` || url.hostname.endsWith('.')) {
    context.addIssue({ code: 'custom', message: FORM });
    return z.NEVER;
  }
  return url;
});
