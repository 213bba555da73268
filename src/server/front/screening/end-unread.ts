import type { IncomingMessage, ServerResponse } from 'node:http';
import { hasBody } from './screen-post.ts';

/** Bytes of a refused body that are read past, so that its sender comes to our answer: more than any form takes, and then the connection is ended. */
export const MAX_PASSED_BYTES = 64 * 1024 * 1024;

/**
 * Ends an answer to a request that was not read to its end. What is still coming is read and thrown away: a connection that is closed before is
 * reset, and browsers that send on lose the answer with it (RFC 9112 §9.6). It takes no longer than a request may take to arrive.
 */
export function endUnread(request: IncomingMessage, response: ServerResponse, body: Buffer | undefined): void {
  const { socket } = response;
  // One that waits for the answers before its own is a program's, and no browser's.
  if (!hasBody(request.headers) || request.complete || socket === null) return void response.end(body);
  response.flushHeaders();
  if (body !== undefined) response.write(body);
  socket.end();
  let left = MAX_PASSED_BYTES;
  const end = () => response.writableEnded || response.end();
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) end();
  });
  request.once('end', end).once('close', end).resume();
}
