import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from '#tests/support/axe.ts';
import { launchChromium, openPage } from '#tests/support/chromium.ts';
import { type Served, serveBuild } from '#tests/support/serve.ts';
import { type TeamMember, teamMember } from '#tests/support/team/team-member.ts';
import { withoutSaves } from '#tests/support/team/without-saves.ts';

let site: Served;
let browser: Browser;
let author: TeamMember;
let other: TeamMember;
/** Of the draft that all tests write in. */
let path: string;
let first: string;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveBuild(), launchChromium()]);
  author = await teamMember(site, ['author']);
  other = await teamMember(site, ['approver']);
  const started = await post('/studio/drafts/start', author, { kind: 'note', slug: 'how-we-handle-incidents', update: '', locale: 'en' });
  path = started.headers.get('location') as string;
  first = (await saved()).source;
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const cookieOf = ({ cookie }: TeamMember) => `${cookie.name}=${cookie.value}`;
const get = (address: string, member?: TeamMember) => fetch(site.url + address, { redirect: 'manual', headers: member ? { cookie: cookieOf(member) } : {} });
const post = (address: string, member: TeamMember, fields: Record<string, string>) =>
  fetch(site.url + address, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.url, accept: address.endsWith('start') ? 'text/html' : 'application/json', cookie: cookieOf(member) },
    body: new URLSearchParams(fields),
  });
const saved = async () => (await (await get(`${path}/text`, author)).json()) as { version: number; source: string };
const save = async (member: TeamMember, source: string) => post(`${path}/save`, member, { version: String((await saved()).version), source });

async function open(options: BrowserContextOptions = {}, member = author, address = path) {
  const opened = await openPage(browser, { viewport: { width: 1280, height: 900 }, ...options });
  await opened.page.context().addCookies([{ ...member.cookie, url: site.url }]);
  await opened.page.goto(site.url + address);
  if (options.javaScriptEnabled !== false) await opened.page.locator('.cm-content').waitFor();
  return opened;
}

/** Types at the end of the text. */
async function type(page: Page, words: string): Promise<void> {
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(words);
}

const state = (page: Page, sentence: RegExp) => page.locator('.save-state').getByText(sentence).waitFor();

test('what is typed is saved, checked and shown as the public would read it, and no script of it is refused', async () => {
  const { page, errors, close } = await open();
  const frame = page.frameLocator('.preview iframe');
  await frame.locator('h1').waitFor();
  await type(page, '\n\nWords that nobody has read yet.\n');
  await state(page, /^Saved \d\d:\d\d:\d\d UTC$/);
  await frame.getByText('Words that nobody has read yet.').waitFor();
  expect((await saved()).source).toContain('Words that nobody has read yet.');
  await type(page, '<Evil />\n');
  const finding = page.locator('.findings button', { hasText: 'Error' }).first();
  await finding.waitFor();
  await page.getByText('this is the page before them').waitFor();
  await frame.getByText('Words that nobody has read yet.').waitFor();
  await finding.click();
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('cm-content');
  expect(await page.locator('.cm-lint-marker-error').count()).toBe(1);
  expect(errors).toEqual([]);
  await close();
  await save(author, first);
});

