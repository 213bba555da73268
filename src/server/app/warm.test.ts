import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { warm } from './warm.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-warm-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('each address is asked for once, whatever the one before it said or did not say', async () => {
  const asked: string[] = [];
  const socketPath = join(folder, 'app');
  const server = createServer((request, response) => {
    asked.push(`${request.headers.host} ${request.url}`);
    if (request.url === '/broken') response.destroy();
    if (request.url === '/fine') response.writeHead(503).end('later');
  });
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
  await warm(socketPath, 'tempo.example', ['/silent', '/broken', '/fine']);
  expect(asked).toEqual(['tempo.example /silent', 'tempo.example /broken', 'tempo.example /fine']);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('where nobody listens nobody is waited for', async () => {
  await expect(warm(join(folder, 'nobody'), 'tempo.example', ['/'])).resolves.toBeUndefined();
});
