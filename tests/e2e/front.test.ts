import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '#scripts/support/free-port.ts';
import { waitFor } from '#scripts/support/wait-for.ts';
import { childrenOf, processOf } from '#scripts/support/processes.ts';
import { type Served, serveBuild } from '#tests/support/serve.ts';

const MEGABYTE = 1024 * 1024;
/** Within so long a private path answers, whatever has become of the app: twice what it may, since others use the machine too. */
const PRIVATE_MS = 10_000;

let site: Served;
beforeAll(async () => {
  site = await serveBuild();
});
afterAll(() => site?.close());

const PUBLIC = ['/', '/de', '/advisories', '/feed.atom', '/live.json', '/nothing'];

/** The app's process. */
async function appPid(): Promise<number> {
  let pid: number | undefined;
  await waitFor(
    async () => {
      pid = (await childrenOf(site.server.pid()))[0]?.pid;
      return pid !== undefined;
    },
    10_000,
    () => 'There is no app.',
  );
  return pid as number;
}

async function stateOf(): Promise<{ app: string; database: string; edition: number }> {
  return (await (await fetch(`${site.url}/readyz`)).json()) as { app: string; database: string; edition: number };
}

const untilWell = () =>
  waitFor(
    async () => (await fetch(`${site.url}/sign-in`)).status === 200,
    30_000,
    () => site.server.lastLines(),
  );

/** Reads public pages without a pause until `done`; answers how many, and what went wrong. */
async function readUntil(done: Promise<unknown>): Promise<{ read: number; failures: string[] }> {
  let going = true;
  void done.finally(() => {
    going = false;
  });
  let read = 0;
  const failures: string[] = [];
  const reader = async () => {
    while (going) {
      const path = PUBLIC[read % PUBLIC.length] as string;
      read += 1;
      const status = await fetch(site.url + path).then(
        async (answer) => (await answer.text()) && answer.status,
        (error: Error) => String(error.cause),
      );
      if (status !== (path === '/nothing' ? 404 : 200)) failures.push(`${path}: ${status}`);
      await later(2);
    }
  };
  await Promise.all([reader(), reader(), reader(), reader()]);
  return { read, failures };
}

interface Private {
  status: number;
  ms: number;
  retryAfter: string | null;
  text: string;
}

async function askPrivate(path = '/de/sign-in'): Promise<Private> {
  const began = performance.now();
  const answer = await fetch(site.url + path, { redirect: 'manual' });
  const text = await answer.text();
  return { status: answer.status, ms: performance.now() - began, retryAfter: answer.headers.get('retry-after'), text };
}

describe('whatever becomes of the app', () => {
  test('frozen: public pages answer, private ones say so within five seconds, and all is well again by itself', async () => {
    const frozen = await appPid();
    process.kill(frozen, 'SIGSTOP');
    const asked = (async () => {
      // The first is under way when the silence is noticed, the others come later.
      const answers = [await askPrivate(), await askPrivate(), await askPrivate('/de/account')];
      return { answers, state: await stateOf() };
    })();
    const { read, failures } = await readUntil(asked);
    const { answers, state } = await asked;
    expect([read > 200, failures]).toEqual([true, []]);
    for (const { status, ms, retryAfter, text } of answers) {
      expect([status, retryAfter]).toEqual([503, '5']);
      expect(ms).toBeLessThan(PRIVATE_MS);
      expect(text).toMatch(/<html lang="de".*Tempo/s);
    }
    expect(state).toMatchObject({ app: 'silent', edition: 1 });
    await untilWell();
    expect((await processOf(frozen)) === null).toBe(true);
  });

  test('killed again and again: public pages answer without a failure, private ones are served or refused', async () => {
    const killed = (async () => {
      const answers: Private[] = [];
      for (let time = 0; time < 6; time += 1) {
        process.kill(await appPid(), 'SIGKILL');
        answers.push(await askPrivate());
        await later(300);
        answers.push(await askPrivate());
      }
      return answers;
    })();
    const { read, failures } = await readUntil(killed);
    expect([read > 200, failures]).toEqual([true, []]);
    for (const { status, ms } of await killed) {
      expect([200, 503]).toContain(status);
      expect(ms).toBeLessThan(PRIVATE_MS);
    }
    await untilWell();
  });

  test('flooded with sign-ins: public pages answer, what it can’t hold is refused at once, and then all is well', async () => {
    const signIn = async (number: number) => {
      const body = new URLSearchParams({ email: `nobody-${number}@tempo.example`, password: 'four words and more' });
      const began = performance.now();
      const answer = await fetch(`${site.url}/sign-in`, { method: 'POST', headers: { origin: site.url }, body });
      await answer.text();
      return { status: answer.status, ms: performance.now() - began };
    };
    const flood = Promise.all(Array.from({ length: 1_300 }, (_, number) => signIn(number)));
    const { read, failures } = await readUntil(flood);
    expect([read > 100, failures]).toEqual([true, []]);
    const statuses = Map.groupBy(await flood, ({ status }) => status);
    expect([...statuses.keys()].filter((status) => ![422, 429, 503].includes(status))).toEqual([]);
    expect(statuses.get(503)?.length).toBeGreaterThan(0);
    await untilWell();
    expect(await stateOf()).toMatchObject({ app: 'up', database: 'up' });
  });
});

