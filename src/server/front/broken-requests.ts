import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { ServedDocument } from '#edition/edition-files.ts';
import type { Bundle } from '#edition/bundle.ts';
import { unpacked } from '#edition/packed-bytes.ts';
import type { Refusal } from '#model/refusals.ts';
import type { AccessLog } from './access-log.ts';
import { secureFields } from './create-front.ts';
import { type PlainRefusals, refusalDocument } from './refusal-pages.ts';
import { MAX_PASSED_BYTES } from '#server/front/screening/end-unread.ts';
import { NO_ROUTE } from '#server/front/screening/route-of.ts';

/** Node's words for a client that ended within a request, and for one whose request takes too long. */
const ENDED = 'HPE_INVALID_EOF_STATE';
const LATE = 'ERR_HTTP_REQUEST_TIMEOUT';

export interface BrokenRequests {
  url: URL;
  bundle: () => Bundle | null;
  plainRefusals: PlainRefusals;
  log: AccessLog;
}

/** Answers what never becomes a request, in the site's look too: bytes that are no HTTP, too many header lines, a request that doesn't come to its end, a tunnel. */
export function answerBrokenRequests(server: Server, { url, bundle, plainRefusals, log }: BrokenRequests): void {
  const secure = secureFields(url);
  // One copy for all who are answered, however many send what is broken and don't read on.
  const bodies = new WeakMap<ServedDocument, Buffer>();
  const answer = (socket: Duplex, status: Refusal, more: string[] = []) => {
    const document = refusalDocument(status, '/', bundle()?.documents, plainRefusals);
    const { contentType, csp } = document;
    const identity = bodies.get(document) ?? unpacked(document, 'identity');
    bodies.set(document, identity);
    const fields = [
      ...secure,
      'Content-Type',
      contentType,
      'Content-Length',
      String(identity.length),
      'Cache-Control',
      'no-store',
      'Connection',
      'close',
      ...more,
    ];
    if (csp !== null) fields.push('Content-Security-Policy', csp);
    const lines = Array.from({ length: fields.length / 2 }, (_, index) => `${fields[2 * index]}: ${fields[2 * index + 1]}\r\n`);
    socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n`);
    socket.end(identity);
    log.answered({ requestId: randomUUID(), method: status === 405 ? 'CONNECT' : '-', route: NO_ROUTE, status, bytes: identity.length, ms: 0 });
  };
  /** Bytes that had come on a connection when it was answered for the last time. */
  const answered = new WeakMap<Duplex, number>();
  /** Whether what comes after our answer is read past: its client may send all before it reads. */
  const isPassed = (socket: Socket, code: string | undefined) =>
    code !== ENDED && code !== LATE && socket.bytesRead - (answered.get(socket) ?? -MAX_PASSED_BYTES) < MAX_PASSED_BYTES;
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (!socket.destroyed && isPassed(socket, error.code)) return;
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const busy = busyWith(socket);
    // It ended in the middle of a body: who waits for that hears of it, and says so.
    if (busy && error.code === ENDED) return void socket.destroy();
    if (isEndedBy(busy, socket)) return;
    answer(socket, error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === LATE ? 408 : 400);
    answered.set(socket, socket.bytesRead);
  });
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => socket.destroy());
    if (isEndedBy(busyWith(socket), socket)) return;
    answer(socket, 405, ['Allow', 'GET, HEAD']);
  });
}

/** What is being answered on a connection. */
function busyWith(socket: Duplex): ServerResponse | null {
  return (socket as { _httpMessage?: ServerResponse | null })._httpMessage ?? null;
}

/** Whether somebody is being answered on a connection: a whole request that came before is answered to its end, and ends it. Else its client would take our answer for that one's. */
function isEndedBy(busy: ServerResponse | null, socket: Duplex): boolean {
  if (busy === null) return false;
  if (busy.headersSent && !busy.writableEnded) socket.destroy();
  else if (busy.headersSent || busy.req.complete) {
    busy.shouldKeepAlive = false;
    busy.once('close', () => socket.destroy());
  } else return false;
  return true;
}
