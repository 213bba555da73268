import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { boundConnections } from './bound-connections.ts';
import { answerBrokenRequests, type BrokenRequests } from './broken-requests.ts';

/** A connection on which nothing moves for so long, in milliseconds, is ended: its client does not take its answer. Longer than the app may be silent. */
const STUCK_MS = 60_000;

/** Longer than balancers keep an idle connection: else they would send a request into one that is being closed. */
const KEEP_ALIVE_MS = 70_000;

/**
 * Requests that may wait on one connection for the answers before theirs, which browsers and proxies never let them: Node reads all of a chunk
 * before it looks at what its client has taken, and a chunk can hold more than a thousand.
 */
const MAX_WAITING = 32;

/** The server before the front: everything that Node would answer by itself, in its own words and unscreened, is given to `front` or answered in the site's look. */
export function frontServer(front: (request: IncomingMessage, response: ServerResponse) => void, broken: BrokenRequests): Server {
  const bounded = withoutCrowds(front);
  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      requestTimeout: 30_000,
      headersTimeout: 10_000,
      connectionsCheckingInterval: 5_000,
      keepAliveTimeout: KEEP_ALIVE_MS,
      // The front says it in the site's look.
      requireHostHeader: false,
    },
    bounded,
  );
  server.timeout = STUCK_MS;
  // Who waits before sending a body is asked for it once the head has been screened; what else a client expects changes nothing (RFC 9110 §10.1.1).
  server.on('checkContinue', bounded);
  server.on('checkExpectation', bounded);
  answerBrokenRequests(server, broken);
  boundConnections(server);
  return server;
}

/** Ends a connection on which too many requests wait; what is read of it behind that is passed over. */
function withoutCrowds(front: (request: IncomingMessage, response: ServerResponse) => void): typeof front {
  const waiting = new WeakMap<Socket, number>();
  return (request, response) => {
    const { socket } = request;
    if (socket.destroyed) return;
    // One that must wait for others has no socket yet.
    const before = response.socket === null ? (waiting.get(socket) ?? 0) + 1 : 0;
    if (before > 0 || waiting.has(socket)) waiting.set(socket, before);
    if (before > MAX_WAITING) socket.destroy();
    else front(request, response);
  };
}
