import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bundle, makeBundle } from '#edition/bundle.ts';
import { recipe } from '#edition/recipe.ts';
import { createFront, decodePath } from './front.ts';

let server: Server;
let origin: URL;
let bundle: Bundle | null;
let reachedNext: string[] = [];

const document = (path: string, body: string, status: 200 | 404 = 200) =>
  recipe(path, { body, status }, (input) => ({ path, contentType: 'text/html; charset=utf-8', csp: "default-src 'none'", ...input }));

beforeAll(async () => {
  const recipes = [document('/', 'home'.repeat(200)), document('/advisories', 'list'), document('/404', 'missing', 404), document('/de/404', 'fehlt', 404)];
  bundle = await makeBundle({ number: 1, publishedAt: '2026-01-01T00:00:00Z', build: 'b', site: {} as Bundle['site'] }, recipes, null, 1_000);
  let front: (request: IncomingMessage, response: ServerResponse) => unknown;
  server = createServer((req, res) => front(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = new URL(`http://localhost:${(server.address() as AddressInfo).port}`);
  front = createFront({
    url: origin,
    trustedProxies: [],
    bundle: () => bundle,
    cache: true,
    probes: { '/healthz': async () => ({ status: 200, body: { alive: true } }) },
    refusalPolicy: "default-src 'none'",
    refusal: (status) => `<h1>${status}</h1>`,
    next: (req, res) => {
      reachedNext.push(`${req.method} ${req.url}`);
      res.end('next');
    },
  });
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
}

function ask(
  path: string,
  { method = 'GET', headers = {}, body = '' }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: origin.port, path, method, headers: { host: origin.host, ...headers }, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const form = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '1' };

describe('public documents', () => {
  test('come from the edition with a strong validator and no cookie', async () => {
    const answer = await ask('/');
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toContain('stale-if-error=86400');
    expect(answer.headers.etag).toMatch(/^"[\w-]{22}"$/);
    expect(answer.headers.vary).toBe('Accept-Encoding');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers).not.toHaveProperty('set-cookie');
    const again = await ask('/', { headers: { 'if-none-match': `W/${answer.headers.etag}` } });
    expect([again.status, again.body]).toEqual([304, '']);
  });

  test('are encoded as the client accepts', async () => {
    const encodingOf = async (accept: string) => (await ask('/', { headers: { 'accept-encoding': accept } })).headers['content-encoding'];
    expect(await encodingOf('gzip, deflate, br')).toBe('br');
    expect(await encodingOf('gzip')).toBe('gzip');
    expect(await encodingOf('br;q=0, gzip;q=0.5')).toBe('gzip');
    expect(await encodingOf('identity')).toBeUndefined();
  });

  test('HEAD has the headers and no body; a query changes nothing', async () => {
    const head = await ask('/?utm=1', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(Number(head.headers['content-length'])).toBe(800);
    expect(head.body).toBe('');
  });

  test('an unknown path is the 404 document of its locale, a trailing slash leads on', async () => {
    expect(await ask('/nothing')).toMatchObject({ status: 404, body: 'missing' });
    expect(await ask('/de/nothing')).toMatchObject({ status: 404, body: 'fehlt' });
    expect(await ask('/.well-known/nothing')).toMatchObject({ status: 404 });
    expect(await ask('/advisories/')).toMatchObject({ status: 308, headers: { location: '/advisories' } });
  });

  test('without an edition the answer is 503 with Retry-After', async () => {
    const kept = bundle;
    bundle = null;
    expect(await ask('/')).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
    bundle = kept;
  });
});

describe('screening', () => {
  test.each(['/%zz', '/%00', '/a/../b', '/%2e%2e/etc', '/a%2fb', '/a%5cb', '//foreign.example/', '/a//b'])('the malformed path %s is 400', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 400 });
  });

  test('decodePath keeps what is well formed', () => {
    expect(decodePath('/de/advisories/x?y=%zz')).toBe('/de/advisories/x');
    expect(decodePath('*')).toBeNull();
  });

  test.each(['TRACE', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND'])('%s is 405', async (method) => {
    expect(await ask('/', { method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    expect(await ask('/account', { method })).toMatchObject({ status: 405 });
  });

  test.each(['x-middleware-subrequest', 'x-invoke-path', 'x-now-route-matches', 'x-matched-path', 'next-action', 'next-router-state-tree', 'rsc'])(
    'the internal header %s is 400',
    async (name) => {
      reachedNext = [];
      expect(await ask('/account', { headers: { [name]: '1' } })).toMatchObject({ status: 400 });
      expect(reachedNext).toEqual([]);
    },
  );

  test('a foreign host is 421, except for probes', async () => {
    expect(await ask('/', { headers: { host: 'foreign.example' } })).toMatchObject({ status: 421 });
    expect(await ask('/healthz', { headers: { host: '10.0.0.1' } })).toMatchObject({ status: 200 });
  });

  test('a private GET on 127.0.0.1 goes to the one address; a POST there is refused', async () => {
    const host = `127.0.0.1:${origin.port}`;
    expect(await ask('/account?x=1', { headers: { host } })).toMatchObject({ status: 307, headers: { location: `${origin.origin}/account?x=1` } });
    expect(await ask('/account', { method: 'POST', headers: { host, origin: origin.origin, ...form }, body: 'x' })).toMatchObject({ status: 403 });
  });
});

describe('a POST', () => {
  const post = (headers: Record<string, string>, path = '/sign-in') => ask(path, { method: 'POST', headers: { ...form, ...headers }, body: 'x' });

  test('needs our own origin, or same-origin by the browser’s word', async () => {
    for (const foreign of ['https://foreign.example', 'null', 'not a url', `${origin.origin}.foreign.example`])
      expect(await post({ origin: foreign })).toMatchObject({ status: 403 });
    expect(await post({})).toMatchObject({ status: 403 });
    expect(await post({ 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403 });
    expect(await post({ origin: origin.origin })).toMatchObject({ status: 200, body: 'next' });
    expect(await post({ 'sec-fetch-site': 'same-origin' })).toMatchObject({ status: 200, body: 'next' });
  });

  test('is bounded in size, declared, and a form', async () => {
    expect(await post({ origin: origin.origin, 'content-type': 'multipart/form-data; boundary=' })).toMatchObject({ status: 415 });
    const headers = { origin: origin.origin, 'content-type': 'application/x-www-form-urlencoded' };
    expect(await ask('/sign-in', { method: 'POST', headers: { ...headers, 'transfer-encoding': 'chunked' }, body: 'x' })).toMatchObject({ status: 411 });
    expect(await declare(70_000)).toContain('HTTP/1.1 413');
  });

  test('to a public path is 405', async () => {
    expect(await post({ origin: origin.origin }, '/advisories')).toMatchObject({ status: 405 });
  });
});

/** Declares a body without sending it: the answer must not wait for it. */
function declare(bytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: Number(origin.port) });
    socket.on('error', reject);
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString());
    });
    socket.write(
      `POST /sign-in HTTP/1.1\r\nHost: ${origin.host}\r\nOrigin: ${origin.origin}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${bytes}\r\n\r\n`,
    );
  });
}
