import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BlockList } from 'node:net';
import type { Bundle } from '#edition/bundle.ts';
import type { Refusal } from '#model/refusals.ts';
import { DEFAULT_LOCALE, isPrivatePath, localeOf, paths } from '#paths';
import type { AccessLog, Answered } from './access-log.ts';
import { type Answer, answersOf, isUnchanged } from './answers.ts';
import { type Encoding, encodingChooser } from './choose-encoding.ts';
import { clientSource } from '#server/front/screening/client-source.ts';
import type { HandedOn, HandOver } from './hand-over.ts';
import { endUnread } from '#server/front/screening/end-unread.ts';
import { inTurns } from './in-turns.ts';
import { ownAddress } from '#server/front/screening/own-address.ts';
import { privateRoute, type PrivateRoute } from '#server/front/screening/private-routes.ts';
import { readBody } from '#server/front/screening/read-body.ts';
import { type Fields, readFields } from '#server/front/screening/read-fields.ts';
import { readTarget, type Target } from '#server/front/screening/read-target.ts';
import { hasBody, isFramed, screenPost } from '#server/front/screening/screen-post.ts';
import { type PlainRefusals, refusalDocument } from './refusal-pages.ts';
import { NO_ROUTE, routeOf } from '#server/front/screening/route-of.ts';

/** Bytes of a request line's target: the longest address of ours has a few hundred. */
const MAX_TARGET_BYTES = 2 * 1024;
const PUBLIC_METHODS = 'GET, HEAD';
/** Bodies with files that are held at once, of people who may send them: so many times what such a form declares is the memory that they take. */
const MAX_UPLOADS = 4;
/** nginx's word for a client that left before it was answered. */
const CLIENT_LEFT = 499;
/** Statuses of documents that an address leads to; the others are refusals. */
const ASKED_FOR = new Set<number>([200, 302, 308, 404]);

export interface FrontOptions {
  url: URL;
  trustedProxies: BlockList;
  bundle: () => Bundle | null;
  /** `/healthz` and `/readyz`: answered for any host. */
  probes: ReadonlyMap<string, () => { status: number; body: unknown }>;
  plainRefusals: PlainRefusals;
  /** Hands a screened request to the app; answers false when the app can't take or finish it and nothing was sent yet. */
  handOn: (request: IncomingMessage, response: ServerResponse, handed: HandedOn) => Promise<boolean>;
  /** Asks the app, before a large body is read, whether its sender may. */
  ask: HandOver['ask'];
  log: AccessLog;
  dev: boolean;
}

/** One request, its answer to come, and what the log says of both. */
interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  method: string;
  requestId: string;
  /** Milliseconds of the process's clock. */
  began: number;
  route: string;
}

/** Fields that every answer of this site has, names and values in turn. */
export function secureFields(url: URL): string[] {
  const fields = ['X-Content-Type-Options', 'nosniff', 'Referrer-Policy', 'same-origin', 'Cross-Origin-Opener-Policy', 'same-origin'];
  fields.push('Cross-Origin-Resource-Policy', 'same-origin');
  return url.protocol === 'https:' ? [...fields, 'Strict-Transport-Security', 'max-age=63072000; includeSubDomains'] : fields;
}

