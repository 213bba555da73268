import { connect } from 'node:net';

/** A request as it is written on the wire: nothing of it is put right on the way. Strings are bytes, a character each. */
export interface RawRequest {
  method: string;
  target: string;
  /** Names and values, in order. */
  fields: readonly (readonly [string, string])[];
  body: string;
}

export interface RawAnswer {
  status: number;
  /** Names in small letters, and values, in order. */
  fields: [string, string][];
  body: string;
}

/** Milliseconds until a request counts as hanging: more than the front gives the app, and a busy machine a little. */
const HANGS_MS = 20_000;

/** Sends a request on a connection of its own and answers what came back until its end; null when it ended without a word. */
export function askRaw(port: number, { method, target, fields, body }: RawRequest): Promise<RawAnswer | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    const hangs = setTimeout(() => socket.destroy(new Error(`No end of the answer within ${HANGS_MS} ms.`)), HANGS_MS);
    socket.on('data', (chunk) => chunks.push(chunk));
    // Who is refused before the body was read may lose the connection while it is still sending.
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' || error.code === 'EPIPE' ? undefined : reject(error)));
    socket.on('close', () => {
      clearTimeout(hangs);
      resolve(readAnswer(Buffer.concat(chunks), method === 'HEAD'));
    });
    const lines = fields.map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join('')}Connection: close\r\n\r\n${body}`, 'latin1'));
  });
}

function readAnswer(bytes: Buffer, isHead: boolean): RawAnswer | null {
  const text = bytes.toString('latin1').replace(/^(?:HTTP\/1\.1 1\d\d .*\r\n(?:.+\r\n)*\r\n)+/, '');
  const end = text.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const [first = '', ...lines] = text.slice(0, end).split('\r\n');
  const fields = lines.map((line): [string, string] => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]);
  const sent = text.slice(end + 4);
  const isChunked = fields.some(([name, value]) => name === 'transfer-encoding' && value === 'chunked');
  const body = Buffer.from(isHead ? '' : isChunked ? joined(sent) : sent, 'latin1').toString();
  return { status: Number(first.split(' ')[1]), fields, body };
}

/** A chunked body as one (RFC 9112 §7.1). */
function joined(sent: string): string {
  let body = '';
  for (let at = 0; at < sent.length; ) {
    const end = sent.indexOf('\r\n', at);
    const size = Number.parseInt(sent.slice(at, end), 16);
    if (end === -1 || !size) break;
    body += sent.slice(end + 2, end + 2 + size);
    at = end + 2 + size + 2;
  }
  return body;
}
