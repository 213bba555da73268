import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { signIn } from '#domain/sessions/sign-in.ts';
import { testContext } from '#tests/support/context.ts';
import { openDatabase, REQUEST_ANSWER_MS } from './database.ts';
import { served } from './unavailable.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** A way to the database that can freeze: it then passes nothing on, and closes nothing. */
async function freezingWay() {
  const { hostname, port } = new URL(database.url);
  const sockets = new Set<Socket>();
  let frozen = false;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => void (frozen || to.write(bytes)));
      from.on('error', () => to.destroy()).on('close', () => to.destroy());
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: Object.assign(new URL(database.url), { hostname: '127.0.0.1', port: String((server.address() as AddressInfo).port) }).href,
    freeze(on: boolean) {
      frozen = on;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

test('a connection that freezes is cut in time, in a transaction too, and another takes its place', async () => {
  const way = await freezingWay();
  const { db, close } = openDatabase(way.url, { answerMs: 500 });
  const read = () => served(() => db.account.count());
  const write = (before: () => void) =>
    served(() =>
      db.$transaction(async (tx) => {
        await tx.$executeRaw`CREATE TABLE left_behind (n int)`;
        before();
        return tx.account.count();
      }),
    );
  try {
    expect(await read()).toBe(0);
    way.freeze(true);
    await expect(read()).rejects.toMatchObject({ kind: 'unavailable' });
    way.freeze(false);
    await expect(write(() => way.freeze(true))).rejects.toMatchObject({ kind: 'unavailable' });
    way.freeze(false);
    expect(await read()).toBe(0);
    // The server has noticed too: what was under way is rolled back, and its lock is gone.
    expect(await write(() => undefined)).toBe(0);
  } finally {
    await close();
    way.close();
  }
});

test('who signs in while the database takes nobody waits for it once', async () => {
  const way = await freezingWay();
  way.freeze(true);
  const { db, close } = openDatabase(way.url, { answerMs: REQUEST_ANSWER_MS });
  try {
    const started = performance.now();
    const input = { email: 'a@b.example', password: 'violet kettle runs north', device: '', source: '203.0.113.9' };
    await expect(signIn(testContext(db), input)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(performance.now() - started).toBeLessThan(5_000);
  } finally {
    await close();
    way.close();
  }
}, 15_000);