test('who wishes to upgrade gets a page, public or private, and the connection ends', async () => {
  await untilWell();
  const port = Number(new URL(site.url).port);
  const upgrade = (path: string, ...wish: string[]) =>
    new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect({ host: '127.0.0.1', port });
      socket.on('error', reject).on('close', () => resolve(text));
      socket.on('data', (data) => {
        text += data;
      });
      socket.write([`GET ${path} HTTP/1.1`, `Host: localhost:${port}`, ...wish, '', ''].join('\r\n'));
    });
  for (const path of ['/', '/sign-in', '/_next/webpack-hmr']) {
    const status = path.startsWith('/_next') ? 404 : 200;
    for (const wish of [
      ['Connection: close, Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA'],
      ['Connection: Upgrade, close', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='],
    ])
      expect(await upgrade(path, ...wish), path).toMatch(new RegExp(`^HTTP/1\\.1 ${status} .*</html>`, 's'));
  }
});

test('the front is small', async () => {
  expect((await processOf(site.server.pid()))?.memory).toBeLessThan(150 * MEGABYTE);
});

describe('a process of its own', () => {
  let dataDir: string;
  let sockets: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'candor-front-'));
    sockets = await mkdtemp(join(tmpdir(), 'candor-sockets-'));
  });
  afterAll(async () => {
    for (const dir of [dataDir, sockets]) await rm(dir, { recursive: true, force: true });
  });

  async function launch() {
    const port = await freePort();
    const url = `http://localhost:${port}`;
    // The app's socket is made below TMPDIR.
    const env = { ...process.env, ...site.env, CANDOR_URL: url, PORT: String(port), CANDOR_DATA: dataDir, TMPDIR: sockets };
    const front = spawn(process.execPath, ['dist/candor.mjs', 'serve'], { env, stdio: 'ignore' });
    await waitFor(
      async () => (await fetch(`${url}/sign-in`)).status === 200,
      60_000,
      () => 'It doesn’t answer.',
    );
    return { front, url, app: (await childrenOf(front.pid))[0]?.pid };
  }

  test('stops at the first signal, cleanly, whatever signals follow', async () => {
    const { front, app, url } = await launch();
    // A kept connection must not hold it up.
    await fetch(url);
    const ended = once(front, 'exit');
    for (const wait of [50, 50, 0]) {
      front.kill('SIGTERM');
      await later(wait);
    }
    expect(await ended).toEqual([0, null]);
    expect(await processOf(app)).toBeNull();
    expect(await readdir(sockets)).toEqual([]);
    expect(existsSync(join(dataDir, 'editions', 'current'))).toBe(true);
  });

  test('killed, it takes the app along', async () => {
    const { front, app } = await launch();
    expect(app).toBeDefined();
    front.kill('SIGKILL');
    await waitFor(
      async () => (await processOf(app)) === null && (await readdir(sockets)).length === 0,
      10_000,
      () => 'The app lives on.',
    );
  });
});