/** Screens every request: answers public GET and HEAD from the edition's bytes, refuses what is malformed, hands the rest on. */
export function createFront(options: FrontOptions) {
  const { url } = options;
  const own = ownAddress(url);
  const secure = secureFields(url);
  const choose = encodingChooser();
  const inTurn = inTurns();
  let answers = answersOf(secure, !options.dev);
  let shown: Bundle | null = null;
  let uploads = 0;

  return (request: IncomingMessage, response: ServerResponse): void => {
    const { method = '', url: sent = '' } = request;
    const exchange: Exchange = { request, response, method, requestId: randomUUID(), began: performance.now(), route: NO_ROUTE };
    const bundle = options.bundle();
    if (bundle !== shown) {
      shown = bundle;
      answers = answersOf(secure, !options.dev);
    }
    const fields = readFields(request.rawHeaders);
    if (typeof fields === 'number') return refuse(exchange, fields, '/');
    // Most requests: a public document that somebody asked for before, by its own path.
    const known = answers.known(sent);
    if (known !== undefined && (method === 'GET' || method === 'HEAD') && !hasBody(fields) && own.isHost(fields.host ?? '')) {
      return send(exchange, known, fields);
    }
    if (sent.length > MAX_TARGET_BYTES) return refuse(exchange, 414, '/');
    const target = readTarget(sent);
    // The whole server's methods (RFC 9110 §9.3.7).
    if (sent === '*' && method === 'OPTIONS') return refuse(exchange, 405, '/', { allow: `${PUBLIC_METHODS}, POST` });
    if (target === null) return refuse(exchange, 400, sent);
    exchange.route = routeOf(target.path);
    judge(exchange, target, fields);
  };

  function judge(exchange: Exchange, target: Target, fields: Fields): void {
    const { path } = target;
    const { method } = exchange;
    const probe = options.probes.get(path);
    if (probe) {
      exchange.route = path;
      return PUBLIC_METHODS.split(', ').includes(method) ? answerProbe(exchange, probe()) : refuse(exchange, 405, path, { allow: PUBLIC_METHODS });
    }
    const host = target.host ?? fields.host;
    if (host === undefined) return refuse(exchange, 400, path);
    const loopback = own.isLoopback(host);
    if (!loopback && !own.isHost(host)) return refuse(exchange, 421, path);
    const isPrivate = isPrivatePath(path);
    const route = isPrivate ? privateRoute(path, options.dev) : null;
    const methods = route?.methods ?? PUBLIC_METHODS;
    if (!methods.split(', ').includes(method)) return refuse(exchange, 405, path, { allow: methods });
    if (!isFramed(fields) || (method !== 'POST' && hasBody(fields))) return refuse(exchange, 400, path);
    if (!isPrivate) return show(exchange, path, fields);
    if (route === null) return missing(exchange, target, fields);
    if (loopback) return method === 'POST' ? refuse(exchange, 403, path) : lead(exchange, 307, url.origin + target.sent);
    const refused = method === 'POST' ? screenPost(fields, own, route) : null;
    if (refused !== null) return refuse(exchange, refused, path);
    void handOn(exchange, { target, fields, route });
  }

  async function handOn(exchange: Exchange, { target, fields, route }: { target: Target; fields: Fields; route: PrivateRoute }): Promise<void> {
    if (route.asksAt === undefined) return takeBody(exchange, { target, fields, route });
    const source = sourceOf(exchange, fields);
    const status = await options.ask(route.asksAt, { fields, source, requestId: exchange.requestId });
    if (status === null || status >= 500 || uploads >= MAX_UPLOADS) return refuse(exchange, 503, target.path);
    if (status !== 200) return refuse(exchange, 403, target.path);
    // The client left while the app was asked: nothing would tell of it any more.
    if (exchange.response.destroyed) return options.log.answered(told(exchange, CLIENT_LEFT, 0));
    uploads += 1;
    exchange.response.once('close', () => {
      uploads -= 1;
    });
    return takeBody(exchange, { target, fields, route });
  }

  function sourceOf({ request }: Exchange, fields: Fields): string {
    return clientSource(request.socket.remoteAddress ?? '', fields['x-forwarded-for'], options.trustedProxies);
  }

  async function takeBody(exchange: Exchange, { target, fields, route }: { target: Target; fields: Fields; route: PrivateRoute }): Promise<void> {
    const { request, response, method, requestId } = exchange;
    if (method === 'POST' && waitsToSend(request, fields)) response.writeContinue();
    const body = method === 'POST' ? await readBody(request, route.maxBytes, route.asksAt === undefined) : Buffer.alloc(0);
    if (body === null) return options.log.answered(told(exchange, CLIENT_LEFT, 0));
    if (typeof body === 'number') return refuse(exchange, body, target.path);
    const source = sourceOf(exchange, fields);
    const ended = (bytes: number) => options.log.handedOn(told(exchange, response.headersSent ? response.statusCode : CLIENT_LEFT, bytes));
    inTurn(() => {
      void options.handOn(request, response, { sent: target.sent, fields, source, body, requestId, ended }).then((taken) => {
        if (!taken) refuse(exchange, 503, target.path, { read: true, encoding: choose(fields['accept-encoding']) });
      });
    });
  }

  function show(exchange: Exchange, path: string, fields: Fields): void {
    const documents = shown?.documents;
    if (!documents) return refuse(exchange, 503, path);
    const document = documents.get(path);
    if (document && ASKED_FOR.has(document.status)) return send(exchange, answers.of(document), fields);
    if (path.length > 1 && path.endsWith('/') && documents.has(path.slice(0, -1))) return send(exchange, answers.redirect(308, path.slice(0, -1)), fields);
    const absent = notFound(documents, path);
    return absent ? send(exchange, answers.of(absent), fields) : refuse(exchange, 503, path);
  }

  /** A private path that is nobody's, or whose page stands without the slash. */
  function missing(exchange: Exchange, { path, sent }: Target, fields: Fields): void {
    const page = path.endsWith('/') ? path.slice(0, -1) : null;
    if (page !== null && privateRoute(page, options.dev) !== null) return lead(exchange, 308, page + (/\?.*/.exec(sent)?.[0] ?? ''));
    const absent = shown && notFound(shown.documents, path);
    return absent ? send(exchange, answers.unkept(absent), fields) : refuse(exchange, 503, path);
  }

  /** Sends on, for this time alone. */
  function lead(exchange: Exchange, status: 307 | 308, location: string): void {
    end(exchange, status, [...secure, 'Location', location, 'Cache-Control', 'no-store', 'Content-Length', '0']);
  }

  function answerProbe(exchange: Exchange, { status, body }: { status: number; body: unknown }): void {
    const bytes = Buffer.from(JSON.stringify(body));
    end(exchange, status, [...secure, 'Content-Type', 'application/json', 'Content-Length', String(bytes.length), 'Cache-Control', 'no-store'], bytes);
  }

  function send(exchange: Exchange, answer: Answer, fields: Fields): void {
    exchange.route = answer.route ?? exchange.route;
    const variant = answer.variant(choose(fields['accept-encoding']));
    if (isUnchanged(answer, variant, fields['if-none-match'], fields['if-modified-since'])) return end(exchange, 304, variant.unchangedHead);
    end(exchange, answer.status, variant.head, variant.bytes);
  }

  /** `read`: the whole body was read, and the connection can go on. Only fields that were read within their bounds choose an encoding. */
  function refuse(
    exchange: Exchange,
    status: Refusal,
    path: string,
    { allow, read = false, encoding = 'identity' }: { allow?: string; read?: boolean; encoding?: Encoding } = {},
  ): void {
    const { head, bytes } = answers.unkept(refusalDocument(status, path, shown?.documents, options.plainRefusals)).variant(encoding);
    const more = allow === undefined ? [] : ['Allow', allow];
    if (status === 503) more.push('Retry-After', '5');
    // A body that we did not read can't be told from the next request.
    if (!read) more.push('Connection', 'close');
    end(exchange, status, [...head, ...more], bytes);
  }

  /** The one end of what the front answers by itself. */
  function end(exchange: Exchange, status: number, head: string[], bytes?: Buffer): void {
    const body = exchange.method === 'HEAD' ? undefined : bytes;
    endUnread(exchange.request, exchange.response.writeHead(status, head), body);
    options.log.answered(told(exchange, status, body?.length ?? 0));
  }
}

function told({ method, requestId, route, began }: Exchange, status: number, bytes: number): Answered {
  return { requestId, method, route, status, bytes, ms: performance.now() - began };
}

/** Whether the client keeps its body back until it is asked for it (RFC 9110 §10.1.1): a request is screened before. */
function waitsToSend(request: IncomingMessage, { expect }: Fields): boolean {
  return request.httpVersion === '1.1' && expect?.toLowerCase() === '100-continue';
}

/** The 404 document in the language of the path, or in the default one where the site does not offer that. */
function notFound(documents: Bundle['documents'], path: string) {
  return documents.get(paths.notFound(localeOf(path))) ?? documents.get(paths.notFound(DEFAULT_LOCALE));
}
