import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { waitFor } from '#scripts/support/wait-for.ts';
import { expectAccessible } from '#tests/support/axe.ts';
import { launchChromium, openPage } from '#tests/support/chromium.ts';
import { type Served, serveBuild } from '#tests/support/serve.ts';
import { type TeamMember, teamMember } from '#tests/support/team/team-member.ts';

const NOTE = { kind: 'note', slug: 'how-we-handle-incidents', update: '', locale: 'en' };
let site: Served;
let browser: Browser;
let author: TeamMember;
let approver: TeamMember;
let review: string;
let texts = 0;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveBuild(), launchChromium()]);
  author = await teamMember(site, ['author']);
  approver = await teamMember(site, ['approver']);
  // A busy machine takes its time until the first page of the team.
  await waitFor(
    async () => (await get('/studio', cookieOf(author))).status === 200,
    60_000,
    () => site.server.lastLines(),
  );
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(async () => {
  review = await submitted();
});

const cookieOf = ({ cookie }: TeamMember) => `${cookie.name}=${cookie.value}`;
const form = (path: string, cookie: string, fields: Record<string, string>, accept = 'application/json') =>
  fetch(site.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.url, accept, cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  });
const post = (path: string, member: TeamMember, fields: Record<string, string>, accept?: string) => form(path, cookieOf(member), fields, accept);
const get = (path: string, cookie = '') => fetch(site.url + path, { redirect: 'manual', headers: { cookie } });
/** As the browser of somebody outside holds it. */
const held = (code: string) => `candor.review.${new URL(site.url).port}=${code}`;

async function openAs(member: TeamMember, path: string, options: BrowserContextOptions = {}) {
  const opened = await openPage(browser, options);
  await opened.page.context().addCookies([{ ...member.cookie, url: site.url }]);
  await opened.page.goto(site.url + path);
  return opened;
}

/** Another text, submitted; answers the path of its review. */
async function submitted(): Promise<string> {
  texts += 1;
  const { to } = (await (await post('/studio/drafts/start', author, NOTE)).json()) as { to: string };
  const id = to.split('/').at(-1) as string;
  const draft = await site.database.db.draft.findUniqueOrThrow({ where: { id: Number(id) } });
  await post(`${to}/save`, author, { version: String(draft.version), source: `${draft.source}\nSecret words${'.'.repeat(texts)}\n` });
  const html = await (await get(`/studio/submit/${id}`, cookieOf(author))).text();
  const findings = /name="findings" value="([0-9a-f]*)"/.exec(html)?.[1] ?? '';
  const sent = await post(`/studio/submit/${id}/send`, author, { version: String(draft.version + 1), findings });
  return ((await sent.json()) as { to: string }).to;
}
const WHO = { forWhom: 'A. Lind, counsel', days: '3', locale: 'en' };
const codeFor = async (path = review, more = {}) => ((await (await post(`${path}/outside`, author, { ...WHO, ...more })).json()) as { code: string }).code;
const seenBy = async (code: string) => /name="seen" value="([0-9a-f]+)"/.exec(await (await get('/review', held(code))).text())?.[1] ?? '';
async function hashesOf(path: string) {
  const { revision, facts } = await site.database.db.submission.findUniqueOrThrow({
    where: { id: Number(path.split('/').at(-1)) },
    include: { revision: true, facts: true },
  });
  return { sourceHash: revision.sourceHash, factsHash: facts?.hash ?? '' };
}

