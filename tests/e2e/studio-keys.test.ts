import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitFor } from '#scripts/support/wait-for.ts';
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
}, 120_000);
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

const cookieOf = ({ cookie }: TeamMember) => `${cookie.name}=${cookie.value}`;
const get = (path: string, member: TeamMember) => fetch(site.url + path, { redirect: 'manual', headers: { cookie: cookieOf(member) } });
const post = (path: string, member: TeamMember, fields: Record<string, string>) =>
  fetch(site.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.url, accept: 'application/json', cookie: cookieOf(member), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  });

const pathOf = (page: Page) => new URL(page.url()).pathname;
const focused = (page: Page) => page.evaluate('document.activeElement.id || document.activeElement.textContent.trim()') as Promise<string>;
/** The keys at the foot come with the script. */
const listens = (page: Page) => page.locator('footer.keys kbd', { hasText: 'J' }).waitFor({ state: 'attached' });

describe('keys', () => {
  test('J and K go from row to row, Enter opens, the slash goes to the field, the question mark to all keys', async () => {
    const { page, errors, close } = await openAs(author, '/studio');
    await listens(page);
    const stops = await page.locator('main table.t > tbody > tr :is(a[href], button)').first().textContent();
    await page.keyboard.press('j');
    expect(await focused(page)).toBe(stops?.trim());
    await page.keyboard.press('j');
    const second = await focused(page);
    expect(second).not.toBe(stops?.trim());
    await page.keyboard.press('k');
    expect(await focused(page)).toBe(stops?.trim());
    await page.keyboard.press('/');
    expect(await focused(page)).toBe('go');
    // In a field a letter is a letter.
    await page.keyboard.type('jk?/');
    expect([await page.locator('#go').inputValue(), pathOf(page)]).toEqual(['jk?/', '/studio']);
    await page.locator('h1').click();
    for (const held of ['Shift', 'Control', 'Alt', 'Meta']) {
      await page.keyboard.press(`${held}+j`);
      expect(await focused(page)).not.toBe(stops?.trim());
    }
    await page.keyboard.press('?');
    await page.waitForURL('**/studio/shortcuts');
    await page.goBack();
    await listens(page);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== '/studio');
    expect(errors).toEqual([]);
    await close();
  }, 60_000);

  test('what an input method composes, and a key of another layout, are what they are', async () => {
    const { page, close } = await openAs(author, '/studio');
    await listens(page);
    const send = (init: object) =>
      page.evaluate(`document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...${JSON.stringify(init)} }))`);
    const before = await focused(page);
    await send({ key: 'j', code: 'KeyJ', isComposing: true });
    expect(await focused(page)).toBe(before);
    // On an Arabic keyboard.
    await send({ key: 'ت', code: 'KeyJ' });
    expect(await focused(page)).not.toBe(before);
    await send({ key: 'ظ', code: 'Slash' });
    expect(await focused(page)).toBe('go');
    await close();
  }, 30_000);

  test('they are turned off for the account, on every machine, without a script too, and twice is once', async () => {
    const member = await teamMember(site, ['author']);
    const plain = await openAs(member, '/studio/shortcuts', { javaScriptEnabled: false });
    expect(await plain.page.locator('footer.keys kbd').allInnerTexts()).toEqual(['?']);
    await plain.page.getByRole('button', { name: 'Turn single keys off' }).click();
    expect(await plain.page.locator('h1').innerText()).toBe('Single keys are turned off.');
    expect((await post('/studio/shortcuts/set', member, { keys: 'off' })).status).toBe(200);
    expect((await post('/studio/shortcuts/set', member, { keys: 'perhaps' })).status).toBe(422);
    const { page, close } = await openAs(member, '/studio');
    await page.waitForLoadState('networkidle');
    expect(await page.locator('footer.keys kbd').allInnerTexts()).toEqual(['?']);
    const before = await focused(page);
    for (const key of ['j', '/', '?']) await page.keyboard.press(key);
    expect([await focused(page), pathOf(page)]).toEqual([before, '/studio']);
    await plain.page.getByRole('button', { name: 'Turn single keys on' }).click();
    await page.reload();
    await listens(page);
    await Promise.all([plain.close(), close()]);
  }, 60_000);

  test('Ctrl and Enter leave the editor for the review, and send from there; every word is saved', async () => {
    const { to } = (await (await post('/studio/drafts/start', author, { kind: 'note', slug: 'how-we-handle-incidents', update: '', locale: 'en' })).json()) as {
      to: string;
    };
    const { page, close } = await openAs(author, to);
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('One more line stands here.');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL('**/studio/submit/*');
    const id = Number(to.split('/').at(-1));
    const isSaved = async () => (await site.database.db.draft.findUniqueOrThrow({ where: { id } })).source.includes('One more line stands here.');
    await waitFor(isSaved, 10_000, () => 'The words are lost.');
    await page.reload();
    await page.locator('footer.keys kbd + kbd').first().waitFor({ state: 'attached' });
    await page.keyboard.press('Control+Enter');
    await page.waitForURL('**/studio/review/*');
    // Changes have numbers; a line that changed takes a comment.
    await page.locator('footer.keys kbd + kbd').first().waitFor({ state: 'attached' });
    await page.keyboard.press('j');
    expect(await page.evaluate('document.activeElement.classList.contains("row")')).toBe(true);
    await page.keyboard.press('c');
    expect(await focused(page)).toMatch(/^text-\d+$/);
    await close();
  }, 90_000);
});

