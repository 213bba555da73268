import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from '#tests/support/axe.ts';
import { launchChromium, openPage } from '#tests/support/chromium.ts';
import { codeMailTo, mailsTo } from '#tests/support/mails.ts';
import { type ServedStory, serveStory } from '#tests/support/story.ts';
import { client, leadsTo } from '#tests/support/wire/client.ts';
import { translator } from '#ui/translator.ts';

let site: ServedStory;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveStory(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function submit(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.locator('main form button[type=submit]').first().click()]);
}
const heading = (page: Page) => page.locator('h1').innerText();
const path = (page: Page) => new URL(page.url()).pathname;
/** What an address was sent, until it holds these words. */
const toBeSent = (email: string, words: string) =>
  expect.poll(async () => (await mailsTo(site, email)).map(({ subject, text }) => subject + text).join(), { timeout: 60_000 }).toContain(words);

/** As somebody who has forgotten the password, up to the page that the code leads to. */
async function askAndGive(page: Page, email: string): Promise<void> {
  await page.goto(`${site.url}/sign-in`);
  await Promise.all([page.waitForEvent('load'), page.locator('main a[href="/sign-in/recover"]').click()]);
  await page.fill('input[name=email]', email);
  await submit(page);
  expect(path(page)).toBe('/sign-in/recover/code');
  const { text, code } = await codeMailTo(site, email);
  expect(text).not.toMatch(/https?:/);
  await page.fill('input[name=code]', code);
  await submit(page);
}

test('an intruder is signed in by the leaked password; the owner recovers without JavaScript, and the intruder is out', async () => {
  const t = translator('en');
  const { email, password } = site.account('nothing-to-do');
  const intruder = client(site.url);
  expect(leadsTo(await intruder.post('/sign-in', { email, password }))).toEqual([303, '/account?signed-in']);

  const { page, errors, close } = await openPage(browser, { javaScriptEnabled: false });
  await page.goto(`${site.url}/sign-in/recover`);
  await page.fill('input[name=email]', 'no address');
  await submit(page);
  expect(await page.title()).toMatch(/^Error:/);
  await askAndGive(page, email);
  expect(path(page)).toBe('/sign-in/recover/yours');
  expect(await heading(page)).toBe(t('added.lately'));
  expect(await page.locator('input[name=keep]').count()).toBeGreaterThan(0);
  expect(await page.locator('input[name=keep]:checked').count()).toBe(0);
  await submit(page);
  expect(await heading(page)).toBe(t('guide.new.title'));
  expect(await page.locator('input[autocomplete=username]').inputValue()).toBe(email);
  for (const name of ['next', 'confirm']) await page.fill(`input[name=${name}]`, 'short');
  await submit(page);
  expect(await page.title()).toMatch(/^Error:/);
  for (const name of ['next', 'confirm']) await page.fill(`input[name=${name}]`, 'lantern otter basket willow');
  await submit(page);
  expect(path(page)).toBe('/account');
  expect(await page.locator('main table tbody tr').count()).toBe(1);
  expect(leadsTo(await intruder.get('/account'))).toEqual([303, '/sign-in?notice=signed_out']);
  expect((await intruder.post('/sign-in', { email, password })).status).toBe(422);
  await toBeSent(email, t('notice.password_changed.subject', { brand: 'Tempo' }));
  await page.goto(`${site.url}/sign-in/recover/new`);
  expect(path(page)).toBe('/sign-in/recover/code');
  expect(errors.filter((error) => !error.includes('422'))).toEqual([]);
  await close();
});

test('who is asked for another password arrives at an account that asks no more', async () => {
  const t = translator('en');
  const { page, close } = await openPage(browser, { javaScriptEnabled: false });
  await askAndGive(page, site.account('tried-password').email);
  if (path(page).endsWith('/yours')) await submit(page);
  for (const name of ['next', 'confirm']) await page.fill(`input[name=${name}]`, 'gravel orchid tunnel saffron');
  await submit(page);
  expect(path(page)).toBe('/account');
  expect(await page.locator('main').innerText()).not.toContain(t('account.restOpensLater'));
  await close();
});

