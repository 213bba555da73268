import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServedStory, serveStory } from '#tests/support/story.ts';

let site: ServedStory;
beforeAll(async () => {
  site = await serveStory();
});
afterAll(() => site?.close());

interface Sent {
  method?: string;
  cookie?: string;
  headers?: Record<string, string>;
  form?: Record<string, string>;
}

function send(path: string, { method, cookie, headers = {}, form }: Sent = {}): Promise<Response> {
  return fetch(site.url + path, {
    method: method ?? (form ? 'POST' : 'GET'),
    redirect: 'manual',
    headers: { ...(form ? { origin: site.url, 'content-type': 'application/x-www-form-urlencoded' } : {}), ...(cookie ? { cookie } : {}), ...headers },
    ...(form ? { body: new URLSearchParams(form) } : {}),
  });
}

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] as string)
    .find((pair) => pair.startsWith('candor.session.')) ?? '';

async function signIn(key: string, cookie?: string): Promise<string> {
  const { email, password } = site.account(key);
  const response = await send('/sign-in', { form: { email, password }, ...(cookie ? { cookie } : {}) });
  expect(response.status).toBe(303);
  return cookieOf(response);
}

describe('sessions', () => {
  test('the cookie is bound, hidden from scripts, and every private answer is no-store', async () => {
    const { email, password } = site.account('nothing-to-do');
    const response = await send('/sign-in', { form: { email, password } });
    expect(response.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=lax/);
    for (const path of ['/account', '/account/password', '/sign-in', '/account/none', '/api/none', '/api/auth/session']) {
      expect((await send(path, { cookie: cookieOf(response) })).headers.get('cache-control'), path).toContain('no-store');
    }
  });

  test('signing in again ends the session before; signing out ends it at the server', async () => {
    const first = await signIn('ios-user');
    const second = await signIn('ios-user', first);
    expect((await send('/account', { cookie: first })).status).toBe(303);
    expect((await send('/account', { cookie: second })).status).toBe(200);
    const out = await send('/sign-out', { form: {}, cookie: second });
    expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect((await send('/account', { cookie: second })).status).toBe(303);
  });

  test('a forged, cut, stale or foreign cookie is nobody', async () => {
    const live = await signIn('nothing-to-do');
    const name = live.slice(0, live.indexOf('='));
    for (const cookie of [
      `${name}=`,
      `${name}=abc`,
      `${live.slice(0, -4)}AAAA`,
      'next-auth.session-token=x',
      `${name}=${'x'.repeat(5000)}`,
      live.replace(name, 'candor.session'),
    ]) {
      expect((await send('/account', { cookie })).status, cookie.slice(0, 40)).toBe(303);
    }
  });

  test('a wrong password and an unknown address get the same words, with what was typed', async () => {
    const wrong = await send('/sign-in', { form: { email: site.account('ios-user').email, password: 'not the password at all' } });
    const unknown = await send('/sign-in', { form: { email: 'nobody@tempo.example', password: 'not the password at all' } });
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    const [one, two] = await Promise.all([wrong.text(), unknown.text()]);
    expect(one.replaceAll(site.account('ios-user').email, 'X')).toBe(two.replaceAll('nobody@tempo.example', 'X'));
    expect(one).toMatch(/<title>Error/);
    expect(one).not.toContain('not the password at all');
  });
});

test('nothing answers below /api: there is one door for signing in', async () => {
  for (const path of ['/api/auth/csrf', '/api/auth/callback/credentials', '/api/auth/signin', '/api/auth/session', '/api/auth/_log', '/api/none']) {
    const response = await send(path);
    expect([response.status, response.headers.get('cache-control'), response.headers.getSetCookie()], path).toEqual([404, 'no-store', []]);
    expect((await send(path, { form: { csrfToken: 'x' } })).status, path).toBe(405);
  }
});

describe('the restricted session', () => {
  test('sees status, guide and sign-out, ends the others, and has nothing else', async () => {
    const cookie = await signIn('data-accessed');
    expect((await send('/account', { cookie })).status).toBe(200);
    expect((await send('/account/password', { cookie })).status).toBe(200);
    expect((await send('/account/email', { cookie })).headers.get('location')).toBe('/account?notice=restricted');
    const other = await site.database.db.session.findFirstOrThrow({
      where: { device: 'Firefox on Windows', account: { emailKey: site.account('data-accessed').email } },
    });
    expect((await send('/account/sessions', { cookie, form: { sessionId: other.id } })).status).toBe(303);
    expect((await site.database.db.session.findUniqueOrThrow({ where: { id: other.id } })).endedAt).not.toBeNull();
    expect((await send('/sign-out', { cookie, form: {} })).status).toBe(303);
  });
});

