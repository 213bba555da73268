/** What a request line asks for, read and judged. */
export interface Target {
  /** Decoded, without the query. */
  path: string;
  /** In origin form, path and query: as it was sent, but for letters that need no escape (RFC 3986 §6.2.2.2), which somebody behind us would not read. */
  sent: string;
  /** The authority of an absolute-form target, which counts instead of the Host header (RFC 9112 §3.2.2). */
  host: string | null;
}

const ABSOLUTE = /^https?:\/\/([^/?#]*)(.*)$/i;
/** Control characters, backslashes, a fragment, and dots or empty parts that a router behind us might read as another path. */
const FORBIDDEN = /[\u0000-\u001f\u007f\\]|\/\.{1,2}(?:\/|$)|\/\//;

/** Runs of letters, digits, and -._~ */
const ESCAPED_NEEDLESSLY = /(?:%(?:4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9ae]|3[0-9]|2[de]|5f))+/gi;

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
  const encoded = (end === -1 ? sent : sent.slice(0, end)).replace(ESCAPED_NEEDLESSLY, decodeURIComponent);
  // An encoded slash or backslash separates for some and is a letter for others.
  if (/%2f|%5c/i.test(encoded)) return null;
  try {
    const path = decodeURIComponent(encoded);
    return FORBIDDEN.test(path) ? null : { path, sent: end === -1 ? encoded : encoded + sent.slice(end), host };
  } catch {
    return null;
  }
}