describe('no word is lost', () => {
  test('without a connection, and when the window is closed meanwhile', async () => {
    const { page, close } = await open();
    await page.context().setOffline(true);
    await type(page, 'Typed in a tunnel.');
    await state(page, /no connection/);
    // The window goes before it can be tried again.
    await page.route('**/save', (route) => route.abort());
    await page.context().setOffline(false);
    await page.reload();
    await page.unroute('**/save');
    await page.getByRole('button', { name: 'Take them' }).click();
    await expect.poll(async () => (await saved()).source, { timeout: 10_000 }).toContain('Typed in a tunnel.');
    await close();
    await save(author, first);
  });

  test('of two windows that could not save, and of what is typed beside what they left', async () => {
    const { page, close } = await open();
    const arrive = await withoutSaves(page, '/save');
    for (const words of ['Of the first window.', 'Of the second window.']) {
      await type(page, words);
      await state(page, /no connection/);
      await page.reload();
      await page.locator('.cm-content').waitFor();
    }
    await type(page, 'Of the third window.');
    await state(page, /no connection/);
    const shown = async () => (await page.locator('.cm-content').innerText()).replaceAll('\n', '');
    const take = () => page.getByRole('button', { name: 'Take them' }).click();
    await take();
    await expect.poll(shown).toContain('Of the second window.');
    await take();
    await expect.poll(shown).toContain('Of the third window.');
    await page.getByRole('button', { name: 'Put them away' }).click();
    await take();
    await expect.poll(shown).toContain('Of the first window.');
    await arrive();
    await page.getByRole('button', { name: 'Save now' }).click();
    await expect.poll(async () => (await saved()).source, { timeout: 10_000 }).toContain('Of the first window.');
    await close();
    await save(author, first);
  });

  test('of one window while another of the same person saves', async () => {
    const { page, close } = await open();
    await withoutSaves(page, '/save');
    await type(page, 'Of the window that could not save.');
    await state(page, /no connection/);
    const [second, third] = [await page.context().newPage(), await page.context().newPage()];
    await second.goto(site.url + path);
    await second.getByRole('button', { name: 'Put them away' }).click();
    await type(page, ' And more.');
    await expect.poll(() => page.evaluate(() => Object.values(localStorage).join())).toContain('And more.');
    await type(second, 'Of the window that saves.');
    await state(second, /^Saved/);
    await third.goto(site.url + path);
    await third.getByRole('button', { name: 'Take them' }).click();
    const shown = async () => (await third.locator('.cm-content, .conflict').allInnerTexts()).join().replaceAll('\n', '');
    await expect.poll(shown).toContain('Of the window that could not save. And more.');
    await close();
    await save(author, first);
  });

  test('of a text that somebody throws away meanwhile: the editor says so, keeps them, and asks for nothing any more', async () => {
    const detectedAt = new Date(Date.now() - 3_600_000).toISOString().slice(0, 16);
    await post('/studio/new/incident/start', author, { template: 'holding', title: 'Gone', slug: 'gone-meanwhile', detectedAt, locale: 'en' });
    const draft = await site.database.db.draft.findFirstOrThrow({ where: { locale: 'en', post: { slug: 'gone-meanwhile' } } });
    const { page, close } = await open({}, author, `/studio/drafts/${draft.id}`);
    const thrown = await post(`/studio/discard/${draft.id}/away`, other, { version: '3', scope: 'text' });
    expect(thrown.status).toBe(200);
    await type(page, 'Words for nobody.');
    await state(page, /thrown this away meanwhile/);
    expect(await page.locator('.cm-content').innerText()).toContain('Words for nobody.');
    expect(await page.getByRole('button', { name: 'Save now' }).count()).toBe(0);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await type(page, 'More of them.');
    await page.waitForTimeout(1_500);
    expect(asked.filter((url) => url.endsWith('/save'))).toEqual([]);
    await close();
  });

  test('when the session has ended, until its person is back', async () => {
    const { page, close } = await open();
    await page.context().clearCookies();
    await type(page, 'Typed by nobody.');
    await state(page, /you are signed out/);
    await page.context().addCookies([{ ...author.cookie, url: site.url }]);
    await state(page, /^Saved/);
    expect((await saved()).source).toContain('Typed by nobody.');
    await close();
    await save(author, first);
  });

  test('when somebody else saves meanwhile: both texts are shown, and a person chooses', async () => {
    const { page, close } = await open();
    await save(other, `${first}\nTheirs.\n`);
    await type(page, 'Mine.');
    await page.locator('.conflict .cm-merge-b').waitFor();
    expect(await page.locator('.conflict').innerText()).toContain('Theirs.');
    expect((await saved()).source).not.toContain('Mine.');
    await page.locator('.conflict .cm-merge-revert button').first().click();
    await page.getByRole('button', { name: 'Save mine as the newer one' }).click();
    await state(page, /^Saved/);
    expect((await saved()).source).toContain('Theirs.');
    await close();
    await save(author, first);
  });
});

