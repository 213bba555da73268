import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitFor } from '#scripts/support/wait-for.ts';
import { expectAccessible } from '#tests/support/axe.ts';
import { launchChromium, openPage } from '#tests/support/chromium.ts';
import { mailsTo } from '#tests/support/mails.ts';
import { type Served, serveBuild } from '#tests/support/serve.ts';
import { anotherLine } from '#tests/support/team/another-line.ts';
import { type TeamMember, teamMember } from '#tests/support/team/team-member.ts';

const ADVISORY = { kind: 'advisory', slug: 'internal-systems-access', update: '', locale: 'en' };
const PUBLIC = '/advisories/internal-systems-access';

let site: Served;
let browser: Browser;
let author: TeamMember;
let approver: TeamMember;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveBuild(), launchChromium()]);
  author = await teamMember(site, ['author']);
  approver = await teamMember(site, ['approver']);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const cookieOf = ({ cookie }: TeamMember) => `${cookie.name}=${cookie.value}`;
const get = (path: string, member: TeamMember) => fetch(site.url + path, { redirect: 'manual', headers: { cookie: cookieOf(member) } });
const post = (path: string, member: TeamMember, fields: Record<string, string>, accept = 'application/json') =>
  fetch(site.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.url, accept, cookie: cookieOf(member), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  });

async function openAs(member: TeamMember, path: string, options: BrowserContextOptions = {}) {
  const opened = await openPage(browser, options);
  await opened.page.context().addCookies([{ ...member.cookie, url: site.url }]);
  await opened.page.goto(site.url + path);
  return opened;
}

