import { existsSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { translator } from '#ui/translator.ts';
import { freePort } from '#scripts/support/free-port.ts';
import { waitFor } from '#scripts/support/wait-for.ts';
import { codeMailTo } from '#tests/support/mails.ts';
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
const sessionOf = (response: Response) => setCookies(response).find((pair) => pair.startsWith('candor.session.')) ?? '';
/** The cookie as the same browser has it for another instance: its name holds the port. */
const on = ({ url }: { url: string }, cookie: string) => cookie.replace(/^candor\.session\.\d+/, `candor.session.${new URL(url).port}`);
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
  const session = await signIn('tried-password');
  let cookie = session;
  expect(leadsTo(await get('/account/password/done', cookie))).toEqual([303, '/account/password']);
  expect((await post('/account/password/proof', { proof: 'current', password: site.account('tried-password').password }, cookie)).status).toBe(409);
  const sent = await post('/account/password/proof', { send: '1' }, cookie);
  expect(leadsTo(sent)).toEqual([303, '/account/password/proof?code-sent']);
  // The code is good in the browser that asked, by a cookie of its own.
  cookie = [session, ...setCookies(sent)].join('; ');
  const { code } = await codeMailTo(site, email);
  expect(leadsTo(await post('/account/password/proof', { proof: 'email_code', code }, cookie))).toEqual([303, '/account/password/new']);
  const next = 'lantern otter basket willow';
  const changed = await post('/account/password/new', { next, confirm: next }, cookie);
  expect(leadsTo(changed)).toEqual([303, '/account/password/done']);
  expect((await get('/account', cookie)).status).toBe(303);
  expect(await (await get('/account/password/done', sessionOf(changed))).text()).toContain(translator('en')('guide.done.title'));
});

test('a restart and another instance in the middle of the guide lose nothing', async () => {
  const cookie = await signIn('certain-user');
  const { password } = site.account('certain-user');
  expect(leadsTo(await post('/account/password/proof', { proof: 'current', password }, cookie))).toEqual([303, '/account/password/new']);
  await site.server.restart();
  const back = async () => (await get('/account/password/new', cookie)).status === 200;
  await waitFor(back, 60_000, () => site.server.lastLines());
  const second = await site.another();
  const next = 'gravel orchid tunnel saffron';
  const changed = await post('/account/password/new', { next, confirm: next }, on(second, cookie), second.url);
  expect(leadsTo(changed)).toEqual([303, '/account/password/done']);
  expect((await get('/account/password/done', on(site, sessionOf(changed)))).status).toBe(200);
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
  for (const path of ['/account/none', '/account/password/none', '/sign-in/none', '/sign-out/none', '/de/sign-out/none', '/_next/none', '/api', '/api/none']) {
    const response = await get(path);
    expect([path, response.status, response.headers.get('cache-control')]).toEqual([path, 404, 'no-store']);
    expect(await response.text(), path).not.toContain('<script');
  }
  expect((await post('/sign-out/none', {})).status).toBeOneOf([404, 405]);
});