test('an answer that breaks off stops nothing: the findings come by themselves', async () => {
  const { page, errors, close } = await open();
  for (const part of ['**/check', '**/here']) await page.route(part, (route) => route.fulfill({ status: 200, contentType: 'application/json', body: '{"ver' }));
  const cut = page.waitForResponse('**/check');
  await type(page, '\n<Evil />\n');
  await cut;
  await page.unroute('**/check');
  await page.locator('.findings button', { hasText: 'Error' }).first().waitFor();
  expect(errors).toEqual([]);
  await close();
  await save(author, first);
});

test('who else is here is said by role, and no address with it', async () => {
  await post(`${path}/here`, other, { writing: 'yes' });
  const { page, close } = await open();
  await page.getByText('Also here: an approver, writing').waitFor();
  expect(await page.content()).not.toContain(other.account.email);
  await close();
});

test('the keyboard alone is enough: Esc, then Tab leaves the editor', async () => {
  const { page, close } = await open();
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.className)).not.toContain('cm-content');
  await close();
});

test('it is for everybody: a phone, the dark, an Arabic reader', async () => {
  const reader = await teamMember(site, ['author'], { account: { locale: 'ar' } });
  for (const [options, member] of [
    [{ viewport: { width: 320, height: 700 } }, author],
    [{ viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }, author],
    [{ viewport: { width: 1280, height: 900 } }, reader],
  ] as const) {
    const { page, errors, close } = await open({ bypassCSP: true, ...options }, member);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(await page.locator('.cm-content').getAttribute('dir')).toBe('ltr');
    expect(errors).toEqual([]);
    await close();
  }
});

test('a component goes in from the palette with its attributes', async () => {
  const { page, close } = await open();
  await page.getByText('Insert', { exact: true }).click();
  await page.locator('#Time-at').fill('2026-11-20T01:30:00Z');
  await page.getByRole('button', { name: 'Insert Time' }).click();
  await expect.poll(async () => (await saved()).source, { timeout: 10_000 }).toContain('<Time at="2026-11-20T01:30:00Z" />');
  await close();
  await save(author, first);
});

describe('the preview', () => {
  test('is for the team alone, nothing runs in it, and nobody keeps it', async () => {
    const customer = await teamMember(site, [], { factor: false });
    expect([(await get(`${path}/preview`)).status, (await get(`${path}/preview`, customer)).status]).toEqual([403, 403]);
    expect((await get(`${path}/check`, customer)).status).toBe(403);
    const answer = await get(`${path}/preview?look=dark`, author);
    expect(answer.status).toBe(200);
    const policy = answer.headers.get('content-security-policy');
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; img-src data: 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox /,
    );
    expect(policy).not.toContain('allow-scripts');
    expect([answer.headers.get('cache-control'), answer.headers.get('x-robots-tag')]).toEqual(['no-store', 'noindex']);
    expect(await answer.text()).not.toContain('<script src');
  });

  test('of a hostile draft shows findings, and the page as it was', async () => {
    await save(author, `${first}\n<img src="x" onerror="alert(1)" />\n<script>parent.document.title='x'</script>\n`);
    const { findings } = (await (await get(`${path}/check`, author)).json()) as { findings: { rule: string }[] };
    expect(findings.map(({ rule }) => rule)).toContain('mdx/html');
    expect(await (await get(`${path}/preview`, author)).text()).not.toContain('onerror');
    await save(author, first);
  });
});

test('without a script the findings stand below the text after saving', async () => {
  const { page, close } = await open({ javaScriptEnabled: false });
  await page.locator('textarea').fill(`${first}\n<Evil />\n`);
  await page.locator('main form .btn').click();
  await page.waitForURL('**/studio/drafts/*');
  expect(await page.locator('.findings').innerText()).toContain('mdx/unknown-component');
  await close();
  await save(author, first);
});