test('a lawyer is asked, reads and comments in a browser of their own, without a script, and the code is taken back', async () => {
  const script = { javaScriptEnabled: false };
  const team = await openAs(author, review, script);
  await team.page.getByLabel('Who, and for what').fill('A. Lind <counsel>');
  await team.page.getByLabel('Days (1 to 7)').fill('8');
  await team.page.getByRole('button', { name: 'Make a code' }).click();
  expect(await team.page.getByRole('alert').innerText()).toContain('from 1 to 7');
  expect(await team.page.getByLabel('Who, and for what').inputValue()).toBe('A. Lind <counsel>');
  await team.page.getByLabel('Days (1 to 7)').fill('7');
  await team.page.getByRole('button', { name: 'Make a code' }).click();
  const [address = '', code = ''] = await team.page.locator('.key').allInnerTexts();
  expect(address).toBe(`${site.url}/review`);
  await team.page.getByRole('link', { name: 'Back to the review' }).click();
  expect(await team.page.content()).not.toContain(code);

  const outside = await openPage(browser, script);
  await outside.page.goto(address);
  await outside.page.getByLabel('Code').fill('not a code');
  await outside.page.getByRole('button', { name: 'Open the text' }).click();
  expect(await outside.page.getByRole('alert').innerText()).toContain('This is no code of ours');
  await outside.page.getByLabel('Code').fill(` ${code} `);
  await outside.page.getByRole('button', { name: 'Open the text' }).click();
  expect(outside.page.url()).toBe(address);
  expect(await outside.page.locator('h1').innerText()).toContain('For you to read');
  expect(await outside.page.frameLocator('iframe').locator('main').innerText()).toContain('Secret words');
  await outside.page.getByLabel('Line (empty: all of it)').fill('99999');
  await outside.page.getByLabel('Comment', { exact: true }).fill('Is this so?');
  await outside.page.getByRole('button', { name: 'Comment' }).click();
  expect(await outside.page.getByRole('alert').innerText()).toContain('no such line');
  expect(await outside.page.getByLabel('Comment', { exact: true }).inputValue()).toBe('Is this so?');
  await outside.page.getByLabel('Line (empty: all of it)').fill('');
  await outside.page.getByRole('button', { name: 'Comment' }).click();
  expect(await outside.page.locator('main').innerText()).toContain('Is this so?');
  // Nothing there approves, and the studio is not theirs.
  expect(await outside.page.getByRole('button', { name: /Approve/ }).count()).toBe(0);
  expect((await form(`${review}/approve`, held(code), await hashesOf(review))).status).toBe(403);
  expect((await get(review, held(code))).headers.get('location')).toBe('/sign-in?to=studio');

  await team.page.reload();
  expect(await team.page.locator('main').innerText()).toContain('A. Lind <counsel>, from outside');
  expect(await team.page.locator('main').innerText()).toMatch(/Opened \d+ times/);
  await team.page.getByRole('button', { name: 'Revoke the code of A. Lind <counsel>' }).click();
  expect(await team.page.locator('main').innerText()).toContain('Revoked');
  const gone = await outside.page.reload();
  expect(gone?.status()).toBe(410);
  expect(await outside.page.locator('main').innerText()).toContain('has taken the code back');
  expect(await outside.page.content()).not.toContain('Secret words');
  await outside.page.getByRole('button', { name: 'Enter another code' }).click();
  expect(await outside.page.getByLabel('Code').count()).toBe(1);
  expect(site.server.lastLines()).not.toContain(code);
  expect([...team.errors, ...outside.errors.filter((line) => !/410|422/.test(line))]).toEqual([]);
  await Promise.all([team.close(), outside.close()]);
}, 180_000);

test('nothing of a newer text is shown, nor of one that somebody has decided about, and a form of before changes nothing', async () => {
  const [code, seen] = await codeFor().then(async (made) => [made, await seenBy(made)] as const);
  expect((await get('/review', held(code))).status).toBe(200);
  const newer = await submitted();
  const replaced = await get('/review', held(code));
  expect(replaced.status).toBe(410);
  expect(await replaced.text()).toContain('written anew');
  expect((await get('/review/text', held(code))).status).toBe(404);
  const late = await form('/review/comment', held(code), { seen, line: '', text: 'Too late.' }, 'text/html');
  const told = await late.text();
  // Why, and what was typed, for whoever has to say it elsewhere now; nothing of the text.
  expect([late.status, told.includes('written anew'), told.includes('Too late.'), told.includes('Secret words')]).toEqual([410, true, true, false]);
  expect(await site.database.db.comment.count({ where: { text: 'Too late.' } })).toBe(0);
  const other = await codeFor(newer);
  const stale = await form('/review/comment', held(other), { seen, line: '', text: 'Of another text.' }, 'text/html');
  expect(stale.status).toBe(409);
  expect(await stale.text()).toContain('Of another text.');
  expect((await post(`${newer}/approve`, approver, await hashesOf(newer))).status).toBe(200);
  const decided = await get('/review', held(other));
  expect([decided.status, (await decided.text()).includes('Somebody has decided')]).toEqual([410, true]);
  expect((await post(`${newer}/outside`, author, WHO)).status).toBe(409);
  await site.database.db.reviewLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000), revokedAt: null } });
  expect(await (await get('/review', held(code))).text()).toContain('are over');
}, 60_000);

