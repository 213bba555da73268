import { z } from 'zod';
import { isLoopback } from './is-loopback.ts';

const FORM =
  'is the address before /range/ of a service that speaks the range API of Have I Been Pwned: https:// and a host, a path if need be, or http:// on this machine; or the word off';

/** Where passwords are looked for among those that are known from breaches; null: nowhere. */
export const breachService = z.string().transform((written, context): URL | null => {
  if (written.trim() === 'off') return null;
  const url = /^\s*https?:\/\//i.test(written) ? URL.parse(written) : null;
  const bare = url !== null && url.username === '' && url.password === '' && url.search === '' && !written.includes('#') && url.port !== '0';
  if (!bare || (url.protocol === 'http:' && !isLoopback(url.hostname))) {
    context.addIssue({ code: 'custom', message: FORM });
    return z.NEVER;
  }
  // What is resolved against it stands below its path.
  return url.pathname.endsWith('/') ? url : new URL(`${url.pathname}/`, url);
});