test('what the guide asks about new things is kept by a box, and by nothing else', async () => {
  const t = translator('en');
  const { email, password } = site.account('data-accessed');
  await client(site.url).post('/sign-in', { email, password });
  const { page, close } = await openPage(browser, { javaScriptEnabled: false });
  await page.goto(`${site.url}/sign-in`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await submit(page);
  await page.goto(`${site.url}/account/password/proof`);
  await page.fill('input[name=password]', password);
  await submit(page);
  expect(path(page)).toBe('/account/password/yours');
  expect(await heading(page)).toBe(t('added.title'));
  const boxes = await page.locator('input[name=keep]').count();
  await page.locator('input[name=keep]').first().check();
  await submit(page);
  const { id: accountId } = await site.database.db.account.findUniqueOrThrow({ where: { emailKey: email } });
  const known = () => site.database.db.knownDevice.count({ where: { accountId } });
  const before = await known();
  for (const name of ['next', 'confirm']) await page.fill(`input[name=${name}]`, 'lantern otter basket willow');
  await submit(page);
  expect(path(page)).toBe('/account/password/done');
  expect(before - (await known())).toBe(boxes - 1);
  await toBeSent(email, 'kept it: a browser known since');
  await close();
});

test('an address of nobody and one of somebody are answered alike, to the byte', async () => {
  const t = translator('en');
  const pages = await Promise.all(
    [site.account('ios-user').email, 'nobody.at.all@tempo.example'].map(async (email) => {
      const asking = client(site.url);
      const asked = await asking.post('/sign-in/recover', { email });
      const shape = [...asked.headers].map(([name, value]) => [name, value.replace(/=[\w-]{43};/, '=…;')]).filter(([name]) => name !== 'date');
      const shown = await (await asking.get('/sign-in/recover/code')).text();
      const wrong = await asking.post('/sign-in/recover/code', { code: '00000000' });
      const later = await asking.get('/sign-in/recover/new');
      return {
        status: asked.status,
        shape: JSON.stringify(shape).replace(/Expires=[^;]*/g, ''),
        shown,
        wrong: [wrong.status, await wrong.text()],
        later: leadsTo(later),
      };
    }),
  );
  expect(pages[0]).toEqual(pages[1]);
  expect(pages[0]?.shown).toContain(t('recover.code.sent', { minutes: 10 }));
});

test('the pages after the code are nobody’s without it', async () => {
  const stranger = client(site.url);
  for (const own of ['code', 'factor', 'yours', 'new']) expect(leadsTo(await stranger.get(`/sign-in/recover/${own}`))).toEqual([303, '/sign-in/recover']);
  expect((await stranger.post('/sign-in/recover/code', { code: '12345678' })).status).toBe(422);
  for (const [own, form] of [
    ['factor', { code: '123456' }],
    ['yours', {}],
    ['new', { next: 'lantern otter basket willow', confirm: 'lantern otter basket willow' }],
  ] as const)
    expect((await stranger.post(`/sign-in/recover/${own}`, form)).status, own).toBe(409);
});

describe.each(['', '/ar'])('at 320 pixels, in light and dark, below "%s"', (prefix) => {
  test('every page of a recovery is accessible and fits', async () => {
    const { page, close } = await openPage(browser, { viewport: { width: 320, height: 800 }, bypassCSP: true });
    await page.goto(`${site.url}${prefix}/sign-in/recover`);
    await expectAccessible(page);
    await submit(page);
    await expectAccessible(page);
    const { email, password } = site.account('android-below');
    await client(site.url).post('/sign-in', { email, password });
    await page.fill('input[name=email]', email);
    await submit(page);
    await expectAccessible(page);
    await page.fill('input[name=code]', '0');
    await submit(page);
    await expectAccessible(page);
    await page.fill('input[name=code]', (await codeMailTo(site, email, prefix === '' ? 1 : 2)).code);
    await submit(page);
    expect(path(page)).toBe(`${prefix}/sign-in/recover/yours`);
    await expectAccessible(page);
    await page.locator('input[name=keep]').first().check();
    await submit(page);
    await expectAccessible(page);
    await submit(page);
    expect(await page.locator('input[name=keep]').count()).toBe(1);
    await expectAccessible(page);
    await close();
  });
});
