import { connect } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { startTestFront } from '#tests/support/front/test-front.ts';

const { handed, origin, host, close } = await startTestFront();
afterAll(close);

const PART = 'x'.repeat(100_000);
const CHUNK = `186a0\r\n${PART}\r\n`;
const FORM = 'Content-Type: application/x-www-form-urlencoded';

/** A client that sends all it has before it reads, as browsers do; answers what came back. */
async function sendFirst(head: string, part: string, count = 80): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port: Number(origin.port), allowHalfOpen: true });
  const failed = new Promise<never>((_, reject) => socket.once('error', reject));
  failed.catch(() => undefined);
  try {
    for (const text of [head, ...Array<string>(count).fill(part)]) await Promise.race([failed, new Promise((resolve) => socket.write(text, resolve))]);
    let answer = '';
    for await (const chunk of socket) answer += chunk;
    return answer;
  } finally {
    socket.destroy();
  }
}

const LONG = 'Content-Length: 8000000';
test.each<[number, string, string[]]>([
  [413, 'POST /sign-in', [LONG, FORM]],
  [413, 'POST /sign-in', ['Transfer-Encoding: chunked', FORM]],
  [413, 'POST /studio/pictures/add', [LONG, 'Content-Type: multipart/form-data; boundary=x']],
  [415, 'POST /sign-in', ['Transfer-Encoding: chunked', 'Content-Encoding: gzip', FORM]],
  [415, 'POST /sign-in', ['Transfer-Encoding: chunked']],
  [405, 'POST /advisories', [LONG, FORM]],
  [405, 'PUT /sign-in', [LONG, FORM]],
  [400, 'GET /account', [LONG]],
  [400, 'POST /%zz', [LONG]],
])('a client that sends all before it reads comes to its %i of %s with %j', async (status, line, more) => {
  handed.length = 0;
  const part = more.includes(LONG) ? PART : CHUNK;
  const answer = await sendFirst([`${line} HTTP/1.1`, host(), `Origin: ${origin.origin}`, ...more, '', ''].join('\r\n'), part);
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} .*refused ${status}$`, 's'));
  expect(handed).toEqual([]);
});

test.each([
  [403, ['Origin: null', FORM]],
  [421, ['Host: foreign.example', FORM]],
])('to its %i with %j too', async (status, more) => {
  const own = more.some((line) => line.startsWith('Host')) ? [] : [host()];
  const answer = await sendFirst(['POST /sign-in HTTP/1.1', ...own, LONG, ...more, '', ''].join('\r\n'), PART);
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} .*refused ${status}$`, 's'));
});

test('and so where what it sends never becomes a request', async () => {
  expect(await sendFirst(`GET / HTTP/1.1\r\n${host()}\r\nX: `, PART)).toMatch(/^HTTP\/1\.1 431 .*refused 431$/s);
  expect(await sendFirst('no request\r\n', PART)).toMatch(/^HTTP\/1\.1 400 .*refused 400$/s);
});

test.each([`POST /sign-in HTTP/1.1\r\n${host()}\r\nContent-Length: 1000000000\r\n\r\n`, `GET / HTTP/1.1\r\n${host()}\r\nX: `])(
  'nothing is read past without end: %j',
  async (head) => {
    await expect(sendFirst(head, PART.repeat(10), 150)).rejects.toThrow(/EPIPE|ECONNRESET/);
  },
);
