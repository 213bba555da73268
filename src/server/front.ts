import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';
import type { Bundle, ServedDocument } from '#edition/bundle.ts';
import { isPicture } from '#edition/edition-files.ts';
import { isImmutable, isPrivatePath, localeOf, paths } from '#paths';
import { clientSource } from './client-source.ts';

/** Bounds of a request body; forms are far smaller. */
const MAX_BODY_BYTES = 64 * 1024;
const METHODS = ['GET', 'HEAD', 'POST'];
/** Next leaves a route handler's answer uncompressed, and sets its type as a list, which the default filter doesn't know. */
const compress = compression({ filter: (_request, response) => String(response.getHeader('Content-Type')).startsWith('text/html') });
const FORM_TYPES = /^application\/(x-www-form-urlencoded|json)\s*(;|$)/i;
/** Headers by which Next talks to itself: from outside they are forged. */
const INTERNAL_HEADER = /^(x-middleware-|x-invoke-|x-now-|x-matched-path$|next-|rsc$)/;
const CACHE = 'public, max-age=10, s-maxage=30, stale-while-revalidate=60, stale-if-error=86400';

export interface FrontOptions {
  url: URL;
  trustedProxies: string[];
  bundle: () => Bundle | null;
  /** `/healthz` and `/readyz`: answered for any host. */
  probes: Record<string, () => Promise<{ status: number; body: unknown }>>;
  /** A whole document in the site's look for a refusal, in the language of the path. */
  refusal: (status: number, path: string) => string;
  refusalPolicy: string;
  /** Everything private. */
  next: (request: IncomingMessage, response: ServerResponse) => unknown;
  /** In development documents must not be kept. */
  cache: boolean;
}

/** Screens every request: answers public GET and HEAD from the edition's bytes, refuses what is malformed, hands the rest to Next. */
export function createFront(options: FrontOptions) {
  const { url, next } = options;
  const loopback = url.hostname === 'localhost' ? `127.0.0.1:${url.port}` : null;
  const secure: Record<string, string> = {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(url.protocol === 'https:' ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
  };

  return (request: IncomingMessage, response: ServerResponse): unknown => {
    const path = decodePath(request.url ?? '');
    const probe = path === null ? undefined : options.probes[path];
    if (probe) return answerProbe(probe, response);
    for (const name in secure) response.setHeader(name, secure[name] as string);
    const refused = screen(request, path);
    if (refused !== null || path === null) return refuse(request, response, refused ?? 400);
    if (isPrivatePath(path)) {
      if (loopback !== null && request.headers.host === loopback) {
        if (request.method === 'POST') return refuse(request, response, 403);
        return response.writeHead(307, { Location: url.origin + request.url, 'Cache-Control': 'no-store' }).end();
      }
      request.headers['x-candor-source'] = clientSource(request, options.trustedProxies);
      return compress(request as never, response as never, () => next(request, response));
    }
    if (request.method === 'POST') return refuse(request, response, 405);
    const documents = options.bundle()?.documents;
    if (!documents) return refuse(request, response, 503);
    const document = documents.get(path);
    if (document) return send(request, response, document);
    if (path.length > 1 && path.endsWith('/') && documents.has(path.slice(0, -1))) {
      return response.writeHead(308, { Location: path.slice(0, -1), 'Cache-Control': CACHE }).end();
    }
    const missing = documents.get(paths.notFound(localeOf(path)));
    return missing ? send(request, response, missing) : refuse(request, response, 404);
  };

  /** The status to refuse with, or null. */
  function screen(request: IncomingMessage, path: string | null): number | null {
    const { method = '', headers } = request;
    if (path === null) return 400;
    if (headers.host !== url.host && headers.host !== loopback) return 421;
    if (!METHODS.includes(method)) return 405;
    for (const name in headers) if (INTERNAL_HEADER.test(name)) return 400;
    if (method !== 'POST') return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0 ? 400 : null;
    if (headers.origin === undefined ? headers['sec-fetch-site'] !== 'same-origin' : headers.origin !== url.origin) return 403;
    if (headers['content-length'] === undefined) return 411;
    if (Number(headers['content-length']) > MAX_BODY_BYTES) return 413;
    return FORM_TYPES.test(headers['content-type'] ?? '') ? null : 415;
  }

  function send(request: IncomingMessage, response: ServerResponse, document: ServedDocument): unknown {
    const cacheControl = !options.cache ? 'no-store' : isImmutable(document.path) ? 'public, max-age=31536000, immutable' : CACHE;
    response.setHeader('Cache-Control', cacheControl);
    if (document.csp) response.setHeader('Content-Security-Policy', document.csp);
    if (document.location !== null) return response.writeHead(302, { Location: document.location }).end();
    response.setHeader('ETag', document.etag);
    if (document.br !== null) response.setHeader('Vary', 'Accept-Encoding');
    // Feeds hand pictures to readers on other sites.
    if (isPicture(document.contentType)) response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    if (document.status === 200 && matches(request.headers['if-none-match'], document.etag)) return response.writeHead(304).end();
    const [encoding, bytes] = negotiate(request.headers['accept-encoding'], document);
    if (encoding !== null) response.setHeader('Content-Encoding', encoding);
    response.writeHead(document.status, { 'Content-Type': document.contentType, 'Content-Length': bytes.length });
    return response.end(request.method === 'HEAD' ? undefined : bytes);
  }

  function refuse(request: IncomingMessage, response: ServerResponse, status: number): unknown {
    const body = Buffer.from(options.refusal(status, decodePath(request.url ?? '') ?? '/'));
    if (status === 405) response.setHeader('Allow', 'GET, HEAD');
    if (status === 503) response.setHeader('Retry-After', '5');
    // A body that we did not read can't be told from the next request.
    response.writeHead(status, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': body.length,
      'Cache-Control': 'no-store',
      'Content-Security-Policy': options.refusalPolicy,
      Connection: 'close',
    });
    return response.end(request.method === 'HEAD' ? undefined : body);
  }
}

async function answerProbe(probe: () => Promise<{ status: number; body: unknown }>, response: ServerResponse): Promise<void> {
  const { status, body } = await probe();
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }).end(JSON.stringify(body));
}

/** The decoded path without its query, or null when it is malformed. */
export function decodePath(target: string): string | null {
  if (!target.startsWith('/') || target.startsWith('//')) return null;
  const end = target.indexOf('?');
  try {
    const path = decodeURIComponent(end === -1 ? target : target.slice(0, end));
    // Control characters, backslashes, and an encoded slash or dots that a router behind us might read as another path.
    if (/[\u0000-\u001f\u007f\\]|\/\.{1,2}(\/|$)|\/\//.test(path) || /%2f|%5c/i.test(target.slice(0, end === -1 ? undefined : end))) return null;
    return path;
  } catch {
    return null;
  }
}

function matches(header: string | undefined, etag: string): boolean {
  return header?.split(',').some((part) => part.trim().replace(/^W\//, '') === etag || part.trim() === '*') ?? false;
}

/** Brotli before gzip before identity; an encoding with `q=0` is refused by the client. */
function negotiate(header: string | undefined, document: ServedDocument): [string | null, Buffer] {
  const accepts = (name: string) => header !== undefined && new RegExp(`(^|[,\\s])${name}\\s*(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))(;|,|$)`, 'i').test(header);
  if (document.br && accepts('br')) return ['br', document.br];
  return document.gzip && accepts('gzip') ? ['gzip', document.gzip] : [null, document.identity];
}