describe('bad input', () => {
  test('never a 5xx, whatever is asked of whatever path', async () => {
    const cookie = await signIn('ios-user');
    const paths = [
      '/',
      '/account',
      '/account/sessions',
      '/account/password',
      '/account/password/proof',
      '/account/password/yours',
      '/account/password/new',
      '/account/password/done',
      '/sign-in',
      '/sign-in/enrol',
      '/sign-in/recover',
      '/sign-in/recover/code',
      '/sign-in/recover/factor',
      '/sign-in/recover/yours',
      '/sign-in/recover/new',
      '/sign-in/none',
      '/sign-out',
      '/account/none/at/all',
      '/api/none',
      '/api/auth/none',
      '/api/auth/session',
      '/de/account',
      '/en/account',
      '/fr/account',
      '/ar/sign-in',
      '/_next/none',
      '/.well-known/none',
      '/%zz',
      '/account%00',
      '/..%2f',
    ];
    const forms: Record<string, string>[] = [
      {},
      { sessionId: 'x' },
      { sessionId: '0'.repeat(64) },
      { email: 'x'.repeat(20_000), password: 'y'.repeat(20_000) },
      { next: 'short', confirm: 'other' },
      { code: '12345678', proof: 'email_code' },
      { code: 'abc', proof: 'recovery' },
      { __proto__x: '1', constructor: 'y', toString: 'z' },
    ];
    for (const path of paths) {
      for (const form of [undefined, ...forms]) {
        const response = await send(path, { cookie, ...(form ? { form } : {}) });
        expect(response.status, `${form ? 'POST' : 'GET'} ${path}`).toBeLessThan(500);
        expect(await response.text()).not.toMatch(/\bat .+\.(ts|js|mjs):\d+/);
      }
      for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) expect((await send(path, { method })).status, `${method} ${path}`).toBeLessThan(500);
    }
  }, 120_000);

  test('a broken body, type or origin is a clear 4xx', async () => {
    const own = { origin: site.url };
    const post = (headers: Record<string, string>, body: string) => fetch(`${site.url}/sign-in`, { method: 'POST', redirect: 'manual', headers, body });
    expect((await post({ ...own, 'content-type': 'multipart/form-data; boundary=x' }, '--y')).status).toBe(415);
    expect((await post({ ...own, 'content-type': 'application/json' }, '{')).status).toBe(422);
    expect((await post({ ...own, 'content-type': 'application/x-www-form-urlencoded' }, 'email=a&email=b')).status).toBe(422);
    expect((await post({ origin: 'https://foreign.example', 'content-type': 'application/x-www-form-urlencoded' }, 'email=a')).status).toBe(403);
    expect((await post({ ...own, 'content-type': 'application/x-www-form-urlencoded' }, `email=${'x'.repeat(70_000)}`)).status).toBe(413);
  });

  test('the address is one however it is written, to every reader', async () => {
    const { email, password } = site.account('nothing-to-do');
    const written = [site.url.toUpperCase(), site.url.replace('localhost', 'localhost.')];
    for (const origin of written) expect((await send('/sign-in', { form: { email, password }, headers: { origin } })).status, origin).toBe(303);
    for (const origin of ['null', 'http://localhost', `${site.url}.example`])
      expect((await send('/sign-in', { form: { email, password }, headers: { origin } })).status, origin).toBe(403);
    const [plain, escaped] = [await send('/de/sign-in'), await send('/de/sign%2Din')];
    expect([escaped.status, await escaped.text()]).toEqual([200, await plain.text()]);
  });

  test('a HEAD has what its GET has, but for the body', async () => {
    for (const path of ['/', '/feed.atom', '/none', '/sign-in', '/account', '/healthz', '/%zz']) {
      const fields = async (method: string) => {
        const { status, headers } = await send(path, { method });
        return [status, [...headers].filter(([name]) => !['date', 'transfer-encoding', 'connection', 'keep-alive'].includes(name))];
      };
      expect(await fields('HEAD'), path).toEqual(await fields('GET'));
    }
  });

  test('what the framework answers by itself is private, and an expectation changes nothing', async () => {
    const slash = await fetch(`${site.url}/sign-in/`, { redirect: 'manual' });
    expect([slash.status, slash.headers.get('cache-control')]).toEqual([308, 'no-store']);
    const { hostname, port } = new URL(site.url);
    const status = await new Promise((resolve, reject) => {
      const asked = request({ hostname, port, path: '/', headers: { expect: 'something else' } }, (answer) => resolve(answer.resume().statusCode));
      asked.on('error', reject).end();
    });
    expect(status).toBe(200);
  });

  test('a refusal speaks the language of the path', async () => {
    for (const [path, lang] of [
      ['/', 'en'],
      ['/de', 'de'],
      ['/ar', 'ar'],
      ['/fr/%zz', 'en'],
    ]) {
      const response = await fetch(site.url + path, { method: 'PUT' });
      expect(response.status).toBe(path === '/fr/%zz' ? 400 : 405);
      expect(await response.text()).toContain(`<html lang="${lang}"`);
    }
  });

  test('another person’s session is not there', async () => {
    const cookie = await signIn('nothing-to-do');
    const foreign = await site.database.db.session.findFirstOrThrow({ where: { device: 'Safari on iPhone' } });
    expect((await send('/account/sessions', { cookie, form: { sessionId: foreign.id } })).status).toBe(404);
    expect((await site.database.db.session.findUniqueOrThrow({ where: { id: foreign.id } })).endedAt).toBeNull();
  });
});

describe('the public side', () => {
  test('feeds, sitemap, robots and well-known paths', async () => {
    for (const path of ['/feed.atom', '/feed.rss', '/feed.json', '/ar/feed.atom', '/sitemap.xml', '/robots.txt', '/.well-known/security.txt', '/live.json']) {
      const response = await send(path);
      expect(response.status, path).toBe(200);
      expect(response.headers.getSetCookie()).toEqual([]);
    }
    const change = await send('/.well-known/change-password');
    expect([change.status, change.headers.get('location')]).toEqual([302, '/account/password']);
    expect((await send('/.well-known/none')).status).toBe(404);
  });

  test('answers are the same bytes with and without a cookie', async () => {
    const cookie = await signIn('ios-user');
    expect(await (await send('/', { cookie })).text()).toBe(await (await send('/')).text());
  });
});