test('with the database away, nobody loses the session: pages answer 503', async () => {
  const DATABASE_URL = `postgres://candor:x@127.0.0.1:${await freePort()}/none`;
  const other = await site.another({ DATABASE_URL, CANDOR_DATA: site.env.CANDOR_DATA as string });
  const cookie = on(other, await signIn('author'));
  const { url } = other;
  for (const path of ['/account', '/sign-in']) {
    const response = await get(path, cookie, url);
    expect([path, response.status, response.headers.getSetCookie()]).toEqual([path, 503, []]);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  const { password } = site.account('author');
  for (const path of ['/sign-in', '/sign-out']) {
    const response = await post(path, { email: 'someone@tempo.example', password }, cookie, url);
    expect([path, response.status, response.headers.getSetCookie()]).toEqual([path, 503, []]);
  }
});

test('our forms are the one door: nothing of next-auth answers', async () => {
  const { email, password } = site.account('android-fixed');
  const pages = ['signin', 'signin/credentials', 'callback/credentials', 'signout', 'error', 'verify-request', 'providers', 'session', 'csrf', '_log', 'new'];
  for (const path of ['/api/auth', ...pages.map((page) => `/api/auth/${page}`)]) {
    const [read, written] = [await get(path), await post(path, { email, password, callbackUrl: '/account', csrfToken: '0'.repeat(64) })];
    expect([path, read.status]).toEqual([path, 404]);
    expect(written.status, path).toBeOneOf([404, 405]);
    for (const { headers } of [read, written]) expect([path, headers.get('cache-control'), headers.getSetCookie()]).toEqual([path, 'no-store', []]);
  }
});

test('who is signed in downloads all that there is about the account, as a file; it is kept nowhere, and told to its person', async () => {
  const { db } = site.database;
  const { email } = site.account('android-below');
  const cookie = await signIn('android-below');
  const page = await get('/de/account/data', cookie);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('action="/de/account/data"')]);
  const answer = await post('/account/data', {}, cookie);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': expect.stringMatching(/^attachment; filename="account-\d{4}-\d\d-\d\d\.json"$/),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringMatching(/^default-src 'none'/),
  });
  const text = await answer.text();
  expect(JSON.parse(text)).toMatchObject({ account: { email, hasPassword: true }, apps: [{ platform: 'android' }] });
  expect(text).not.toContain('$argon2');
  for (const { id } of await db.session.findMany()) expect(text).not.toContain(id);
  expect(await (await get('/account', cookie)).text()).toMatch(/The data of the account was downloaded/);
  expect(leadsTo(await get('/account/data'))).toEqual([303, '/sign-in']);
  expect((await post('/account/data', {})).status).toBe(403);
  expect((await post('/account/data', {}, cookie, site.url.replace('localhost', '127.0.0.1'))).status).toBeOneOf([403, 421]);
});

test('the data of an account is not for who is asked for a new password, nor for who signed in long ago', async () => {
  const restricted = await signIn('data-accessed');
  expect(leadsTo(await get('/account/data', restricted))).toEqual([303, '/account?notice=restricted']);
  expect((await post('/account/data', {}, restricted)).status).toBe(403);
  const cookie = await signIn('nothing-to-do');
  const quarter = new Date(Date.now() - 16 * 60_000);
  await site.database.db.session.updateMany({ where: { account: { email: site.account('nothing-to-do').email } }, data: { authenticatedAt: quarter } });
  expect(leadsTo(await get('/account/data', cookie))).toEqual([303, '/account/confirm?to=%2Faccount%2Fdata']);
  const refused = await post('/account/data', {}, cookie);
  expect([refused.status, refused.headers.get('content-disposition')]).toEqual([403, null]);
  expect(await refused.text()).not.toContain(site.account('nothing-to-do').email);
});

test('every private answer forbids to keep, frame and sniff it, whatever it is', async () => {
  const cookie = await signIn('ios-user');
  const answers = [
    await get('/account', cookie),
    await get('/account'),
    await get('/sign-in'),
    await get('/account/none', cookie),
    await get('/_next/none'),
    await get('/api/none'),
    await post('/account', {}, cookie),
    await post('/sign-in', { email: '', password: '' }),
    await post('/account/sessions', { sessionId: 'x' }, cookie),
    await post('/sign-out', {}, cookie),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 303, 200, 404, 404, 404, 405, 422, 422, 303]);
  for (const { url, status, headers } of answers) {
    expect([url, status, headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual([url, status, 'no-store', 'nosniff']);
    expect(headers.get('content-security-policy'), url).toMatch(/^default-src 'none'.*; frame-ancestors 'none'$/);
  }
});

test('on a damaged disk, and on one without an edition, private pages answer, and say who speaks as the public ones do', async () => {
  const { url, dataDir } = await site.another();
  const editions = join(dataDir, 'editions');
  // An edition is in memory first, and on disk a moment later.
  await waitFor(
    async () => existsSync(join(editions, 'current')),
    10_000,
    () => 'There is no edition on disk.',
  );
  for (const name of await readdir(editions)) if (name.endsWith('.json')) await writeFile(join(editions, name), '{');
  const brand = /<bdi>([^<]+)<\/bdi> <span>/.exec(await (await get('/', '', url)).text())?.[1];
  expect(brand).toBeTruthy();
  expect(await (await get('/sign-in', '', url)).text()).toContain(`<bdi>${brand}</bdi> <span>`);
  expect([(await get('/sign-in', '', url)).status, (await get('/ar/account', '', url)).status]).toEqual([200, 303]);
  await rm(join(editions, 'current'));
  expect([(await get('/sign-in', '', url)).status, (await get('/account/none', '', url)).status]).toEqual([200, 404]);
});
