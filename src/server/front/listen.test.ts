import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { listen } from './listen.ts';

/** What came of it: where it listens, or the sentence. */
async function outcome(host: string, port: number): Promise<string> {
  const server = createServer();
  const said = await listen(server, { host, port }).catch((error: Error) => error.message);
  await new Promise((resolve) => server.close(resolve));
  return said;
}

test('says where it listens, by the port that it got', async () => {
  expect(await outcome('127.0.0.1', 0)).toMatch(/^127\.0\.0\.1:[1-9]\d+$/);
  expect(await outcome('localhost', 0)).toMatch(/^(127\.0\.0\.1|\[::1\]):[1-9]\d+$/);
});

test('says in one sentence why it can’t', async () => {
  const taken = createServer();
  await listen(taken, { host: '127.0.0.1', port: 0 });
  const { port } = taken.address() as { port: number };
  expect(await outcome('127.0.0.1', port)).toBe(`PORT: somebody else listens on 127.0.0.1:${port} already.`);
  taken.close();
  expect(await outcome('192.0.2.1', 3000)).toBe('HOST: 192.0.2.1 is no address of this machine.');
  expect(await outcome('nowhere.invalid', 3000)).toMatch(/^HOST: (nothing is known by the name of|nobody answers what) nowhere\.invalid/);
});