/** A draft of a live text, with one change, submitted; answers the path of its review. */
async function submitted(place: Record<string, string>, change: (text: string) => string): Promise<string> {
  const { to } = (await (await post('/studio/drafts/start', author, place)).json()) as { to: string };
  const id = to.split('/').at(-1) as string;
  const draft = await site.database.db.draft.findUniqueOrThrow({ where: { id: Number(id) } });
  await post(`${to}/save`, author, { version: String(draft.version), source: change(draft.source) });
  const html = await (await get(`/studio/submit/${id}`, author)).text();
  const findings = /name="findings" value="([0-9a-f]*)"/.exec(html)?.[1] ?? '';
  const sent = await post(`/studio/submit/${id}/send`, author, { version: String(draft.version + 1), findings });
  return ((await sent.json()) as { to: string }).to;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

test('a text goes from its author by a second person to the public, without a script', async () => {
  const script = { javaScriptEnabled: false };
  const writing = await openAs(author, '/studio', script);
  await writing.page.locator('table[aria-labelledby=live] tbody tr', { hasText: 'Someone reached' }).locator('button').first().click();
  const source = writing.page.locator('textarea');
  await source.fill((await source.inputValue()).replace('of one account', 'of 1 account'));
  await press(writing.page, 'Save');
  await writing.page.getByRole('link', { name: 'Submit for review' }).click();
  await press(writing.page, 'Submit for review');
  await writing.page.waitForURL('**/studio/review/*');
  const review = new URL(writing.page.url()).pathname;
  expect(await writing.page.locator('h1').innerText()).toContain('One change that readers act on.');
  // Its author is nobody to decide.
  expect(await writing.page.getByRole('button', { name: 'Approve this text' }).count()).toBe(0);
  // Nor is it there to be submitted once more as it is.
  await writing.page.goBack();
  await writing.page.reload();
  expect(await writing.page.locator('h1').innerText()).toBe('This text waits for an approver already, as it is.');
  expect(await writing.page.getByRole('button', { name: 'Submit for review' }).count()).toBe(0);
  await writing.page.getByRole('main').getByRole('link').click();
  expect(new URL(writing.page.url()).pathname).toBe(review);

  const reading = await openAs(approver, '/studio', script);
  expect(await reading.page.locator('h1').innerText()).toContain('One text waits for you.');
  await reading.page.getByRole('link', { name: 'See the diff' }).first().click();
  expect(new URL(reading.page.url()).pathname).toBe(review);
  expect(await reading.page.locator('.diff del').first().innerText()).toBe('one');
  await reading.page.locator('#text').fill('Is this <b>accounts</b> or people?');
  await reading.page.locator('#line').fill('11');
  await press(reading.page, /^Comment$/);
  expect(await reading.page.locator('.talk').first().innerText()).toContain('Is this <b>accounts</b> or people?');
  await reading.page.locator('#reason').fill('Say that they are accounts.');
  await press(reading.page, 'Send back');
  expect(await reading.page.locator('aside').innerText()).toContain('Sent back');

  const again = await submitted(ADVISORY, (text) => text.replace('We ask 38,412', 'For safety we ask 38,412'));
  expect(again).not.toBe(review);
  await reading.page.goto(site.url + again);
  await press(reading.page, 'Approve this text');
  await reading.page.waitForURL('**/studio/publish/*');
  await writing.page.goto(site.url + again.replace('review', 'publish'));
  await writing.page.locator('#why_en').fill('A figure says the same in one look.');
  await press(writing.page, 'Publish this language');
  const isPublic = async () => (await (await fetch(site.url + PUBLIC)).text()).includes('For safety we ask 38,412');
  await waitFor(isPublic, 15_000, () => 'The public page does not say it.');
  const isSeen = async () => (await site.database.db.publicationCheck.count({ where: { path: PUBLIC, outcome: 'same' } })) > 0;
  await waitFor(isSeen, 30_000, () => site.worker.lastLines());
  await writing.page.reload();
  expect(await writing.page.locator('aside').innerText()).toContain('Fetched from outside: the same bytes');
  await Promise.all([writing.close(), reading.close()]);
}, 120_000);

test('an error goes out with a second person’s written reason, a warning with a tick, without a script', async () => {
  const script = { javaScriptEnabled: false };
  const note = { ...ADVISORY, locale: 'de' };
  const { to } = (await (await post('/studio/drafts/start', author, note)).json()) as { to: string };
  const id = to.split('/').at(-1) as string;
  const draft = await site.database.db.draft.findUniqueOrThrow({ where: { id: Number(id) } });
  const more = '\nWir haben das gestern gefunden.\n\nWir nehmen die Sicherheit Ihrer Daten sehr ernst.\n';
  await post(`${to}/save`, author, { version: String(draft.version), source: draft.source + more });
  const writing = await openAs(author, `/studio/submit/${id}`, script);
  expect(await writing.page.locator('h1').innerText()).toBe('This text has one error, and can ask for a waiver.');
  await writing.page.getByLabel('Why it should stand').fill('The day stands in the line above.');
  await press(writing.page, 'Submit and ask for a waiver');
  await writing.page.waitForURL('**/studio/review/*');
  const path = new URL(writing.page.url()).pathname;

  const stale = await hashesOf(path);
  expect((await post(`${path}/approve`, approver, { ...stale, reasons: 'So it is.' })).status).toBe(422);
  expect((await post(`${path}/approve`, approver, { ...stale, ticked: '1' })).status).toBe(422);
  const reading = await openAs(approver, path, script);
  expect(await reading.page.locator('h1').innerText()).toContain('One error asks for a waiver. One warning.');
  expect(await reading.page.locator('aside').innerText()).toContain('The day stands in the line above.');
  await reading.page.locator('#reasons').fill('x'.repeat(1000));
  await reading.page.locator('#ticked').check();
  await press(reading.page, 'Approve this text');
  await reading.page.waitForURL('**/studio/publish/*');
  expect(await reading.page.locator('main').innerText()).toContain('What an approver let stand');
  expect(await reading.page.locator('main').innerText()).toContain('time/relative-date');
  await reading.page.goto(site.url + path);
  expect(await reading.page.locator('aside').innerText()).toContain('x'.repeat(1000));
  await Promise.all([writing.close(), reading.close()]);
}, 60_000);

test('whose form is stale is led to what is newer, and nothing that they typed is lost', async () => {
  const older = await submitted(ADVISORY, anotherLine);
  const { page, close } = await openAs(approver, older, { javaScriptEnabled: false });
  await page.locator('#reason').fill('The figure is not the one of the facts.');
  const newer = await submitted(ADVISORY, anotherLine);
  await press(page, 'Send back');
  const main = page.locator('main');
  expect(await main.innerText()).toContain('This is not what waits any more');
  expect(await main.innerText()).toContain('The figure is not the one of the facts.');
  await page.getByRole('link', { name: 'See what changed since' }).click();
  expect(await page.locator('section[aria-labelledby=compared] ins').allInnerTexts()).not.toEqual([]);
  await page.goBack();
  await page.getByRole('link', { name: 'Open what was submitted last' }).click();
  expect(new URL(page.url()).pathname).toBe(newer);
  expect(await page.getByRole('link', { name: 'Open what was submitted last' }).count()).toBe(0);
  await close();
}, 60_000);

test('the mail that asks an approver names the incident, and holds no word of the text and no link', async () => {
  const mails = await mailsTo(site, approver.account.email);
  expect(mails.some(({ subject }) => subject.includes('internal-systems-access'))).toBe(true);
  for (const { text } of mails) expect(text).not.toMatch(/For safety|https?:|\/studio/i);
});

describe('who may', () => {
  test('each page and route is for those whose it is', async () => {
    const path = await submitted({ ...ADVISORY, kind: 'note', slug: 'how-we-handle-incidents' }, (text) => `${text}\nOne more line stands here.\n`);
    const id = path.split('/').at(-1) as string;
    const admin = await teamMember(site, ['admin']);
    const responder = await teamMember(site, ['responder']);
    const support = await teamMember(site, ['support']);
    const customer = await teamMember(site, [], { factor: false });
    const half = await teamMember(site, ['approver'], { session: { awaitsFactor: true, level: 'password' } });
    for (const page of [path, `/studio/publish/${id}`]) {
      for (const member of [author, approver, admin]) expect((await get(page, member)).status, page).toBe(200);
      for (const member of [responder, support, customer]) expect((await get(page, member)).status, page).toBe(403);
      expect((await get(page, half)).status).toBe(303);
      expect((await fetch(site.url + page, { redirect: 'manual' })).status).toBe(303);
    }
    const { sourceHash, factsHash } = await hashesOf(path);
    const seen = { sourceHash, factsHash };
    for (const member of [responder, support, customer, half]) {
      expect((await post(`${path}/approve`, member, seen)).status).toBe(403);
      expect((await post(`${path}/back`, member, { ...seen, reason: 'No.' })).status).toBe(403);
      expect((await post(`${path}/comment`, member, { line: '', text: 'Hello.' })).status).toBe(403);
      expect((await post(`/studio/publish/${id}/now`, member, { submission: id })).status).toBe(403);
    }
    expect((await post(`${path}/approve`, author, seen)).status).toBe(403);
    expect((await post(`/studio/publish/${id}/alone`, approver, { submission: id, reason: 'Nobody else is here tonight.' })).status).toBe(403);
    expect((await post(`${path}/approve`, approver, { ...seen, factsHash: 'other' })).status).toBe(409);
    expect((await post(`/studio/publish/${id}/now`, author, { submission: id })).status).toBe(409);
    expect((await post(`${path}/approve`, approver, seen)).status).toBe(200);
    expect((await get('/studio/review/99999', author)).status).toBe(404);
  });

  test('who authenticated a while ago is asked once more, and what they did goes on', async () => {
    const stale = await teamMember(site, ['approver'], { session: { authenticatedAt: new Date(Date.now() - 10 * 60_000) } });
    const path = await submitted({ ...ADVISORY, kind: 'note', slug: 'where-to-get-our-apps' }, (text) => `${text}\nOne more line stands here.\n`);
    const answer = await post(`${path}/approve`, stale, await hashesOf(path), 'text/html');
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain(`value="${path}/approve"`);
  });
});

async function hashesOf(path: string): Promise<{ sourceHash: string; factsHash: string }> {
  const id = Number(path.split('/').at(-1));
  const { revision, facts } = await site.database.db.submission.findUniqueOrThrow({ where: { id }, include: { revision: true, facts: true } });
  return { sourceHash: revision.sourceHash, factsHash: facts?.hash ?? '' };
}

test('review and publication are there for everybody: a phone, the dark, Arabic', async () => {
  const path = await submitted({ ...ADVISORY, locale: 'ar' }, (text) => text.replace(/^في /m, 'وفي '));
  const arabic = await teamMember(site, ['approver'], { account: { locale: 'ar' } });
  for (const page of [path, path.replace('review', 'publish'), '/studio']) {
    for (const [member, options] of [
      [approver, { viewport: { width: 320, height: 700 } }],
      [approver, { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' as const }],
      [arabic, { viewport: { width: 1280, height: 900 } }],
    ] as const) {
      const { page: shown, errors, close } = await openAs(member, page, { bypassCSP: true, ...options });
      await expectAccessible(shown);
      expect(await shown.evaluate('document.documentElement.scrollWidth <= innerWidth'), `${page} is wider than ${options.viewport.width}`).toBe(true);
      expect(errors).toEqual([]);
      await close();
    }
  }
  const { page, close } = await openAs(approver, path);
  expect(await page.locator('.diff').first().getAttribute('dir')).toBe('rtl');
  await close();
}, 60_000);
