import { Agent, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { createProxyServer } from 'httpxy';
import type { FieldName, Fields } from '#server/front/screening/read-fields.ts';

/** Requests that the app may have at once; further ones are refused at once, since they would only wait. */
const MAX_UNDER_WAY = 128;
/**
 * Bytes of answers that the app has given and clients have not taken yet. A client that reads slowly holds no place in the app;
 * when all of them hold more than this, the one that has waited longest loses its connection.
 */
const MAX_UNTAKEN_BYTES = 16 * 1024 * 1024;
/**
 * How long the app may say nothing on a request while it lives, in milliseconds, whatever it waits for: longer than it gives the database,
 * which it then says itself. In development a page is compiled when it is first asked for.
 */
const SILENCE_MS = 4_800;
const DEVELOPMENT_MS = 60_000;

/** What the app is told of a client: the address is the front's own. */
const GIVEN: readonly FieldName[] = [
  'accept',
  'accept-encoding',
  'accept-language',
  'content-type',
  'cookie',
  'origin',
  'referer',
  'sec-fetch-site',
  'user-agent',
];
/** Fields of one connection alone (RFC 9110 §7.6.1). */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade']);

/** A screened request, with its body whole. */
export interface HandedOn {
  /** Path and query as they were sent. */
  sent: string;
  fields: Fields;
  /** Whom failures are counted for. */
  source: string;
  body: Buffer;
  /** Stands in the log of both processes. */
  requestId: string;
  /** Hears the bytes of the answer's body, once it has ended or the client has left. Not called for what was not taken. */
  ended: (bytes: number) => void;
}

export interface HandOver {
  /** Hands a request to the app and its answer back; false when the app can't take or finish it and nothing was sent yet. */
  handOn(request: IncomingMessage, response: ServerResponse, handed: HandedOn): Promise<boolean>;
  /** The status that the app answers a GET of `path` with, asked for whoever sent these fields; null when it can't be asked. */
  ask(path: string, asked: Pick<HandedOn, 'fields' | 'source' | 'requestId'>): Promise<number | null>;
  /** Gives up what the app has not begun to answer: it is silent, or gone. */
  giveUp(): void;
  close(): void;
}

/** `socketPath` answers null while there is no app. `secure`: fields that every answer has, names and values in turn. */
export function handOver({ url, secure, socketPath, dev }: { url: URL; secure: string[]; socketPath: () => string | null; dev: boolean }): HandOver {
  const agent = new Agent({ keepAlive: true, maxSockets: MAX_UNDER_WAY });
  const proxy = createProxyServer({ agent, proxyTimeout: dev ? DEVELOPMENT_MS : SILENCE_MS, selfHandleResponse: true });
  const waiting = new Map<ServerResponse, (taken: boolean) => void>();
  /** Requests that the app has not done with. */
  const underWay = new Set<ServerResponse>();
  /** In the order in which the app began to answer. */
  const untaken = new Map<ServerResponse, number>();
  let untakenBytes = 0;

  function keep(response: ServerResponse, bytes: number): void {
    untaken.set(response, (untaken.get(response) ?? 0) + bytes);
    untakenBytes += bytes;
    for (const oldest of untaken.keys()) {
      if (untakenBytes <= MAX_UNTAKEN_BYTES) break;
      drop(oldest);
      oldest.req.socket.destroy();
    }
  }

  function drop(response: ServerResponse): void {
    untakenBytes -= untaken.get(response) ?? 0;
    untaken.delete(response);
  }

  proxy.on('proxyRes', (answer, _request, response) => {
    const settle = waiting.get(response);
    // Given up, and refused in the meantime.
    if (!settle) return void answer.destroy();
    response.writeHead(answer.statusCode ?? 502, withSecure(answer.rawHeaders, secure));
    settle(true);
    answer.on('data', (chunk: Buffer) => {
      if (response.destroyed) return;
      response.write(chunk);
      keep(response, chunk.length);
    });
    answer.once('close', () => {
      underWay.delete(response);
      // One that is not complete has ended its connection: it must not look whole.
      if (answer.complete) response.end();
    });
  });
  proxy.on('error', (_error, _request, response) => {
    const settle = waiting.get(response as ServerResponse);
    if (settle) settle(false);
    else if (response && !response.writableEnded) response.destroy();
  });

  return {
    handOn(incoming, response, handed) {
      const path = socketPath();
      if (path === null || underWay.size >= MAX_UNDER_WAY || response.destroyed) return Promise.resolve(false);
      underWay.add(response);
      return new Promise((resolve) => {
        const isHead = incoming.method === 'HEAD';
        let isTaken = false;
        waiting.set(response, (taken) => {
          isTaken = taken;
          waiting.delete(response);
          if (!taken) underWay.delete(response);
          resolve(taken);
        });
        response.once('close', () => {
          waiting.get(response)?.(true);
          underWay.delete(response);
          const bytes = isHead ? 0 : (untaken.get(response) ?? 0);
          drop(response);
          if (isTaken) handed.ended(bytes);
        });
        incoming.headers = headersOf(incoming, handed, url);
        incoming.url = handed.sent;
        const body = Readable.from([handed.body], { objectMode: false });
        // The fields of a HEAD are those of its GET, and so they are asked for.
        if (isHead) incoming.method = 'GET';
        // What goes wrong is an event, above.
        proxy.web(incoming, response, { target: { socketPath: path }, buffer: body }).catch(() => undefined);
      });
    },
    ask(path, { fields, source, requestId }) {
      const target = socketPath();
      if (target === null || underWay.size >= MAX_UNDER_WAY) return Promise.resolve(null);
      return new Promise((resolve) => {
        const headers = given(fields, { url, source, requestId });
        const asking = request({ agent, socketPath: target, path, headers, timeout: dev ? DEVELOPMENT_MS : SILENCE_MS });
        asking.once('response', (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? null);
        });
        asking.once('timeout', () => asking.destroy());
        asking.once('error', () => resolve(null)).once('close', () => resolve(null));
        asking.end();
      });
    },
    giveUp() {
      for (const settle of [...waiting.values()]) settle(false);
    },
    close: () => agent.destroy(),
  };
}

function headersOf(incoming: IncomingMessage, { fields, source, body, requestId }: HandedOn, url: URL): Record<string, string> {
  const headers = given(fields, { url, source, requestId });
  if (incoming.method === 'POST') headers['content-length'] = String(body.length);
  return headers;
}

function given(fields: Fields, { url, source, requestId }: { url: URL; source: string; requestId: string }): Record<string, string> {
  const headers: Record<string, string> = {
    host: url.host,
    'x-forwarded-proto': url.protocol.slice(0, -1),
    'x-candor-source': source,
    'x-candor-request': requestId,
  };
  for (const name of GIVEN) {
    const value = fields[name];
    if (value !== undefined) headers[name] = value;
  }
  return headers;
}

/** The app's fields but for those of its connection, with those that it left out. */
function withSecure(raw: string[], secure: string[]): string[] {
  const fields: string[] = [];
  const present = new Set<string>();
  for (let index = 0; index < raw.length; index += 2) {
    const name = (raw[index] as string).toLowerCase();
    if (HOP_BY_HOP.has(name)) continue;
    present.add(name);
    fields.push(raw[index] as string, raw[index + 1] as string);
  }
  for (let index = 0; index < secure.length; index += 2) {
    if (!present.has((secure[index] as string).toLowerCase())) fields.push(secure[index] as string, secure[index + 1] as string);
  }
  return fields;
}
