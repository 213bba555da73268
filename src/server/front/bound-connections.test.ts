import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { boundConnections } from './bound-connections.ts';

let server: Server;
let clients: Socket[];

beforeEach(async () => {
  clients = [];
  server = createServer((request, response) => {
    if (request.url !== '/slow') response.end('page');
  });
  boundConnections(server, 4);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  for (const client of clients) client.destroy();
  await new Promise((resolve) => server.close(resolve).closeAllConnections());
});

/** Answers the client once the server has its first bytes. */
async function client(sent: string): Promise<Socket> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').on('error', () => undefined);
  clients.push(socket);
  const taken = new Promise((resolve) => server.once('connection', (theirs: Socket) => theirs.once('readable', resolve).once('close', resolve)));
  socket.write(sent);
  await taken;
  return socket.resume();
}

const isOpen = () => Promise.all(clients.map((socket) => new Promise((resolve) => setTimeout(() => resolve(!socket.destroyed && !socket.readableEnded), 100))));

test('the connection that has brought no whole request for longest goes, and who is being answered stays', async () => {
  await client('GET /slow HTTP/1.1\r\nHost: x\r\n\r\n');
  await client('GET / HTTP/1.1\r\nHost');
  await client('POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf');
  await client('\r\n');
  expect(await isOpen()).toEqual([true, true, true, true]);
  for (let number = 0; number < 2; number += 1) await client('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  expect(await isOpen()).toEqual([true, false, false, true, true, true]);
});

test('where all are being answered, the newest goes', async () => {
  for (let number = 0; number < 4; number += 1) await client('GET /slow HTTP/1.1\r\nHost: x\r\n\r\n');
  await client('');
  expect(await isOpen()).toEqual([true, true, true, true, false]);
});
