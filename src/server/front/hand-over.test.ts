import { createServer, type Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { waitFor } from '#scripts/support/wait-for.ts';
import { type HandOver, handOver } from './hand-over.ts';

const MEGABYTE = 1024 * 1024;

let dir: string;
let app: Server;
let front: Server;
let over: HandOver;
let url: URL;
let answered: number;
let clients: Socket[];
/** Bytes of answers that ended. */
let ended: number[];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'candor-hand-over-'));
  answered = 0;
  clients = [];
  ended = [];
  app = createServer((request, response) => {
    if (request.url === '/never') return;
    response.end('x'.repeat(request.url === '/large' ? MEGABYTE : 20_000));
    response.once('finish', () => {
      answered += 1;
    });
  });
  const socketPath = join(dir, 'app.sock');
  await new Promise<void>((resolve) => app.listen(socketPath, resolve));
  front = createServer((request, response) => {
    // A first answer that never comes to its end, as to a client that does not read: what follows on the connection waits behind it.
    if (request.url === '/stuck') return;
    const handed = {
      sent: request.url ?? '/',
      fields: {},
      source: '127.0.0.1',
      body: Buffer.alloc(0),
      requestId: 'an-id',
      ended: (bytes: number) => ended.push(bytes),
    };
    void over.handOn(request, response, handed).then((taken) => taken || response.writeHead(503).end());
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  url = new URL(`http://127.0.0.1:${(front.address() as AddressInfo).port}`);
  over = handOver({ url, secure: ['Cache-Control', 'no-store'], socketPath: () => socketPath, dev: false });
});
afterEach(async () => {
  for (const client of clients) client.destroy();
  over.close();
  for (const server of [front, app]) server.close().closeAllConnections();
  await rm(dir, { recursive: true, force: true });
});

/** A client that asks for `path` and never takes the answer. */
function neverReads(path: string): Socket {
  const line = (target: string) => `GET ${target} HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`;
  const client = connect(Number(url.port), '127.0.0.1').on('error', () => undefined);
  client.write(line('/stuck') + line(path));
  clients.push(client);
  return client;
}

const untilAnswered = (count: number) =>
  waitFor(
    async () => answered >= count,
    10_000,
    () => `The app answered ${answered} requests.`,
  );

test('clients that do not take their answers keep nobody from the app', async () => {
  for (let number = 0; number < 150; number += 1) neverReads('/small');
  await untilAnswered(128);
  for (let time = 0; time < 3; time += 1) expect((await fetch(url)).status).toBe(200);
});

test('of answers that nobody takes, the oldest go when they are too many', async () => {
  const lost: number[] = [];
  for (let number = 0; number < 20; number += 1) {
    neverReads('/large').once('close', () => lost.push(number));
    await untilAnswered(number + 1);
  }
  await waitFor(
    async () => lost.length > 0,
    5_000,
    () => 'Nobody lost a connection.',
  );
  expect(lost.toSorted((a, b) => a - b)).toEqual(lost.map((_, index) => index));
  expect(lost.length).toBeLessThan(8);
  expect(await (await fetch(new URL('/large', url))).text()).toHaveLength(MEGABYTE);
});

test('what the app left out is added, and what it said stays', async () => {
  expect((await fetch(url)).headers.get('cache-control')).toBe('no-store');
});

test('an app that lives and says nothing is waited for five seconds at most', async () => {
  const began = performance.now();
  expect((await fetch(new URL('/never', url))).status).toBe(503);
  expect(performance.now() - began).toBeLessThan(9_000);
  expect(ended).toEqual([]);
});

test('who is told that an answer ended hears how long it was, and that a client left', async () => {
  await (await fetch(url)).text();
  await expect.poll(() => ended).toEqual([20_000]);
  const client = connect(Number(url.port), '127.0.0.1');
  client.write(`GET /never HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`, () => setTimeout(() => client.destroy(), 100));
  await expect.poll(() => ended).toEqual([20_000, 0]);
});

test('a HEAD has the fields of its GET, and no body', async () => {
  const [get, head] = [await fetch(url), await fetch(url, { method: 'HEAD' })];
  for (const { headers } of [get, head]) expect([headers.get('content-length'), headers.get('cache-control')]).toEqual(['20000', 'no-store']);
  expect([(await get.text()).length, await head.text()]).toEqual([20_000, '']);
  await expect.poll(() => ended).toEqual([20_000, 0]);
});