describe('go to', () => {
  test('with a script it is a list that keys walk', async () => {
    const { page, errors, close } = await openAs(author, '/studio');
    await listens(page);
    await page.keyboard.press('/');
    const box = page.getByRole('combobox');
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    await box.pressSequentially('where-to-get');
    await page.getByRole('option').first().waitFor();
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    const active = await box.getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    expect(await box.inputValue()).toBe('where-to-get');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname.includes('where-to-get-our-apps'));
    expect(errors).toEqual([]);
    await close();
  }, 60_000);

  test('without one it is a page, and what was asked for is only shown', async () => {
    const { page, close } = await openAs(author, '/studio', { javaScriptEnabled: false });
    await page.locator('#go').fill('<b>apps</b>');
    await page.locator('#go').press('Enter');
    await page.waitForURL('**/studio/go?q=*');
    expect(await page.locator('h1').innerText()).toBe('Nothing has “<b>apps</b>” in its name.');
    await page.locator('#q').fill('apps');
    await page.getByRole('button', { name: 'Go', exact: true }).click();
    expect(await page.locator('main tbody tr').count()).toBeGreaterThanOrEqual(3);
    await page.locator('main tbody button').first().click();
    await page.waitForURL('**/studio/drafts/*');
    await close();
  }, 60_000);

  test('each page is for those whose it is', async () => {
    const people = await Promise.all((['approver', 'admin', 'responder', 'support'] as const).map((role) => teamMember(site, [role])));
    const customer = await teamMember(site, [], { factor: false });
    const half = await teamMember(site, ['author'], { session: { awaitsFactor: true, level: 'password' } });
    const statuses = (path: string) => Promise.all([author, ...people, customer, half].map(async (member) => (await get(path, member)).status));
    expect(await statuses('/studio/go?q=apps')).toEqual([200, 200, 200, 403, 403, 403, 303]);
    expect(await statuses('/studio/go/found?q=apps')).toEqual([200, 200, 200, 403, 403, 403, 403]);
    expect(await statuses('/studio/shortcuts')).toEqual([200, 200, 200, 200, 200, 403, 303]);
    expect((await post('/studio/shortcuts/set', customer, { keys: 'off' })).status).toBe(403);
    expect((await get('/studio/go/found', author)).status).toBe(200);
    expect((await get(`/studio/go?q=${'%00'.repeat(40)}`, author)).status).toBeLessThan(500);
    expect((await get(`/studio/go?q=${'x'.repeat(1500)}&q=2`, author)).status).toBe(200);
  });
});

test('keys and the way to anything are there for everybody: a phone, the dark, Arabic', async () => {
  const arabic = await teamMember(site, ['author'], { account: { locale: 'ar' } });
  for (const path of ['/studio/shortcuts', '/studio/go?q=apps', '/studio/go', '/studio']) {
    for (const [member, options] of [
      [author, { viewport: { width: 320, height: 700 } }],
      [author, { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' as const }],
      [arabic, { viewport: { width: 1280, height: 900 } }],
    ] as const) {
      const { page, errors, close } = await openAs(member, path, { bypassCSP: true, ...options });
      await page.locator('#go').fill('apps');
      await page.locator('#go').press('ArrowDown');
      await page.getByRole('option').first().waitFor();
      await expectAccessible(page);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), `${path} is wider than ${options.viewport.width}`).toBe(true);
      expect(errors).toEqual([]);
      await close();
    }
  }
}, 120_000);
