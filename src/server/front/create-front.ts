import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BlockList } from 'node:net';
import type { Bundle } from '#edition/bundle.ts';
import type { Refusal } from '#model/refusals.ts';
import { DEFAULT_LOCALE, isPrivatePath, localeOf, paths } from '#paths';
import { type Answer, answersOf, isUnchanged } from './answers.ts';
import { type Encoding, encodingChooser } from './choose-encoding.ts';
import { clientSource } from '#server/front/screening/client-source.ts';
import type { HandedOn } from './hand-over.ts';
import { inTurns } from './in-turns.ts';
import { ownAddress } from '#server/front/screening/own-address.ts';
import { privateRoute, type Route } from '#server/front/screening/private-routes.ts';
import { readBody } from '#server/front/screening/read-body.ts';
import { type Fields, readFields } from '#server/front/screening/read-fields.ts';
import { readTarget, type Target } from '#server/front/screening/read-target.ts';
import { type PlainRefusals, refusalDocument } from './refusal-pages.ts';
import { hasBody, screenPost } from '#server/front/screening/screen-post.ts';

/** Bytes of a request line's target: the longest address of ours has a few hundred. */
const MAX_TARGET_BYTES = 2 * 1024;
const PUBLIC_METHODS = 'GET, HEAD';
/** Statuses of documents that an address leads to; the others are refusals. */
const ASKED_FOR = new Set<number>([200, 302, 404]);

export interface FrontOptions {
  url: URL;
  trustedProxies: BlockList;
  bundle: () => Bundle | null;
  /** `/healthz` and `/readyz`: answered for any host. */
  probes: ReadonlyMap<string, () => { status: number; body: unknown }>;
  plainRefusals: PlainRefusals;
  /** Hands a screened request to the app; answers false when the app can't take or finish it and nothing was sent yet. */
  handOn: (request: IncomingMessage, response: ServerResponse, handed: HandedOn) => Promise<boolean>;
  dev: boolean;
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

  return (request: IncomingMessage, response: ServerResponse): void => {
    const { method, url: sent = '' } = request;
    const bundle = options.bundle();
    if (bundle !== shown) {
      shown = bundle;
      answers = answersOf(secure, !options.dev);
    }
    const fields = readFields(request.rawHeaders);
    if (typeof fields === 'number') return refuse(request, response, fields, '/');
    // Most requests: a public document that somebody asked for before, by its own path.
    const known = answers.known(sent);
    if (known !== undefined && (method === 'GET' || method === 'HEAD') && !hasBody(fields) && own.isHost(fields.host ?? '')) {
      return send(request, response, known, fields);
    }
    if (sent.length > MAX_TARGET_BYTES) return refuse(request, response, 414, '/');
    const target = readTarget(sent);
    if (target === null) return refuse(request, response, 400, sent);
    judge(request, response, target, fields);
  };

  function judge(request: IncomingMessage, response: ServerResponse, target: Target, fields: Fields): void {
    const { path } = target;
    const method = request.method ?? '';
    const probe = options.probes.get(path);
    if (probe)
      return PUBLIC_METHODS.split(', ').includes(method)
        ? answerProbe(request, response, probe())
        : refuse(request, response, 405, path, { allow: PUBLIC_METHODS });
    const host = target.host ?? fields.host;
    if (host === undefined) return refuse(request, response, 400, path);
    const loopback = own.isLoopback(host);
    if (!loopback && !own.isHost(host)) return refuse(request, response, 421, path);
    const isPrivate = isPrivatePath(path);
    const route = isPrivate ? privateRoute(path, options.dev) : null;
    const methods = route?.methods ?? PUBLIC_METHODS;
    if (!methods.split(', ').includes(method)) return refuse(request, response, 405, path, { allow: methods });
    if (method !== 'POST' && hasBody(fields)) return refuse(request, response, 400, path);
    if (!isPrivate) return show(request, response, path, fields);
    if (route === null) return missing(request, response, path, fields);
    if (loopback) {
      if (method === 'POST') return refuse(request, response, 403, path);
      response.writeHead(307, [...secure, 'Location', url.origin + target.sent, 'Cache-Control', 'no-store', 'Content-Length', '0']).end();
      return;
    }
    const refused = method === 'POST' ? screenPost(fields, own, route.maxBytes) : null;
    if (refused !== null) return refuse(request, response, refused, path);
    void handOn(request, response, { target, fields, route });
  }

