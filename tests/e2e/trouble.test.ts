import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { waitFor } from '#scripts/support/wait-for.ts';
import type { Instance } from '#tests/support/serve.ts';
import { type ServedStory, serveStory } from '#tests/support/story.ts';
import { type Relay, startRelay } from '#tests/support/wire/relay.ts';

/** The front answers for a private path after 4.8 s, whatever has become of what the path needs; the rest is for a busy machine. */
const PRIVATE_MS = 10_000;
/** What was seen longer ago is told no more, in milliseconds. */
const MAX_AGE_MS = 15_000;

let site: ServedStory;
beforeAll(async () => {
  site = await serveStory();
});
afterAll(() => site?.close());

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

async function send(url: string, path: string, { cookie = '', form }: { cookie?: string; form?: Record<string, string> } = {}) {
  const began = performance.now();
  const answer = await fetch(url + path, {
    method: form ? 'POST' : 'GET',
    redirect: 'manual',
    headers: { cookie, ...(form && { origin: url, ...FORM }) },
    ...(form && { body: new URLSearchParams(form) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, ms: performance.now() - began };
}

async function signIn({ url }: Instance, key: string): Promise<string> {
  const { email, password } = site.account(key);
  const { status, headers } = await send(url, '/sign-in', { form: { email, password } });
  expect(status).toBe(303);
  return headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

const readyz = async (url: string) => JSON.parse((await send(url, '/readyz')).text) as Record<string, unknown>;

/** Lines of the serving processes that write there. */
async function logOf(dataDir: string): Promise<Record<string, unknown>[]> {
  const text = await readFile(join(dataDir, 'serve.log'), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}

/** How many `expectUnavailable` asks. */
const PRIVATE_PAGES = 6;

/** Every private page and form, with a cookie that is good: 503 in time, with a word on when to come again, and nothing taken away. */
async function expectUnavailable(url: string, cookie: string): Promise<void> {
  const { email, password } = site.account('nothing-to-do');
  const asked = [
    send(url, '/account', { cookie }),
    send(url, '/de/account/password', { cookie }),
    send(url, '/sign-in', { cookie }),
    send(url, '/sign-in', { form: { email, password } }),
    send(url, '/sign-out', { cookie, form: {} }),
    send(url, '/account/sessions', { cookie, form: { sessionId: '0'.repeat(64) } }),
  ];
  for (const { status, headers, ms, text } of await Promise.all(asked)) {
    expect([status, headers.getSetCookie(), headers.get('clear-site-data')]).toEqual([503, [], null]);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(ms).toBeLessThan(PRIVATE_MS);
    expect(text).toContain('Tempo');
  }
  expect(asked).toHaveLength(PRIVATE_PAGES);
  expect((await send(url, '/advisories')).status).toBe(200);
}

describe('a database that says nothing any more', () => {
  let relay: Relay;
  let other: Instance;
  beforeAll(async () => {
    relay = await startRelay(site.database.url);
    other = await site.another({ DATABASE_URL: relay.url });
  });
  afterAll(() => relay?.close());

  test('private pages say so in time, its state grows old, and all is well again by itself', async () => {
    const cookie = await signIn(other, 'nothing-to-do');
    expect(await readyz(other.url)).toMatchObject({ app: 'up', database: 'up' });
    relay.freeze();
    const frozen = performance.now();
    // The connections of before are lost at once, and those of later never come to be.
    await expectUnavailable(other.url, cookie);
    await expectUnavailable(other.url, cookie);
    await waitFor(
      async () => (await readyz(other.url)).database !== 'up',
      MAX_AGE_MS + 15_000,
      () => other.child.lastLines(),
    );
    expect(performance.now() - frozen).toBeLessThan(MAX_AGE_MS + 15_000);
    relay.thaw();
    await waitFor(
      async () => (await send(other.url, '/account', { cookie })).status === 200 && (await readyz(other.url)).database === 'up',
      60_000,
      () => other.child.lastLines(),
    );
  });

  test('many at once wait no longer than one', async () => {
    const cookie = await signIn(other, 'nothing-to-do');
    relay.freeze();
    const answers = await Promise.all(Array.from({ length: 60 }, () => send(other.url, '/account', { cookie })));
    expect(answers.map(({ status }) => status)).toEqual(Array(60).fill(503));
    expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(PRIVATE_MS);
    relay.thaw();
  });
});

describe('a database that can’t be used', () => {
  const address = (change: (url: URL) => void) => {
    const url = new URL(site.database.url);
    change(url);
    return url.href;
  };
  const sql = async (statement: string) => {
    const client = new pg.Client({ connectionString: inject('postgres') });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  const NAME = `wire_${process.pid}`;
  beforeAll(async () => {
    await sql(`CREATE ROLE ${NAME} LOGIN CONNECTION LIMIT 0`);
    await sql(`CREATE ROLE ${NAME}_locked NOLOGIN`);
  });
  afterAll(async () => {
    await sql(`DROP ROLE ${NAME}`);
    await sql(`DROP ROLE ${NAME}_locked`);
  });

  test.each<[string, (url: URL) => void]>([
    ['its name can’t be resolved', (url) => Object.assign(url, { hostname: 'database.invalid' })],
    ['there is no such database', (url) => Object.assign(url, { pathname: '/none' })],
    ['it refuses who asks', (url) => Object.assign(url, { username: `${NAME}_locked` })],
    ['it has no connection left', (url) => Object.assign(url, { username: NAME })],
    ['it speaks no TLS', (url) => url.searchParams.set('sslmode', 'require')],
    ['nobody listens', (url) => Object.assign(url, { port: '9' })],
  ])('%s: private pages are 503, and no cookie is taken', async (_, change) => {
    const [first, dataDir] = [{ url: site.url } as Instance, site.env.CANDOR_DATA as string];
    const own = await signIn(first, 'nothing-to-do');
    const before = (await logOf(dataDir)).length;
    const other = await site.another({ DATABASE_URL: address(change), CANDOR_DATA: dataDir });
    // The same secret and session; the cookie's name has the port.
    const cookie = `candor.session.${new URL(other.url).port}=${own.slice(own.indexOf('=') + 1)}`;
    await expectUnavailable(other.url, cookie);
    expect(await readyz(other.url)).toMatchObject({ database: 'down' });
    // Why, the operator finds in the log, under the id of the request.
    // What another process writes comes when its turn has come: an answer may be here before its line is.
    const answered = async () => (await logOf(dataDir)).slice(before).filter(({ msg, status }) => msg === 'request' && status === 503);
    await waitFor(
      async () => (await answered()).length >= PRIVATE_PAGES,
      10_000,
      () => other.child.lastLines(),
    );
    const lines = (await logOf(dataDir)).slice(before);
    const told = lines.filter(({ msg }) => msg === 'unavailable');
    expect(told.length).toBeGreaterThan(0);
    for (const { requestId, fault } of told) {
      expect(fault).toHaveProperty('codes.0');
      expect(lines.find((line) => line.msg === 'request' && line.requestId === requestId)).toMatchObject({ status: 503 });
    }
    await other.child.stop();
  });
});

test('a disk that takes nothing: who speaks is the same everywhere, probes tell, and it is tried again', async () => {
  const dataDir = join(site.env.CANDOR_DATA as string, 'full');
  await mkdir(dataDir);
  // A file where the folder of editions would be: nobody, not even root, can write into it.
  await writeFile(join(dataDir, 'editions'), '');
  const other = await site.another({ CANDOR_DATA: dataDir });
  const brand = (text: string) => /<bdi>([^<]+)<\/bdi> <span>/.exec(text)?.[1];
  expect(brand((await send(other.url, '/')).text)).toBe('Tempo');
  expect(brand((await send(other.url, '/sign-in')).text)).toBe('Tempo');
  await waitFor(
    async () => (await readyz(other.url)).disk === 'down',
    10_000,
    () => other.child.lastLines(),
  );
  expect((await send(other.url, '/readyz')).status).toBe(200);
  await rm(join(dataDir, 'editions'));
  await waitFor(
    async () => (await readyz(other.url)).disk === 'up',
    60_000,
    () => other.child.lastLines(),
  );
  expect(await readFile(join(dataDir, 'editions', 'current', 'index.html'), 'utf8')).toContain('Tempo');
});

test('the log has a line a request, with its route and nothing of who asked', async () => {
  const secret = 'a-word-that-nobody-else-says';
  const cookie = await signIn({ url: site.url } as Instance, 'nothing-to-do');
  await send(site.url, `/advisories?q=${secret}`);
  await send(site.url, `/${secret}`);
  await send(site.url, `/de/account?${secret}`, { cookie });
  await send(site.url, '/sign-in', { form: { email: `${secret}@tempo.example`, password: secret } });
  const dataDir = site.env.CANDOR_DATA as string;
  await waitFor(
    async () => (await logOf(dataDir)).some(({ msg, route, status }) => msg === 'request' && route === '/sign-in' && status === 422),
    10_000,
    () => site.server.lastLines(),
  );
  const lines = await logOf(dataDir);
  const found = (wanted: object) => lines.filter((line) => Object.entries(wanted).every(([key, value]) => line[key] === value));
  for (const wanted of [
    { method: 'GET', route: '/advisories', status: 200 },
    { method: 'GET', route: '404', status: 404 },
    { method: 'GET', route: '/account', status: 200 },
    { method: 'POST', route: '/sign-in', status: 422 },
  ]) {
    const [line] = found({ ...wanted, msg: 'request' });
    expect(line, JSON.stringify(wanted)).toMatchObject({
      bytes: expect.any(Number),
      ms: expect.any(Number),
      requestId: expect.stringMatching(/^[\da-f-]{36}$/),
    });
  }
  // Where the process itself listens is no client's address.
  const told = JSON.stringify(lines.map(({ listening: _listening, ...line }) => line));
  for (const never of [secret, cookie.slice(cookie.indexOf('=') + 1), 'mail', '127.0.0.1']) expect(told.includes(never), never).toBe(false);
});
