import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#config';
import { expectAccessible } from '#tests/support/axe.ts';
import { launchChromium, openPage } from '#tests/support/chromium.ts';
import type { Authenticator } from '#tests/support/factors/authenticator.ts';
import { withAuthenticator } from '#tests/support/factors/passkey-browser.ts';
import { passkeyOf } from '#tests/support/factors/passkey-of.ts';
import { codeMailTo } from '#tests/support/mails.ts';
import { type ServedStory, serveStory } from '#tests/support/story.ts';
import { translator } from '#ui/translator.ts';

const NEXT = 'lantern otter basket willow';
const BEFORE = new Date('2020-01-01');
const YESTERDAY = new Date(Date.now() - 86_400_000);
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

const press = (page: Page, name: string) => Promise.all([page.waitForEvent('load'), page.getByRole('button', { name, exact: true }).click()]);
const path = (page: Page) => new URL(page.url()).pathname;
const says = async (page: Page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ');
/** Both fields of the new password, in whichever language. */
async function choose(page: Page): Promise<void> {
  for (const name of ['next', 'confirm']) await page.fill(`input[name=${name}]`, NEXT);
  await Promise.all([page.waitForEvent('load'), page.locator('main form button[type=submit]').first().click()]);
}

/** A passkey of one of the story's people, added then. */
async function passkey(name: string, addedAt = BEFORE): Promise<Authenticator> {
  const { db } = site.database;
  const account = await db.account.findUniqueOrThrow({ where: { emailKey: site.account(name).email } });
  return passkeyOf(db, account, addedAt, readConfig(site.env));
}

/** As somebody who has forgotten the password, up to the question for the second factor. */
async function recovering(name: string, { prefix = '', nth = 1, ...options }: BrowserContextOptions & { prefix?: string; nth?: number } = {}) {
  const opened = await openPage(browser, options);
  const { page } = opened;
  const { email } = site.account(name);
  const send = () => Promise.all([page.waitForEvent('load'), page.locator('main form button[type=submit]').first().click()]);
  await page.goto(`${site.url}${prefix}/sign-in/recover`);
  await page.fill('input[name=email]', email);
  await send();
  await page.fill('input[name=code]', (await codeMailTo(site, email, nth)).code);
  await send();
  expect(path(page)).toBe(`${prefix}/sign-in/recover/factor`);
  return opened;
}

test('who has forgotten the password and has a passkey alone shows it, and is in; an intruder’s passkey is refused', async () => {
  const [key, intruders] = [await passkey('nothing-to-do'), await passkey('nothing-to-do', YESTERDAY)];
  const { page, errors, close } = await recovering('nothing-to-do');
  expect(await page.locator('input[name=code]').count()).toBe(0);
  expect(await page.locator('h1').innerText()).toBe(t('confirm.passkey.title'));

  const forged = await page.context().newPage();
  await withAuthenticator(forged, intruders);
  await forged.goto(page.url());
  await press(forged, t('confirm.passkey.use'));
  await press(forged, t('confirm.passkey.use'));
  expect(await forged.title()).toMatch(/^Error:/);
  expect(await forged.locator('.summary').innerText()).toContain(t('error.passkey_refused'));
  await forged.goto(`${site.url}/sign-in/recover/new`);
  expect(path(forged)).toBe('/sign-in/recover/factor');
  await forged.close();

  await withAuthenticator(page, key);
  await page.goto(page.url());
  const answer = page.waitForResponse((response) => response.url().endsWith('/sign-in/recover/factor') && response.request().method() === 'POST');
  await press(page, t('confirm.passkey.use'));
  const policy = (await (await answer).headerValue('content-security-policy')) ?? '';
  expect(policy).toMatch(new RegExp(`; script-src ${site.url}/candor-passkey\\.[0-9a-f]{12}\\.js;`));
  await press(page, t('confirm.passkey.use'));
  expect(path(page)).toBe('/sign-in/recover/yours');
  expect(await says(page)).toContain(t('added.kind.passkey'));
  await press(page, t('guide.continue'));
  await choose(page);
  expect(path(page)).toBe('/account');
  expect(await site.database.db.passkey.findMany({ where: { id: { in: [key.id, intruders.id] } } })).toMatchObject([{ id: key.id }]);
  expect(errors).toEqual([]);
  await close();
});

test('who is asked for another password shows in the guide a passkey that was theirs before the incident', async () => {
  const { page, errors, close } = await openPage(browser);
  const { email, password } = site.account('tried-password');
  await page.goto(`${site.url}/sign-in`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await press(page, t('signIn.submit'));
  await page.goto(`${site.url}/account/password/proof`);
  const instead = page.getByRole('button', { name: t('confirm.byPasskey'), exact: true });
  expect(await instead.count()).toBe(0);
  const intruders = await passkey('tried-password', YESTERDAY);
  await page.goto(page.url());
  expect(await instead.count()).toBe(0);

  const key = await passkey('tried-password');
  const forged = await page.context().newPage();
  await withAuthenticator(forged, intruders);
  await forged.goto(page.url());
  await press(forged, t('confirm.byPasskey'));
  await press(forged, t('confirm.passkey.use'));
  expect(await forged.locator('.summary').innerText()).toContain(t('error.passkey_refused'));
  await forged.close();

  await withAuthenticator(page, key);
  await page.goto(page.url());
  await press(page, t('confirm.byPasskey'));
  await press(page, t('confirm.passkey.use'));
  expect(path(page)).toBe('/account/password/yours');
  await press(page, t('guide.continue'));
  await choose(page);
  expect(path(page)).toBe('/account/password/done');
  const { id: accountId } = await site.database.db.account.findUniqueOrThrow({ where: { emailKey: email } });
  expect(await site.database.db.passwordChange.findFirst({ where: { accountId }, orderBy: { at: 'desc' } })).toMatchObject({ proof: 'factor' });
  expect(errors).toEqual([]);
  await close();
});

test('without JavaScript the page says so, leads back, and says whom to call', async () => {
  await passkey('android-fixed');
  const { page, close } = await recovering('android-fixed', { javaScriptEnabled: false });
  const { phone } = await contacts();
  expect(await says(page)).toContain(phone);
  await press(page, t('confirm.passkey.use'));
  expect(await says(page)).toContain(t('confirm.passkey.cannot'));
  expect(await says(page)).toContain(phone);
  expect(await page.getByRole('button').count()).toBe(0);
  await Promise.all([page.waitForEvent('load'), page.locator('main a.btn').click()]);
  expect(path(page)).toBe('/sign-in/recover/factor');
  await close();
});

/** As the site's own pages say them. */
async function contacts(): Promise<{ phone: string }> {
  const { json } = await site.database.db.siteRevision.findFirstOrThrow({ orderBy: { id: 'desc' } });
  return (json as { contacts: { phone: string } }).contacts;
}

describe.each(['', '/ar'])('at 320 pixels, in light and dark, below "%s"', (prefix) => {
  test('every page of a passkey in a recovery is accessible and fits', async () => {
    const say = translator(prefix === '/ar' ? 'ar' : 'en');
    const key = await passkey('ios-user', prefix === '' ? BEFORE : new Date('2021-01-01'));
    const { page, close } = await recovering('ios-user', { prefix, nth: prefix === '' ? 1 : 2, viewport: { width: 320, height: 800 }, bypassCSP: true });
    await expectAccessible(page);
    await withAuthenticator(page, key);
    await page.goto(page.url());
    await press(page, say('confirm.passkey.use'));
    await expectAccessible(page);
    await site.database.db.passkeyChallenge.deleteMany({});
    await press(page, say('confirm.passkey.use'));
    await expectAccessible(page);
    expect(await page.locator('.summary').innerText()).toContain(say('error.passkey_refused'));
    await close();
  });
});