  async function handOn(
    request: IncomingMessage,
    response: ServerResponse,
    { target, fields, route }: { target: Target; fields: Fields; route: Route },
  ): Promise<void> {
    const body = request.method === 'POST' ? await readBody(request, route.maxBytes) : Buffer.alloc(0);
    if (body === null) return;
    if (typeof body === 'number') return refuse(request, response, body, target.path);
    const source = clientSource(request.socket.remoteAddress ?? '', fields['x-forwarded-for'], options.trustedProxies);
    inTurn(() => {
      void options.handOn(request, response, { sent: target.sent, fields, source, body }).then((taken) => {
        if (!taken) refuse(request, response, 503, target.path, { read: true, encoding: choose(fields['accept-encoding']) });
      });
    });
  }

  function show(request: IncomingMessage, response: ServerResponse, path: string, fields: Fields): void {
    const documents = shown?.documents;
    if (!documents) return refuse(request, response, 503, path);
    const document = documents.get(path);
    if (document && ASKED_FOR.has(document.status)) {
      return send(request, response, answers.of(document), fields);
    }
    if (path.length > 1 && path.endsWith('/') && documents.has(path.slice(0, -1)))
      return send(request, response, answers.redirect(308, path.slice(0, -1)), fields);
    const absent = notFound(documents, path);
    return absent ? send(request, response, answers.of(absent), fields) : refuse(request, response, 503, path);
  }

  /** A private path that is nobody's. */
  function missing(request: IncomingMessage, response: ServerResponse, path: string, fields: Fields): void {
    const absent = shown && notFound(shown.documents, path);
    return absent ? send(request, response, answers.unkept(absent), fields) : refuse(request, response, 503, path);
  }

  function answerProbe(request: IncomingMessage, response: ServerResponse, { status, body }: { status: number; body: unknown }): void {
    const text = JSON.stringify(body);
    const head = [...secure, 'Content-Type', 'application/json', 'Content-Length', String(Buffer.byteLength(text)), 'Cache-Control', 'no-store'];
    response.writeHead(status, head);
    response.end(request.method === 'HEAD' ? undefined : text);
  }

  function send(request: IncomingMessage, response: ServerResponse, answer: Answer, fields: Fields): void {
    const variant = answer.variant(choose(fields['accept-encoding']));
    if (isUnchanged(answer, variant, fields['if-none-match'], fields['if-modified-since'])) {
      response.writeHead(304, variant.unchangedHead).end();
      return;
    }
    response.writeHead(answer.status, variant.head);
    response.end(request.method === 'HEAD' ? undefined : variant.bytes);
  }

  /** `read`: the whole body was read, and the connection can go on. Only fields that were read within their bounds choose an encoding. */
  function refuse(
    request: IncomingMessage,
    response: ServerResponse,
    status: Refusal,
    path: string,
    { allow, read = false, encoding = 'identity' }: { allow?: string; read?: boolean; encoding?: Encoding } = {},
  ): void {
    const { head, bytes } = answers.unkept(refusalDocument(status, path, shown?.documents, options.plainRefusals)).variant(encoding);
    const more = allow === undefined ? [] : ['Allow', allow];
    if (status === 503) more.push('Retry-After', '5');
    // A body that we did not read can't be told from the next request.
    if (!read) more.push('Connection', 'close');
    response.writeHead(status, [...head, ...more]);
    response.end(request.method === 'HEAD' ? undefined : bytes);
  }
}

/** The 404 document in the language of the path, or in the default one where the site does not offer that. */
function notFound(documents: Bundle['documents'], path: string) {
  return documents.get(paths.notFound(localeOf(path))) ?? documents.get(paths.notFound(DEFAULT_LOCALE));
}
