import { afterAll, describe, expect, test } from 'vitest';
import { secureFields } from '#server/front/create-front.ts';
import { startTestFront } from '#tests/support/front/test-front.ts';

const { origin, shown, handed, logged, ask, raw, host, close } = await startTestFront();
afterAll(close);
const form = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '1' };

describe('public documents', () => {
  test('come from the edition with a strong validator and no cookie', async () => {
    for (let time = 0; time < 2; time += 1) {
      const answer = await ask('/');
      expect(answer.status).toBe(200);
      expect(answer.headers['cache-control']).toContain('stale-if-error=86400');
      expect(answer.headers.etag).toMatch(/^"[\w-]{22}"$/);
      expect(answer.headers.vary).toBe('Accept-Encoding');
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      expect(answer.headers).not.toHaveProperty('set-cookie');
      const again = await ask('/', { headers: { 'if-none-match': `W/${answer.headers.etag}` } });
      expect([again.status, again.body]).toEqual([304, '']);
    }
  });

  test('are encoded as the client accepts', async () => {
    const encodingOf = async (accept: string) => (await ask('/', { headers: { 'accept-encoding': accept } })).headers['content-encoding'];
    expect(await encodingOf('gzip, deflate, br')).toBe('br');
    expect(await encodingOf('gzip')).toBe('gzip');
    expect(await encodingOf('br;q=0, gzip;q=0.5')).toBe('gzip');
    expect(await encodingOf('identity')).toBeUndefined();
    expect(await encodingOf('*')).toBe('br');
    expect(await encodingOf('xbr, brx')).toBeUndefined();
  });

  test('each encoding has a tag of its own, which is good for no other', async () => {
    const tag = async (accept: string) => (await ask('/', { headers: { 'accept-encoding': accept } })).headers.etag ?? '';
    const [br, gzip, identity] = [await tag('br'), await tag('gzip'), await tag('identity')];
    expect(new Set([br, gzip, identity]).size).toBe(3);
    const status = async (accept: string, known: string) => (await ask('/', { headers: { 'accept-encoding': accept, 'if-none-match': known } })).status;
    expect([await status('br', `"other", ${br}`), await status('br', identity), await status('gzip', gzip), await status('br', '*')]).toEqual([
      304, 200, 304, 304,
    ]);
  });

  test('a feed says when it changed, and a reader that asks by date is believed', async () => {
    const answer = await ask('/feed.atom');
    expect(answer.headers['last-modified']).toBe('Thu, 01 Jan 1970 00:16:40 GMT');
    const since = async (date: string) => (await ask('/feed.atom', { headers: { 'if-modified-since': date } })).status;
    expect([await since('Thu, 01 Jan 1970 00:16:40 GMT'), await since('Thu, 01 Jan 1970 00:16:39 GMT'), await since('yesterday')]).toEqual([304, 200, 200]);
    const others = ['Thursday, 01-Jan-70 00:16:40 GMT', 'Thu Jan  1 00:16:40 1970', 'Thu Jan  1 00:16:39 1970', '2099-01-01', '4102444800'];
    expect(await Promise.all(others.map(since))).toEqual([304, 304, 200, 200, 200]);
    expect((await ask('/')).headers).not.toHaveProperty('last-modified');
    const both = { 'if-modified-since': 'Thu, 01 Jan 1970 00:16:40 GMT', 'if-none-match': '"other"' };
    expect((await ask('/feed.atom', { headers: both })).status).toBe(200);
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

  test('a language that the site does not offer leads to the default one', async () => {
    for (const path of ['/ar', '/ar/advisories/access']) expect(await ask(path), path).toMatchObject({ status: 404, body: 'missing' });
    expect(await ask('/ar', { method: 'PUT' })).toMatchObject({ status: 405, body: 'refused 405' });
  });

  test('a refusal has no address of its own', async () => {
    expect(await ask('/.refusals/503')).toMatchObject({ status: 404, body: 'missing' });
  });

  test('without an edition the answer is 503 with Retry-After, in the words of the build', async () => {
    const kept = shown.bundle;
    shown.bundle = null;
    expect(await ask('/')).toMatchObject({ status: 503, headers: { 'retry-after': '5' }, body: 'plain 503' });
    shown.bundle = kept;
  });
});

describe('screening', () => {
  test.each(['/%zz', '/%00', '/a/../b', '/%2e%2e/etc', '/a%2fb', '/a%5cb', '//foreign.example/', '/a//b', '/a%2Fb', '/%c0%af', '/a/.'])(
    'the malformed path %s is 400',
    async (path) => {
      expect(await ask(path)).toMatchObject({ status: 400, body: 'refused 400' });
    },
  );

  test('a target in absolute form is read, and its authority counts instead of the Host', async () => {
    const own = (await raw(`GET ${origin.origin}/advisories HTTP/1.1`, 'Host: foreign.example', 'Connection: close')).split('\r\n');
    expect([own[0], own.at(-1)]).toEqual(['HTTP/1.1 200 OK', 'list']);
    expect(await raw(`GET ${origin.origin} HTTP/1.1`, host(), 'Connection: close')).toContain('homehome');
    expect(await raw('GET http://foreign.example/ HTTP/1.1', host())).toContain('HTTP/1.1 421 ');
    expect(await raw(`GET http://user@${origin.host}/ HTTP/1.1`, host())).toContain('HTTP/1.1 421 ');
    expect(await raw('GET ftp://x/ HTTP/1.1', host())).toContain('HTTP/1.1 400 ');
  });

  test.each(['TRACE', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND'])('%s is 405, with what the path has', async (method) => {
    expect(await ask('/', { method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    expect(await ask('/account', { method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    expect(await ask('/de/sign-in', { method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, POST' }, body: 'abgelehnt 405' });
    expect(await ask('/healthz', { method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  test('what a whole server takes is said, too', async () => {
    expect(await raw('OPTIONS * HTTP/1.1', host())).toMatch(/^HTTP\/1\.1 405 .*Allow: GET, HEAD, POST\r\n/s);
    expect(await raw('GET * HTTP/1.1', host())).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('a letter that is escaped without need is that letter, for the app too', async () => {
    handed.length = 0;
    expect(await ask('/de/accoun%74?x=%41')).toMatchObject({ status: 200, body: 'the app' });
    expect(handed.map(({ sent }) => sent)).toEqual(['/de/account?x=%41']);
    expect(await ask('/%61dvisories')).toMatchObject({ status: 200, body: 'list' });
  });

  test('what comes behind a whole request and is none does not take its answer', async () => {
    const two = await raw('GET /advisories HTTP/1.1', host(), '', 'nonsense');
    expect(two).toMatch(/^HTTP\/1\.1 200 .*\r\n\r\nlist/s);
    const late = await raw('GET /account HTTP/1.1', host(), '', 'nonsense');
    expect(late).toMatch(/^HTTP\/1\.1 200 .*the app/s);
  });

  test('a tunnel, and what is no HTTP, is refused in the same look', async () => {
    expect(await raw('CONNECT foreign.example:443 HTTP/1.1', host())).toMatch(/^HTTP\/1\.1 405 .*Allow: GET, HEAD.*refused 405$/s);
    expect(await raw('nonsense')).toMatch(/^HTTP\/1\.1 400 .*Cache-Control: no-store.*refused 400$/s);
    expect(await raw('GET / HTTP/1.1', host(), `X: ${'x'.repeat(20_000)}`)).toMatch(/^HTTP\/1\.1 431 .*refused 431$/s);
  });

  test('what comes behind a request that is under way is no answer to it', async () => {
    for (const next of ['CONNECT foreign.example:443 HTTP/1.1', 'nonsense']) {
      const answer = await raw('GET /account HTTP/1.1', host(), '', next, host());
      expect(answer, next).toMatch(/^HTTP\/1\.1 200 /);
      expect(answer.match(/HTTP\/1\.1 \d{3}/g), next).toHaveLength(1);
    }
  });

  test('a connection on which a crowd of requests waits is ended, and a few are answered in turn', async () => {
    const many = (count: number) =>
      raw(...Array.from({ length: count }, () => ['GET / HTTP/1.1', host(), '']).flat(), 'GET /account HTTP/1.1', host(), 'Connection: close');
    expect((await many(20)).match(/HTTP\/1\.1 200/g)).toHaveLength(21);
    logged.length = 0;
    expect(((await many(1_000).catch(() => '')).match(/HTTP\/1\.1 200/g) ?? []).length).toBeLessThan(40);
    expect(logged.length).toBeLessThan(40);
  });

  test('bounds stand before anything is matched', async () => {
    expect(await ask(`/?${'x'.repeat(2_045)}`)).toMatchObject({ status: 200 });
    expect(await ask(`/?${'x'.repeat(2_048)}`)).toMatchObject({ status: 414, body: 'refused 414' });
    const long: Record<string, number> = {
      accept: 1025,
      'accept-encoding': 513,
      'accept-language': 513,
      cookie: 8193,
      'content-type': 257,
      'user-agent': 1025,
    };
    for (const [name, length] of Object.entries({ ...long, referer: 4097, origin: 513, 'if-none-match': 1025, 'x-forwarded-for': 1025 })) {
      expect(await ask('/account', { headers: { [name]: 'x'.repeat(length) } }), name).toMatchObject({ status: 431, body: 'refused 431' });
      expect((await ask('/account', { headers: { [name]: 'x'.repeat(length - 1) } })).status, name).toBe(200);
    }
    expect(await ask('/', { headers: { 'x-of-nobody': 'x'.repeat(9_000) } })).toMatchObject({ status: 200 });
  });

  test('a field that stands once stands once', async () => {
    for (const line of [host(), 'Host: foreign.example']) expect(await raw('GET / HTTP/1.1', host(), line)).toContain('HTTP/1.1 400 ');
    expect(await raw('GET / HTTP/1.1', host(), 'User-Agent: a', 'User-Agent: b')).toContain('HTTP/1.1 400 ');
    expect(await raw('GET / HTTP/1.1', host(), 'Accept-Encoding: gzip', 'Accept-Encoding: br', 'Connection: close')).toContain('Content-Encoding: br');
    expect(await raw('GET / HTTP/1.1')).toContain('HTTP/1.1 400 ');
  });

  test('an address is compared as one', async () => {
    const { port } = origin;
    for (const own of [`LOCALHOST:${port}`, `localhost.:${port}`, `localhost:0${port}`])
      expect(await ask('/', { headers: { host: own } })).toMatchObject({ status: 200 });
    for (const foreign of ['foreign.example', 'localhost', `localhost:${port}.foreign.example`, `x@localhost:${port}`, `localhost..:${port}`])
      expect((await ask('/', { headers: { host: foreign } })).status, foreign).toBe(421);
    expect(await ask('/healthz', { headers: { host: '10.0.0.1' } })).toMatchObject({ status: 200, body: '{"alive":true}' });
  });

  test.each([
    'x-middleware-subrequest',
    'x-invoke-path',
    'x-now-route-matches',
    'x-matched-path',
    'x-nextjs-data',
    'next-action',
    'next-router-state-tree',
    'rsc',
    'RSC',
    'x-candor-source',
  ])('the internal header %s is 400, on every path', async (name) => {
    handed.length = 0;
    for (const path of ['/account', '/', '/advisories']) expect(await ask(path, { headers: { [name]: '1' } })).toMatchObject({ status: 400 });
    expect(handed).toEqual([]);
  });

  test('no path of the framework reaches the app', async () => {
    handed.length = 0;
    for (const path of ['/_next/image?url=x', '/_next/data/x.json', '/_next', '/api/auth/signin', '/api']) {
      expect(await ask(path), path).toMatchObject({ status: 404, headers: { 'cache-control': 'no-store' }, body: 'missing' });
    }
    expect(handed).toEqual([]);
  });

  test('every answer has the fields that all have', async () => {
    const answers = [await ask('/'), await ask('/%zz'), await ask('/healthz'), await ask('/account', { headers: { host: `127.0.0.1:${origin.port}` } })];
    expect(answers.map(({ status }) => status)).toEqual([200, 400, 200, 307]);
    for (const { headers } of answers) expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
  });

  test('on https they say that everything below comes by https for two years, and on http nothing of it', () => {
    const strict = (url: string) => secureFields(new URL(url)).indexOf('Strict-Transport-Security');
    expect(secureFields(new URL('https://tempo.example'))[strict('https://tempo.example') + 1]).toBe('max-age=63072000; includeSubDomains');
    expect(strict('http://localhost:3000')).toBe(-1);
  });

  test('a wish to upgrade is answered as if it were none', async () => {
    const wish = ['Connection: Upgrade, HTTP2-Settings, close', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA'];
    expect(await raw('GET /advisories HTTP/1.1', host(), ...wish)).toMatch(/^HTTP\/1\.1 200 .*list$/s);
    expect(await raw('GET /account HTTP/1.1', host(), ...wish, 'Upgrade: websocket')).toMatch(/^HTTP\/1\.1 200 .*the app/s);
  });

  test('a page’s address with a slash behind it leads to the page, for this time alone', async () => {
    expect(await ask('/de/sign-in/?to=password')).toMatchObject({
      status: 308,
      headers: { location: '/de/sign-in?to=password', 'cache-control': 'no-store' },
    });
    expect(await ask('/account/none/')).toMatchObject({ status: 404, body: 'missing' });
  });

  test('a private GET on 127.0.0.1 goes to the one address; a POST there is refused', async () => {
    const loopback = `127.0.0.1:${origin.port}`;
    expect(await ask('/account?x=1', { headers: { host: loopback } })).toMatchObject({ status: 307, headers: { location: `${origin.origin}/account?x=1` } });
    expect(await ask('/sign-in', { method: 'POST', headers: { host: loopback, origin: origin.origin, ...form }, body: 'x' })).toMatchObject({ status: 403 });
    expect(await ask('/', { headers: { host: loopback } })).toMatchObject({ status: 200 });
  });
});

describe('the log', () => {
  const STRANGE = 'a-word-of-a-stranger';
  const lineOf = async (send: Promise<unknown>) => {
    logged.length = 0;
    await send;
    expect(logged).toHaveLength(1);
    return logged[0];
  };

  test('has one line for each request, whatever becomes of it', async () => {
    expect(await lineOf(ask('/'))).toMatchObject({ method: 'GET', route: '/', status: 200, bytes: 800 });
    expect(await lineOf(ask('/', { method: 'HEAD' }))).toMatchObject({ method: 'HEAD', route: '/', status: 200, bytes: 0 });
    expect(await lineOf(ask('/?x=1', { headers: { 'if-none-match': '*' } }))).toMatchObject({ route: '/', status: 304, bytes: 0 });
    expect(await lineOf(ask('/advisories/'))).toMatchObject({ route: '404', status: 308 });
    expect(await lineOf(ask('/healthz'))).toMatchObject({ route: '/healthz', status: 200, bytes: 14 });
    expect(await lineOf(ask('/', { method: 'PUT' }))).toMatchObject({ method: 'PUT', route: '/', status: 405, bytes: 11 });
    expect(await lineOf(ask('/', { headers: { host: 'foreign.example' } }))).toMatchObject({ route: '/', status: 421 });
    expect(await lineOf(ask('/account', { headers: { host: `127.0.0.1:${origin.port}` } }))).toMatchObject({ route: '/account', status: 307 });
    expect(await lineOf(ask('/de/account'))).toMatchObject({ route: '/account', status: 200, bytes: 7 });
    expect(await lineOf(raw('nonsense'))).toMatchObject({ method: '-', route: '404', status: 400 });
    expect(await lineOf(raw('CONNECT foreign.example:443 HTTP/1.1', host()))).toMatchObject({ method: 'CONNECT', status: 405 });
  });

  test('holds nothing that a stranger wrote', async () => {
    logged.length = 0;
    for (const path of [
      `/${STRANGE}`,
      `/?${STRANGE}`,
      `/account/${STRANGE}`,
      `/advisories/${STRANGE}`,
      `/pictures/${STRANGE}.webp`,
      `/api/${STRANGE}`,
      `/%00${STRANGE}`,
    ])
      await ask(path, { headers: { cookie: STRANGE, 'user-agent': STRANGE, referer: STRANGE, origin: STRANGE, 'x-forwarded-for': STRANGE } });
    await raw(`GET /${STRANGE}\nforged HTTP/1.1`, host());
    await raw(`${STRANGE} / HTTP/1.1`, host());
    expect(logged.map(({ route }) => route)).toEqual(['404', '/', ...Array(7).fill('404')]);
    expect(JSON.stringify(logged)).not.toMatch(/stranger|forged/);
  });

  test('names a request as the app is told to', async () => {
    handed.length = 0;
    const line = await lineOf(ask('/account'));
    expect(handed.map(({ requestId }) => requestId)).toEqual([line?.requestId]);
    expect(line?.requestId).toMatch(/^[\da-f-]{36}$/);
  });
});