test('nobody keeps what is shown, no engine finds it, and nothing runs in it', async () => {
  const code = await codeFor();
  for (const path of ['/review', '/review/text']) {
    const { headers, status } = await get(path, held(code));
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('content-security-policy')).not.toMatch(/script-src|unsafe/);
  }
  expect((await get('/review/text')).status).toBe(404);
  expect((await get('/review')).status).toBe(200);
  expect((await get('/review/anything')).status).toBe(404);
  const cookie = (await form('/review', '', { code }, 'text/html')).headers.getSetCookie().find((line) => line.includes('review'));
  expect(cookie).toMatch(/HttpOnly/i);
  expect(
    (await fetch(`${site.url}/review`, { method: 'POST', headers: { origin: 'https://elsewhere.example' }, body: new URLSearchParams({ code }) })).status,
  ).toBe(403);
  const long = await form('/review', '', { code: 'x'.repeat(900) }, 'text/html');
  expect(long.status).toBe(422);
  expect((await form('/review', '', {}, 'text/html')).status).toBe(422);
}, 60_000);

test('who may ask and take back, and who guesses waits', async () => {
  const code = await codeFor();
  const { id } = await site.database.db.reviewLink.findFirstOrThrow({ orderBy: { id: 'desc' } });
  const others = await Promise.all([teamMember(site, ['responder']), teamMember(site, ['support']), teamMember(site, [], { factor: false })]);
  for (const member of others) {
    expect((await post(`${review}/outside`, member, WHO)).status).toBe(403);
    expect((await post(`/studio/review/links/${id}/revoke`, member, {})).status).toBe(403);
  }
  const stale = await teamMember(site, ['author'], { session: { authenticatedAt: new Date(Date.now() - 600_000) } });
  expect((await post(`${review}/outside`, stale, WHO, 'text/html')).status).toBe(403);
  expect((await post('/studio/review/links/99999/revoke', author, {})).status).toBe(404);
  // What the tests before have typed wrongly counts for the same source.
  await site.database.db.$executeRaw`DELETE FROM limits.failure`;
  for (let n = 0; n < 20; n += 1) expect((await form('/review', '', { code: `guess ${n}` }, 'text/html')).status).toBe(422);
  expect((await form('/review', '', { code }, 'text/html')).status).toBe(429);
  await site.database.db.$executeRaw`DELETE FROM limits.failure`;
  expect((await post(`/studio/review/links/${id}/revoke`, approver, {})).status).toBe(200);
  expect((await post(`/studio/review/links/${id}/revoke`, approver, {})).status).toBe(200);
}, 60_000);

test('the pages are there for everybody: a phone, the dark, Arabic', async () => {
  const codes = { en: await codeFor(), ar: await codeFor(review, { locale: 'ar', forWhom: 'أ. ليند' }) };
  for (const [path, code, options] of [
    ['/review', null, { viewport: { width: 320, height: 700 } }],
    ['/review', codes.en, { viewport: { width: 320, height: 700 } }],
    ['/review', codes.en, { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' as const }],
    ['/ar/review', codes.ar, { viewport: { width: 320, height: 700 } }],
  ] as const) {
    const { page, errors, close } = await openPage(browser, { bypassCSP: true, ...options });
    if (code) await page.context().addCookies([{ name: `candor.review.${new URL(site.url).port}`, value: code, url: site.url }]);
    await page.goto(site.url + path);
    await expectAccessible(page);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), `${path} ${options.viewport.width}`).toBe(true);
    expect(errors).toEqual([]);
    await close();
  }
}, 60_000);
