import type { ServedDocument } from '#edition/edition-files.ts';
import { isPicture } from '#edition/edition-files.ts';
import { isPacked, unpacked } from '#edition/packed-bytes.ts';
import { isImmutable } from '#paths';
import type { Encoding } from './choose-encoding.ts';
import { routeOf } from '#server/front/screening/route-of.ts';

const CACHE = 'public, max-age=10, s-maxage=30, stale-while-revalidate=60, stale-if-error=86400';
const FEED = /\/feed\.(?:atom|rss|json)$/;

/** One encoding of a document with all that is sent with it, names and values in turn as `writeHead` takes them without copying. */
export interface Variant {
  etag: string;
  head: string[];
  /** Without what describes a body. */
  unchangedHead: string[];
  bytes: Buffer;
}

/** A document, ready to be sent. */
export interface Answer {
  status: number;
  /** As the log names it; null where that is the request's business. */
  route: string | null;
  /** Seconds since 1970 for a feed, whose readers ask by date; else null. */
  modified: number | null;
  /** The variant for an encoding that the client accepts, made when it is first asked for. */
  variant(encoding: Encoding): Variant;
}

/** Makes answers, and remembers them. */
export interface Answers {
  /** A public document's answer that was made before, by the document's path. */
  known(path: string): Answer | undefined;
  of(document: ServedDocument): Answer;
  /** The document as an answer that nobody keeps: a refusal, or what is not there. */
  unkept(document: ServedDocument): Answer;
  redirect(status: 302 | 308, location: string): Answer;
}

/** Bytes of unpacked documents that are remembered, for clients without Brotli: with more, all are forgotten and made again as they are asked for. */
const MAX_UNPACKED_BYTES = 8 * 1024 * 1024;

/** Answers of one edition, with the fields that every answer of this site has. `cache` is false in development, where nothing may be kept. */
export function answersOf(secure: readonly string[], cache: boolean): Answers {
  const known = new Map<string, Answer>();
  const unkept = new Map<string, Answer>();
  let unpackedBytes = 0;

  function bytesOf(document: ServedDocument, encoding: Encoding): Buffer {
    if (encoding === 'br' || !isPacked(document)) return document.packed;
    const bytes = unpacked(document, encoding);
    if (unpackedBytes > MAX_UNPACKED_BYTES) {
      known.clear();
      unkept.clear();
      unpackedBytes = 0;
    }
    unpackedBytes += bytes.length;
    return bytes;
  }

  function make(document: ServedDocument, cacheControl: string, route: string | null): Answer {
    const { status, path, contentType, csp, mtime } = document;
    const modified = FEED.test(path) ? mtime : null;
    const packed = isPacked(document);
    const shared = [...secure, 'Cache-Control', cacheControl];
    if (csp !== null) shared.push('Content-Security-Policy', csp);
    // Feeds hand pictures to readers on other sites.
    if (isPicture(contentType)) shared[shared.indexOf('Cross-Origin-Resource-Policy') + 1] = 'cross-origin';
    if (packed) shared.push('Vary', 'Accept-Encoding');
    if (modified !== null) shared.push('Last-Modified', new Date(modified * 1000).toUTCString());
    const variants: Partial<Record<Encoding, Variant>> = {};
    const makeVariant = (encoding: Encoding): Variant => {
      const bytes = bytesOf(document, encoding);
      // Each encoding is a representation of its own (RFC 9110 §8.8.3.3).
      const etag = encoding === 'identity' ? document.etag : document.etag.replace(/"$/, `-${encoding}"`);
      const unchangedHead = [...shared, 'ETag', etag];
      const head = [...unchangedHead, 'Content-Type', contentType, 'Content-Length', String(bytes.length)];
      if (encoding !== 'identity') head.push('Content-Encoding', encoding);
      return { etag, head, unchangedHead, bytes };
    };
    return {
      status,
      route,
      modified,
      variant(asked) {
        const encoding = packed ? asked : 'identity';
        variants[encoding] ??= makeVariant(encoding);
        return variants[encoding];
      },
    };
  }

  function redirect(status: 302 | 308, location: string): Answer {
    const head = [...secure, 'Cache-Control', cache ? CACHE : 'no-store', 'Location', location, 'Content-Length', '0'];
    const variant = { etag: '', head, unchangedHead: head, bytes: Buffer.alloc(0) };
    return { status, route: null, modified: null, variant: () => variant };
  }

  const remembered = (answers: Map<string, Answer>, path: string, answer: Answer) => {
    answers.set(path, answer);
    return answer;
  };
  return {
    known: (path) => known.get(path),
    of(document) {
      const { path, location } = document;
      const cacheControl = !cache ? 'no-store' : isImmutable(path) ? 'public, max-age=31536000, immutable' : CACHE;
      return (
        known.get(path) ??
        remembered(
          known,
          path,
          location === null
            ? make(document, cacheControl, routeOf(path))
            : { ...redirect(document.status === 308 ? 308 : 302, location), route: routeOf(path) },
        )
      );
    },
    unkept: (document) => unkept.get(document.path) ?? remembered(unkept, document.path, make(document, 'no-store', null)),
    redirect,
  };
}

/** Whether the client has this variant already; its tags count before its date (RFC 9110 §13.2.2). */
export function isUnchanged(answer: Answer, variant: Variant, ifNoneMatch: string | undefined, ifModifiedSince: string | undefined): boolean {
  if (answer.status !== 200) return false;
  if (ifNoneMatch !== undefined)
    return ifNoneMatch === variant.etag || ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === variant.etag || tag.trim() === '*');
  return ifModifiedSince !== undefined && answer.modified !== null && answer.modified * 1000 <= httpDate(ifModifiedSince);
}

/** In milliseconds; NaN, which no number is at most, for what is none of the three forms (RFC 9110 §5.6.7). The oldest names no zone, and means this one. */
function httpDate(written: string): number {
  if (!/^(?:mon|tue|wed|thu|fri|sat|sun)/i.test(written)) return Number.NaN;
  return Date.parse(/gmt$/i.test(written) ? written : `${written} GMT`);
}
