import { afterAll, beforeAll, expect, test } from 'vitest';
import { translator } from '#ui/translator.ts';
import { freePort } from '#scripts/support/free-port.ts';
import { waitFor } from '#scripts/support/wait-for.ts';
import { mailsTo } from '#tests/support/mails.ts';
import { type ServedStory, serveStory } from '#tests/support/story.ts';

let site: ServedStory;
beforeAll(async () => {
  site = await serveStory();
});
afterAll(() => site?.close());

function get(path: string, cookie = '', base = site.url): Promise<Response> {
  return fetch(base + path, { redirect: 'manual', headers: { cookie } });
}

function post(path: string, form: Record<string, string>, cookie = '', base = site.url): Promise<Response> {
  const headers = { origin: base, cookie, 'content-type': 'application/x-www-form-urlencoded' };
  return fetch(base + path, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(form) });
}

const setCookies = (response: Response) => response.headers.getSetCookie().map((line) => line.split(';')[0] as string);
const sessionOf = (response: Response) => setCookies(response).find((pair) => pair.startsWith('candor.session=')) ?? '';
const leadsTo = (response: Response) => [response.status, response.headers.get('location')];

async function signIn(key: string): Promise<string> {
  const { email, password } = site.account(key);
  return sessionOf(await post('/sign-in', { email, password }));
}

test('the way to the account says why it leads to the sign-in page', async () => {
  expect(leadsTo(await get('/account'))).toEqual([303, '/sign-in']);
  expect(leadsTo(await get('/ar/account?signed-in'))).toEqual([303, '/ar/sign-in?notice=no_cookies']);
  const cookie = await signIn('ios-user');
  expect(leadsTo(await get('/account?signed-in', cookie))).toEqual([303, '/account']);
  await post('/sign-out', {}, cookie);
  expect(leadsTo(await get('/account', cookie))).toEqual([303, '/sign-in?notice=signed_out']);
});

test('who comes for the guide gets there by signing in, and nowhere else', async () => {
  expect(leadsTo(await get('/ar/account/password'))).toEqual([303, '/ar/sign-in?to=password']);
  expect(await (await get('/ar/sign-in?to=password')).text()).toContain('action="/ar/sign-in?to=password"');
  const { email, password } = site.account('ios-user');
  const answer = await post('/ar/sign-in?to=password', { email, password });
  expect(leadsTo(answer)).toEqual([303, '/ar/account/password?signed-in']);
  expect(leadsTo(await get('/ar/account/password?signed-in', sessionOf(answer)))).toEqual([303, '/ar/account/password']);
  expect(leadsTo(await post('/sign-in?to=https://evil.example', { email, password }))).toEqual([303, '/account?signed-in']);
});

test('a form that comes after its session says so and leads back to it', async () => {
  const cookie = await signIn('ios-user');
  await post('/sign-out', {}, cookie);
  const late = await post('/account/password/new', { next: 'four words of it all', confirm: 'four words of it all' }, cookie);
  expect(late.status).toBe(403);
  const page = await late.text();
  expect(page).toContain(translator('en')('refusal.forbidden.signed_out'));
  expect(page).toContain('href="/sign-in"');
});

test('a code asked for in the guide arrives, and leads through it to a receipt that was not there before', async () => {
  const { email } = site.account('tried-password');
  const cookie = await signIn('tried-password');
  expect(leadsTo(await get('/account/password/done', cookie))).toEqual([303, '/account/password']);
  expect((await post('/account/password/proof', { proof: 'current', password: site.account('tried-password').password }, cookie)).status).toBe(409);
  expect(leadsTo(await post('/account/password/proof', { send: '1' }, cookie))).toEqual([303, '/account/password/proof?code-sent']);
  const [mail] = await mailsTo(site, email);
  const code = mail?.text.match(/(?<!\d)\d{8}(?!\d)/)?.[0] ?? '';
  expect(leadsTo(await post('/account/password/proof', { proof: 'email_code', code }, cookie))).toEqual([303, '/account/password/new']);
  const next = 'lantern otter basket willow';
  const changed = await post('/account/password/new', { next, confirm: next }, cookie);
  expect(leadsTo(changed)).toEqual([303, '/account/password/done']);
  expect((await get('/account', cookie)).status).toBe(303);
  expect(await (await get('/account/password/done', sessionOf(changed))).text()).toContain(translator('en')('guide.done.title'));
});

test('a restart and another instance in the middle of the guide lose nothing', async () => {
  const cookie = await signIn('responder');
  const { password } = site.account('responder');
  expect(leadsTo(await post('/account/password/proof', { password }, cookie))).toEqual([303, '/account/password/new']);
  await site.server.restart();
  const back = async () => (await get('/account/password/new', cookie)).status === 200;
  await waitFor(back, 60_000, () => site.server.lastLines());
  const second = await site.another();
  const next = 'gravel orchid tunnel saffron';
  const changed = await post('/account/password/new', { next, confirm: next }, cookie, second.url);
  expect(leadsTo(changed)).toEqual([303, '/account/password/done']);
  expect((await get('/account/password/done', sessionOf(changed))).status).toBe(200);
});

test('after too many tries the page says how long to wait', async () => {
  const tries = Array.from({ length: 11 }, () => ({ email: 'nobody@tempo.example', password: 'not the password at all' }));
  let last: Response | undefined;
  for (const form of tries) last = await post('/sign-in', form);
  expect(last?.status).toBe(429);
  expect(last?.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(await last?.text()).toContain('You can try again in 15 minutes.');
});

test('what is nobody’s below a private prefix is a 404 that is not kept', async () => {
  for (const path of ['/account/none', '/sign-in/none', '/sign-out/none', '/de/sign-out/none', '/_next/none']) {
    const response = await get(path);
    expect([path, response.status, response.headers.get('cache-control')]).toEqual([path, 404, 'no-store']);
  }
  expect((await post('/sign-out/none', {})).status).toBe(404);
});

test('with the database away, nobody loses the session: pages and next-auth answer 503', async () => {
  const cookie = await signIn('author');
  const DATABASE_URL = `postgres://candor:x@127.0.0.1:${await freePort()}/none`;
  const { url } = await site.another({ DATABASE_URL, CANDOR_DATA: site.env.CANDOR_DATA as string });
  for (const path of ['/account', '/sign-in', '/api/auth/session']) {
    const response = await get(path, cookie, url);
    expect([path, response.status, response.headers.getSetCookie()]).toEqual([path, 503, []]);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  const csrf = await get('/api/auth/csrf', '', url);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const pairs = [...setCookies(csrf), cookie].join('; ');
  const out = await post('/api/auth/signout', { csrfToken }, pairs, url);
  expect([out.status, out.headers.getSetCookie()]).toEqual([503, []]);
  const signed = await post('/api/auth/callback/credentials', { csrfToken, email: 'someone@tempo.example', password: 'x' }, pairs, url);
  expect(signed.status).toBe(503);
});
