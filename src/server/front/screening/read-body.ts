import type { IncomingMessage } from 'node:http';

/** What all bodies under way may hold together, in bytes: the front's memory is for the edition. */
const MAX_HELD_BYTES = 16 * 1024 * 1024;
let heldBytes = 0;

/**
 * Reads a body of at most `maxBytes`, however it is framed, before anybody behind the front hears of it: who sends slowly holds
 * nothing but a socket. Answers the status to refuse with: 413 for more, 503 when all bodies together are too many; null when the client went away.
 */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | 413 | 503 | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const finish = (result: Buffer | 413 | 503 | null) => {
      request.removeAllListeners('data').pause();
      heldBytes -= bytes;
      bytes = 0;
      resolve(result);
    };
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      heldBytes += chunk.length;
      if (bytes > maxBytes) return finish(413);
      if (heldBytes > MAX_HELD_BYTES) return finish(503);
      chunks.push(chunk);
    });
    request.once('end', () => finish(Buffer.concat(chunks)));
    request.once('close', () => finish(null));
    request.once('error', () => finish(null));
  });
}
