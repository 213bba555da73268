import { Secret, TOTP } from 'otpauth';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealTotpSecret } from '#domain/credentials/totp/totp-secret.ts';
import { Authenticator } from '#tests/support/factors/authenticator.ts';
import { expectAccessible } from '#tests/support/axe.ts';
import { launchChromium, openPage } from '#tests/support/chromium.ts';
import { withAuthenticator } from '#tests/support/factors/passkey-browser.ts';
import { type ServedStory, serveStory } from '#tests/support/story.ts';
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

async function signedIn(key: string, { prefix = '', ...options }: BrowserContextOptions & { prefix?: string } = {}) {
  const opened = await openPage(browser, options);
  const { page } = opened;
  await page.goto(`${site.url}${prefix}/sign-in`);
  await page.fill('input[name=email]', site.account(key).email);
  await page.fill('input[name=password]', site.account(key).password);
  await press(page, page.locator('main button[type=submit]').first());
  return opened;
}

async function press(page: Page, button: ReturnType<Page['locator']>): Promise<void> {
  await Promise.all([page.waitForEvent('load'), button.click()]);
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const path = (page: Page) => new URL(page.url()).pathname;
/** The app that was told the key on the page. */
const appOf = async (page: Page) => new TOTP({ secret: Secret.fromBase32((await page.locator('.key').first().innerText()).replaceAll(' ', '')) });
const t = translator('en');

test('an authenticator app is set up, confirmed in Arabic digits, stands for recovery codes, and is removed, without JavaScript', async () => {
  const { page, errors, close } = await signedIn('ios-user', { javaScriptEnabled: false });
  await press(page, page.getByRole('link', { name: t('factors.title') }));
  await press(page, button(page, t('factors.app.setUp')));
  expect(path(page)).toBe('/account/factors/app');
  const app = await appOf(page);
  await page.fill('input[name=code]', 'none');
  await press(page, button(page, t('factors.app.confirm')));
  expect(await page.title()).toMatch(/^Error:/);
  expect(await page.locator('.summary a').getAttribute('href')).toBe('#code');
  expect((await appOf(page)).secret.base32).toBe(app.secret.base32);
  await page.fill(
    'input[name=code]',
    app.generate().replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? ''),
  );
  await press(page, button(page, t('factors.app.confirm')));
  expect(await page.locator('[role=status]').innerText()).toBe(t('factors.notice.app_added'));

  await press(page, button(page, t('factors.codes.make')));
  const codes = await page.locator('.codes li').allInnerTexts();
  expect(codes).toHaveLength(10);
  await page.goto(page.url());
  expect(path(page)).toBe('/account/factors');
  const list = await page.locator('main').innerText();
  expect(list).toContain(t('factors.codes.left', { n: 10 }));
  for (const secret of [...codes, app.secret.base32]) expect(await page.content()).not.toContain(secret);

  await press(page, button(page, `${t('factors.remove')} ${t('factors.app.title')}`));
  expect(await page.locator('[role=status]').innerText()).toBe(t('factors.notice.app_removed'));
  expect(await page.locator('main').innerText()).toContain(t('factors.codes.needFactor'));
  // A page that comes back with errors is a line in the console.
  expect(errors.filter((error) => !error.includes('422'))).toEqual([]);
  await close();
});

test('a passkey is made by the page’s one script, is in the list, and is removed', async () => {
  const { page, errors, close } = await signedIn('android-fixed');
  const key = new Authenticator(site.url);
  await withAuthenticator(page, key);
  await page.goto(`${site.url}/account/factors`);
  const answer = page.waitForResponse((response) => response.url().endsWith('/account/factors/passkey'));
  await press(page, button(page, t('factors.passkeys.add')));
  const policy = (await (await answer).headerValue('content-security-policy')) ?? '';
  expect(policy).toMatch(new RegExp(`; script-src ${site.url}/candor-passkey\\.[0-9a-f]{12}\\.js;`));
  expect(policy).not.toMatch(/connect-src|'self' |unsafe/);
  expect(await page.locator('[data-passkey-cannot]').isHidden()).toBe(true);
  await press(page, button(page, t('factors.passkeys.make')));
  expect(await page.locator('[role=status]').innerText()).toBe(t('factors.notice.passkey_added'));
  expect(await page.locator('.factors').innerText()).toContain(t('factors.passkeys.keptBy.device'));
  const { counter, accountId } = await site.database.db.passkey.findUniqueOrThrow({ where: { id: key.id } });
  expect(counter).toBe(0n);
  expect((await site.database.db.account.findUniqueOrThrow({ where: { id: accountId } })).emailKey).toBe(site.account('android-fixed').email);
  await press(page, button(page, `${t('factors.remove')} ${t('factors.passkeys.keptBy.device')}`));
  expect(await page.locator('[role=status]').innerText()).toBe(t('factors.notice.passkey_removed'));
  expect(errors).toEqual([]);
  await close();
});

