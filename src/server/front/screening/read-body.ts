import type { IncomingMessage } from 'node:http';

/** What all bodies under way may hold together, in bytes: the front's memory is for the edition. */
const MAX_HELD_BYTES = 16 * 1024 * 1024;
let heldBytes = 0;
/** Of the bodies under way that are counted, in the order in which they began: what refuses each. */
const underWay = new Set<(status: 503) => void>();

/**
 * Reads a body of at most `maxBytes`, however it is framed, before anybody behind the front hears of it: who sends slowly holds
 * nothing but a socket. Answers the status to refuse with: 413 for more, 503 when all bodies together are too many and
 * this one has been under way for longest, so that nobody is kept out by those who never come to an end; null when the client went away.
 * One that is bounded otherwise is not `counted` among them.
 */
export function readBody(request: IncomingMessage, maxBytes: number, counted = true): Promise<Buffer | 413 | 503 | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const finish = (result: Buffer | 413 | 503 | null) => {
      request.removeAllListeners('data').pause();
      underWay.delete(finish);
      if (counted) heldBytes -= bytes;
      bytes = 0;
      resolve(result);
    };
    if (counted) underWay.add(finish);
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (counted) heldBytes += chunk.length;
      if (bytes > maxBytes) return finish(413);
      chunks.push(chunk);
      if (!counted) return;
      for (const refuseOldest of underWay) {
        if (heldBytes <= MAX_HELD_BYTES) break;
        refuseOldest(503);
      }
    });
    request.once('end', () => finish(Buffer.concat(chunks)));
    request.once('close', () => finish(null));
    request.once('error', () => finish(null));
  });
}
