/** What a request line asks for, read and judged. */
export interface Target {
  /** Decoded, without the query. */
  path: string;
  /** As it was sent, in origin form: path and query. */
  sent: string;
  /** The authority of an absolute-form target, which counts instead of the Host header (RFC 9112 §3.2.2). */
  host: string | null;
}

const ABSOLUTE = /^https?:\/\/([^/?#]*)(.*)$/i;
/** Control characters, backslashes, a fragment, and dots or empty parts that a router behind us might read as another path. */
const FORBIDDEN = /[\u0000-\u001f\u007f\\]|\/\.{1,2}(?:\/|$)|\/\//;

/** Reads a target of bounded length; null when it is malformed, or may be read as another path by somebody behind us. */
export function readTarget(target: string): Target | null {
  const absolute = target.startsWith('/') ? null : ABSOLUTE.exec(target);
  if (absolute) {
    const [, host = '', rest = ''] = absolute;
    return host === '' ? null : inOriginForm(rest.startsWith('/') ? rest : `/${rest}`, host);
  }
  return inOriginForm(target, null);
}

function inOriginForm(sent: string, host: string | null): Target | null {
  if (!sent.startsWith('/') || sent.includes('#')) return null;
  const end = sent.indexOf('?');
  const encoded = end === -1 ? sent : sent.slice(0, end);
  // An encoded slash or backslash separates for some and is a letter for others.
  if (/%2f|%5c/i.test(encoded)) return null;
  try {
    const path = decodeURIComponent(encoded);
    return FORBIDDEN.test(path) ? null : { path, sent, host };
  } catch {
    return null;
  }
}
