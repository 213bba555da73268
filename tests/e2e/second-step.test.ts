import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, openPage } from '#tests/support/chromium.ts';
import { unusedCode } from '#tests/support/factors/unused-code.ts';
import { type ServedStory, serveStory } from '#tests/support/story.ts';
import { translator } from '#ui/translator.ts';

const t = translator('en');
let site: ServedStory;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveStory(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const path = (page: Page) => new URL(page.url()).pathname;
const heading = (page: Page) => page.locator('h1').innerText();
const press = (page: Page, name: string) => Promise.all([page.waitForEvent('load'), page.getByRole('button', { name, exact: true }).click()]);
const ownerOf = (key: string) => ({ account: { emailKey: site.account(key).email } });

/** A page without JavaScript on which somebody has given the password. */
async function passwordGiven(key: string) {
  const opened = await openPage(browser, { javaScriptEnabled: false });
  const { page } = opened;
  await page.goto(`${site.url}/sign-in`);
  await page.fill('input[name=email]', site.account(key).email);
  await page.fill('input[name=password]', site.account(key).password);
  await press(page, t('signIn.submit'));
  return opened;
}

async function giveCode(page: Page, code: string): Promise<void> {
  await page.fill('input[name=code]', code);
  await press(page, t('confirm.submit'));
}

async function appCode(key: string): Promise<string> {
  const app = await site.database.db.totpSecret.findFirstOrThrow({ where: ownerOf(key) });
  return unusedCode({ secret: site.env.CANDOR_SECRET as string }, app);
}

/** So long ago that everybody is asked again. */
const longAgo = (key: string) => site.database.db.session.updateMany({ where: ownerOf(key), data: { authenticatedAt: new Date(Date.now() - 16 * 60_000) } });

test('without JavaScript, the second step is a code of the app, or a recovery code once; what was typed goes on after a step-up', async () => {
  const { page, errors, close } = await passwordGiven('author');
  expect([path(page), await heading(page)]).toEqual(['/account/confirm', t('confirm.half.title')]);
  for (const elsewhere of ['/account', '/account/factors', '/account/email']) {
    await page.goto(site.url + elsewhere);
    expect(path(page)).toBe('/account/confirm');
  }
  await page.goto(`${site.url}/account`);
  await giveCode(page, 'none');
  expect(await page.title()).toMatch(/^Error:/);
  await giveCode(page, await appCode('author'));
  expect(path(page)).toBe('/account');

  await page.goto(`${site.url}/account/factors`);
  await longAgo('author');
  await press(page, t('factors.codes.make'));
  expect(await heading(page)).toBe(t('confirm.title'));
  expect(await page.locator('input[name=password]').count()).toBe(0);
  await giveCode(page, await appCode('author'));
  expect(await heading(page)).toBe(t('confirm.done'));
  await press(page, t('confirm.goOn'));
  const codes = await page.locator('.codes li').allInnerTexts();
  expect(codes).toHaveLength(10);
  await close();

  const [first = '', second = ''] = codes;
  for (const [code, arrives] of [
    [first, true],
    [first, false],
    [second, true],
  ] as const) {
    const another = await passwordGiven('author');
    await giveCode(another.page, code);
    expect([code, path(another.page)]).toEqual([code, arrives ? '/account' : '/account/confirm']);
    await another.close();
  }
  expect(await site.database.db.recoveryCode.count({ where: ownerOf('author') })).toBe(8);
  // A page that comes back with errors is a line in the console.
  expect(errors.filter((error) => !/422|403/.test(error))).toEqual([]);
});

test('without JavaScript, who has no second factor shows the password once more, and goes on to where they were going', async () => {
  const { page, close } = await passwordGiven('ios-user');
  await longAgo('ios-user');
  await page.goto(`${site.url}/account/email`);
  expect([path(page), await heading(page)]).toEqual(['/account/confirm', t('confirm.title')]);
  await page.fill('input[name=password]', 'this is not the password');
  await press(page, t('confirm.submit'));
  expect(await page.title()).toMatch(/^Error:/);
  await page.fill('input[name=password]', site.account('ios-user').password);
  await press(page, t('confirm.submit'));
  expect([path(page), await heading(page)]).toEqual(['/account/email', t('address.title')]);
  await close();
});

test('without JavaScript, one of the team who has no second factor sees its setting up and nothing else, until it is set up', async () => {
  const { db } = site.database;
  await db.totpSecret.deleteMany({ where: ownerOf('responder') });
  const { page, close } = await passwordGiven('responder');
  for (const elsewhere of ['/account', '/account/email', '/account/password']) {
    await page.goto(site.url + elsewhere);
    expect(path(page)).toBe('/account/factors');
  }
  await press(page, t('factors.app.setUp'));
  const key = (await page.locator('.key').first().innerText()).replaceAll(' ', '');
  await page.fill('input[name=code]', new TOTP({ secret: Secret.fromBase32(key) }).generate());
  await press(page, t('factors.app.confirm'));
  expect(await page.locator('[role=status]').innerText()).toBe(t('factors.notice.app_added'));
  await page.goto(`${site.url}/account`);
  expect(path(page)).toBe('/account');
  await close();

  const again = await passwordGiven('responder');
  expect(path(again.page)).toBe('/account/confirm');
  await giveCode(again.page, await appCode('responder'));
  expect(path(again.page)).toBe('/account');
  await again.close();
});