test('a browser that makes none says so and can try again', async () => {
  const { page, close } = await signedIn('android-fixed');
  await page.addInitScript(() => {
    Object.assign(navigator.credentials, { create: () => Promise.reject(new DOMException('no', 'NotAllowedError')) });
  });
  await page.goto(`${site.url}/account/factors`);
  await press(page, button(page, t('factors.passkeys.add')));
  await button(page, t('factors.passkeys.make')).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').innerText()).toBe(t('factors.passkeys.failed'));
  await close();
});

test('without JavaScript the page of a passkey says so, and leads to an authenticator app', async () => {
  const { page, close } = await signedIn('android-fixed', { javaScriptEnabled: false });
  await page.goto(`${site.url}/account/factors`);
  await press(page, button(page, t('factors.passkeys.add')));
  expect(await page.locator('main').innerText()).toContain(t('factors.passkeys.cannot'));
  expect(await button(page, t('factors.passkeys.make')).count()).toBe(0);
  await press(page, button(page, t('factors.app.setUp')));
  expect(path(page)).toBe('/account/factors/app');
  await close();
});

test('who can’t get mail shows in the guide a code of the app that was theirs before the incident', async () => {
  const { page, close } = await signedIn('tried-password', { javaScriptEnabled: false });
  const { db } = site.database;
  const { id: accountId } = await db.account.findUniqueOrThrow({ where: { emailKey: site.account('tried-password').email } });
  await page.goto(`${site.url}/account/password/proof`);
  const instead = page.getByRole('link', { name: t('guide.proof.byFactor') });
  expect(await instead.count()).toBe(0);
  await page.goto(`${site.url}/account/password/proof?by=factor`);
  expect(await page.locator('input[name=code]').count()).toBe(0);

  // Restricted as it is, nothing is added to it; its app is from before.
  expect(await page.goto(`${site.url}/account/factors`).then(() => path(page))).toBe('/account');
  const secret = Buffer.alloc(20, 7);
  const added = { addedAt: new Date('2020-01-01'), confirmedAt: new Date('2020-01-01'), device: 'Chrome on Android', network: '192.0.2.0/24' };
  await db.totpSecret.create({ data: { accountId, secret: sealTotpSecret(site.env.CANDOR_SECRET ?? '', accountId, secret), ...added } });
  await page.goto(`${site.url}/account/password/proof`);
  await press(page, instead);
  await page.fill('input[name=code]', '12 34 56 78');
  await press(page, button(page, t('guide.continue')));
  expect(await page.title()).toMatch(/^Error:/);
  await page.fill('input[name=code]', new TOTP({ secret: new Secret({ buffer: new Uint8Array(secret).buffer }) }).generate());
  await press(page, button(page, t('guide.continue')));
  expect(path(page)).toBe('/account/password/new');
  await db.totpSecret.deleteMany({ where: { accountId } });
  await close();
});

describe.each(['', '/ar'])('at 320 pixels, in light and dark, below "%s"', (prefix) => {
  test('every page of second factors is accessible and fits', async () => {
    const say = translator(prefix === '/ar' ? 'ar' : 'en');
    const { page, close } = await signedIn('nothing-to-do', { prefix, viewport: { width: 320, height: 800 }, bypassCSP: true });
    await withAuthenticator(page, new Authenticator(site.url));
    await page.goto(`${site.url}${prefix}/account/factors`);
    await expectAccessible(page);
    await press(page, button(page, say('factors.passkeys.add')));
    await expectAccessible(page);
    await press(page, button(page, say('factors.passkeys.make')));
    await expectAccessible(page);
    await press(page, button(page, say('factors.app.setUp')));
    await expectAccessible(page);
    const app = await appOf(page);
    await page.fill('input[name=code]', 'none');
    await press(page, button(page, say('factors.app.confirm')));
    await expectAccessible(page);
    await page.fill('input[name=code]', app.generate());
    await press(page, button(page, say('factors.app.confirm')));
    await expectAccessible(page);
    await press(page, button(page, say('factors.codes.make')));
    await expectAccessible(page);
    const { id: accountId } = await site.database.db.account.findUniqueOrThrow({ where: { emailKey: site.account('nothing-to-do').email } });
    await site.database.db.session.updateMany({ where: { accountId }, data: { authenticatedAt: new Date(Date.now() - 16 * 60_000) } });
    await page.goto(`${site.url}${prefix}/account/email`);
    expect(path(page)).toBe(`${prefix}/account/confirm`);
    await expectAccessible(page);
    await page.fill('input[name=code]', 'none');
    await press(page, button(page, say('confirm.submit')));
    expect(await page.title()).toMatch(new RegExp(`^${say('page.errorWord')}`));
    await expectAccessible(page);
    await press(page, button(page, say('confirm.byPasskey')));
    await expectAccessible(page);
    await press(page, page.locator('main button[type=submit]').first());
    expect(path(page)).toBe(`${prefix}/account/email`);
    await page.goto(`${site.url}${prefix}/account/factors`);
    const remove = page.getByRole('button', { name: new RegExp(`^${say('factors.remove')} `) });
    while ((await remove.count()) > 0) await press(page, remove.first());
    await close();
  });
});
