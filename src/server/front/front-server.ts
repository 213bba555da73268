import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { boundConnections } from './bound-connections.ts';
import { answerBrokenRequests, type BrokenRequests } from './broken-requests.ts';

/** A connection on which nothing moves for so long, in milliseconds, is ended: its client does not take its answer. Longer than the app may be silent. */
const STUCK_MS = 60_000;

/** Longer than balancers keep an idle connection: else they would send a request into one that is being closed. */
const KEEP_ALIVE_MS = 70_000;

/** The server before the front: everything that Node would answer by itself, in its own words and unscreened, is given to `front` or answered in the site's look. */
export function frontServer(front: (request: IncomingMessage, response: ServerResponse) => void, broken: BrokenRequests): Server {
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
    front,
  );
  server.timeout = STUCK_MS;
  // Who waits before sending a body is asked for it once the head has been screened; what else a client expects changes nothing (RFC 9110 §10.1.1).
  server.on('checkContinue', front);
  server.on('checkExpectation', front);
  answerBrokenRequests(server, broken);
  boundConnections(server);
  return server;
}
