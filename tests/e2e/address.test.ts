import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from '#tests/support/axe.ts';
import { launchChromium, openPage } from '#tests/support/chromium.ts';
import { codeMailTo, mailsTo } from '#tests/support/mails.ts';
import { type ServedStory, serveStory } from '#tests/support/story.ts';
import { client, leadsTo } from '#tests/support/wire/client.ts';
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
const idOf = async (email: string) => (await site.database.db.account.findUniqueOrThrow({ where: { emailKey: email } })).id;

async function submit(page: Page, form = 'main form'): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.locator(`${form} button[type=submit]`).first().click()]);
}
async function follow(page: Page, href: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.locator(`main a[href="${href}"]`).first().click()]);
}
async function signIn(page: Page, key: string, prefix = ''): Promise<void> {
  const { email, password } = site.account(key);
  await page.goto(`${site.url}${prefix}/sign-in`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await submit(page);
}
async function signedIn(key: string) {
  const { email, password } = site.account(key);
  const device = client(site.url);
  expect(leadsTo(await device.post('/sign-in', { email, password }))).toEqual([303, '/account?signed-in']);
  return device;
}

test('without JavaScript an intruder changes the address, and the mailbox of before takes it back', async () => {
  const { email, password } = site.account('ios-user');
  const theirs = await openPage(browser, { javaScriptEnabled: false });
  await signIn(theirs.page, 'ios-user');
  await follow(theirs.page, '/account/email');
  await theirs.page.fill('input[name=email]', email.toUpperCase());
  await submit(theirs.page);
  expect(await theirs.page.title()).toMatch(/^Error:/);
  expect(await theirs.page.locator('[role=alert]').innerText()).toContain(t('error.email_same'));
  await theirs.page.fill('input[name=email]', 'intruder@evil.example');
  await submit(theirs.page);
  expect(await theirs.page.locator('[role=status]').innerText()).toContain('intruder@evil.example');
  const { code, text } = await codeMailTo(site, 'intruder@evil.example');
  expect(text).not.toMatch(/https?:/);
  await theirs.page.fill('input[name=code]', '00000000');
  await submit(theirs.page);
  expect(await theirs.page.locator('[role=alert]').innerText()).toContain(t('error.code_wrong'));
  await theirs.page.fill('input[name=code]', code);
  await submit(theirs.page);
  expect(await theirs.page.locator('[role=status]').innerText()).toBe(t('account.notice.address_changed'));
  expect(await theirs.page.locator('main').innerText()).toContain('intruder@evil.example');

  // That somebody signed in with a new device is told, too.
  const told = await mailsTo(site, email, 2);
  const left = told.find(({ subject }) => subject === t('notice.address_left.subject', { brand: 'Tempo' }));
  expect(left?.text).toContain(t('signIn.takeBack'));
  expect(left?.text).not.toMatch(/https?:|evil/);

  const mine = await openPage(browser, { javaScriptEnabled: false });
  await mine.page.goto(`${site.url}/sign-in`);
  await follow(mine.page, '/sign-in/take-back');
  await mine.page.fill('input[name=email]', email);
  await submit(mine.page);
  expect(mine.page.url()).toBe(`${site.url}/sign-in/take-back?code-sent`);
  const { code: codeOfMine } = await codeMailTo(site, email);
  await mine.page.fill('input[name=code]', codeOfMine);
  await mine.page.fill('input[name=password]', 'not the password of then');
  await submit(mine.page);
  expect(await mine.page.locator('[role=alert]').innerText()).toContain(t('error.password_not_of_then'));
  await mine.page.fill('input[name=code]', codeOfMine);
  await mine.page.fill('input[name=password]', password);
  await submit(mine.page);
  // Both passwords may be known to others: the next one is set before anything else.
  expect(path(mine.page)).toBe('/account/password/new');
  expect(leadsTo(await client(site.url).post('/sign-in', { email, password }))[0]).toBe(422);
  await mine.page.fill('input[name=next]', 'a quiet harbour at six');
  await mine.page.fill('input[name=confirm]', 'a quiet harbour at six');
  await submit(mine.page);
  expect(path(mine.page)).toBe('/account/password/done');
  await mine.page.goto(`${site.url}/account`);
  expect(await mine.page.locator('main').innerText()).toContain(email);
  expect(await mine.page.locator('main table tbody tr').count()).toBe(1);
  await theirs.page.goto(`${site.url}/account`);
  expect(path(theirs.page)).toBe('/sign-in');
  const lost = await mailsTo(site, 'intruder@evil.example', 3);
  expect(lost.map(({ subject }) => subject)).toContain(t('notice.address_lost.subject', { brand: 'Tempo' }));
  await Promise.all([theirs.close(), mine.close()]);
});

test('the page to take an address back looks the same for an address that is nobody’s', async () => {
  const page = async (email: string) => {
    const device = client(site.url);
    const asked = await device.post('/sign-in/take-back', { step: 'ask', email });
    return [leadsTo(asked), asked.headers.getSetCookie().length, await (await device.get('/sign-in/take-back?code-sent')).text()];
  };
  expect(await page('nobody@tempo.example')).toEqual(await page(site.account('ios-user').email));
});

test('a sign-in that is too long ago is asked for again, what was typed goes on, and nothing is done before', async () => {
  const { email, password } = site.account('android-fixed');
  const device = await signedIn('android-fixed');
  const accountId = await idOf(email);
  await site.database.db.session.updateMany({ where: { accountId }, data: { authenticatedAt: new Date(Date.now() - 16 * 60_000) } });
  expect(leadsTo(await device.get('/account/email'))).toEqual([303, '/account/confirm?to=%2Faccount%2Femail']);
  const form = { step: 'ask', email: 'kim@elsewhere.example' };
  const asked = await device.post('/account/email', form);
  expect([asked.status, await site.database.db.oneTimeCode.count({ where: { accountId } })]).toEqual([403, 0]);
  const carried = new URLSearchParams(form).toString();
  expect(await asked.text()).toContain(carried.replaceAll('&', '&amp;'));
  const kept = await device.post('/account/confirm', { by: 'password', to: '/account/email', carried, password });
  expect(await kept.text()).toContain('value="kim@elsewhere.example"');
  expect(leadsTo(await device.post('/account/email', form))).toEqual([303, '/account/email']);
  expect(await (await device.get('/account/email')).text()).toContain('kim@elsewhere.example');
});

test('several devices are signed out by their boxes, all others by one button, and a stranger’s by saying so', async () => {
  const { email } = site.account('nothing-to-do');
  const accountId = await idOf(email);
  const [mine, second, third, fourth] = await Promise.all(Array.from({ length: 4 }, () => signedIn('nothing-to-do')));
  const { page, errors, close } = await openPage(browser, { javaScriptEnabled: false });
  await signIn(page, 'nothing-to-do');
  await submit(page, '#chosen');
  expect(await page.locator('[role=status]').innerText()).toBe(t('account.notice.none_ended'));
  const rows = await page.locator('main table tbody tr').count();
  expect(rows).toBeGreaterThan(5);
  for (const index of [0, 1]) await page.locator('input[name=sessionIds]').nth(index).check();
  await submit(page, '#chosen');
  expect(await page.locator('[role=status]').innerText()).toBe(t('account.notice.sessions_ended'));
  expect(await page.locator('main table tbody tr').count()).toBe(rows - 2);
  await submit(page, 'form:has(input[value=session])');
  expect(path(page)).toBe('/account/password');
  const [news] = await mailsTo(site, site.account('responder').email);
  expect(news?.text).toContain(`account ${accountId}`);
  await page.goto(`${site.url}/account`);
  await submit(page, 'form:has(input[value=others])');
  expect(await page.locator('main table tbody tr').count()).toBe(1);
  for (const device of [mine, second, third, fourth]) expect(leadsTo((await device?.get('/account')) as Response)).toEqual([303, '/sign-in?notice=signed_out']);
  await submit(page, 'form:has(input[value=event])');
  expect(path(page)).toBe('/account/password');
  expect(errors).toEqual([]);
  await close();
});

test('who is asked for another password sees the other devices and ends them, and nothing of what happened', async () => {
  const [owner, intruder] = [await signedIn('tried-password'), await signedIn('tried-password')];
  const page = await (await owner.get('/account')).text();
  expect([page.includes('name="sessionIds"'), page.includes('name="eventId"')]).toEqual([true, false]);
  expect(leadsTo(await owner.post('/account/sessions', { end: 'others' }))).toEqual([303, '/account?notice=sessions_ended']);
  expect(leadsTo(await intruder.get('/account'))).toEqual([303, '/sign-in?notice=signed_out']);
  expect(leadsTo(await owner.get('/account/email'))).toEqual([303, '/account?notice=restricted']);
});

describe.each(['', '/ar'])('at 320 pixels, in light and dark, below "%s"', (prefix) => {
  test('the pages of the address and the list of devices are accessible and fit', async () => {
    const { page, close } = await openPage(browser, { viewport: { width: 320, height: 800 }, bypassCSP: true });
    await signedIn('certain-user');
    await signIn(page, 'certain-user', prefix);
    await expectAccessible(page);
    await page.goto(`${site.url}${prefix}/account/email`);
    await expectAccessible(page);
    await page.fill('input[name=email]', 'no address');
    await submit(page);
    await expectAccessible(page);
    await page.fill('input[name=email]', `new${prefix.slice(1)}@elsewhere.example`);
    await submit(page);
    expect(await heading(page)).toBe(translator(prefix === '' ? 'en' : 'ar')('address.title'));
    await expectAccessible(page);
    for (const own of ['/sign-in/take-back', '/sign-in/take-back?code-sent']) {
      await page.goto(site.url + prefix + own);
      await expectAccessible(page);
      await submit(page);
      await expectAccessible(page);
    }
    await close();
  });
});
