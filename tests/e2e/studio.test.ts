import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from '#tests/support/axe.ts';
import { launchChromium, openPage } from '#tests/support/chromium.ts';
import { type Served, serveBuild } from '#tests/support/serve.ts';
import { type TeamMember, teamMember } from '#tests/support/team/team-member.ts';

let site: Served;
let browser: Browser;
let author: TeamMember;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveBuild(), launchChromium()]);
  author = await teamMember(site, ['author']);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function openAs(member: TeamMember, path: string, options: BrowserContextOptions = {}) {
  const opened = await openPage(browser, options);
  await opened.page.context().addCookies([{ ...member.cookie, url: site.url }]);
  await opened.page.goto(site.url + path);
  return opened;
}

const get = (path: string, member?: TeamMember) =>
  fetch(site.url + path, { redirect: 'manual', headers: member ? { cookie: `${member.cookie.name}=${member.cookie.value}` } : {} });
const post = (path: string, member: TeamMember, fields: Record<string, string>, accept = 'text/html') =>
  fetch(site.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.url, accept, cookie: `${member.cookie.name}=${member.cookie.value}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  });

describe('who may see the team’s pages', () => {
  test('a visitor is led to the sign-in, and from there back', async () => {
    const answer = await get('/studio');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?to=studio']);
  });

  test('a customer, one of support and one without a second factor are refused', async () => {
    const customer = await teamMember(site, [], { factor: false });
    const support = await teamMember(site, ['support']);
    expect([(await get('/studio', customer)).status, (await get('/studio', support)).status]).toEqual([403, 403]);
    const enrolling = await teamMember(site, ['author'], { factor: false });
    expect((await get('/studio', enrolling)).headers.get('location')).toBe('/account/factors');
  });

  test('half a session is asked for its second step', async () => {
    const half = await teamMember(site, ['author'], { session: { awaitsFactor: true, level: 'password' } });
    expect((await get('/studio', half)).headers.get('location')).toBe('/account/confirm?to=%2Fstudio');
  });

  test('there is no page, and no draft, that is not there', async () => {
    expect((await get('/studio/nothing', author)).status).toBe(404);
    expect((await get('/studio/drafts/1000', author)).status).toBe(404);
    expect((await get('/studio/drafts/x', author)).status).toBe(404);
  });
});

test('the front page says what is live and what is promised, for everybody, and no script of it is refused', async () => {
  for (const options of [{}, { viewport: { width: 320, height: 700 } }, { viewport: { width: 1280, height: 900 } }]) {
    const { page, errors, close } = await openAs(author, '/studio', { bypassCSP: true, ...options });
    await expectAccessible(page);
    expect(errors).toEqual([]);
    await close();
  }
  const { page, errors, close } = await openAs(author, '/studio');
  expect(await page.locator('#live').innerText()).toBe('Live');
  expect(errors).toEqual([]);
  await close();
});

test('a live text is opened, written and saved without a script', async () => {
  const { page, close } = await openAs(author, '/studio', { javaScriptEnabled: false });
  await page.locator('table[aria-labelledby=live] tbody tr').first().locator('button').first().click();
  await page.waitForURL('**/studio/drafts/*');
  const source = page.locator('textarea');
  const before = await source.inputValue();
  await source.fill(`${before}\nOne more line.\n`);
  await page.locator('main .btn').click();
  await page.waitForURL('**/studio/drafts/*');
  expect(await source.inputValue()).toBe(`${before}\nOne more line.\n`);
  await close();
});

test('who saves second is shown both texts, and loses no word', async () => {
  const started = await post('/studio/drafts/start', author, { kind: 'note', slug: 'how-we-handle-incidents', update: '', locale: 'de' });
  const path = started.headers.get('location') as string;
  const other = await teamMember(site, ['author']);
  expect((await post(`${path}/save`, other, { version: '1', source: 'Theirs.' }, 'application/json')).status).toBe(200);
  const refused = await post(`${path}/save`, author, { version: '1', source: 'Mine.' }, 'application/json');
  expect([refused.status, await refused.json()]).toEqual([409, { errors: {}, reason: 'draft_moved' }]);
  const back = await post(`${path}/save`, author, { version: '1', source: 'Mine.' });
  const shown = await get(back.headers.get('location') as string, author);
  const html = await shown.text();
  expect(html).toContain('Mine.');
  expect(html).toContain('Theirs.');
  // Shown once, and to nobody else.
  expect(await (await get(back.headers.get('location') as string, author)).text()).not.toContain('Mine.');
});
