import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { translator } from '#ui/translator.ts';
import type { Account } from '#generated/prisma/client.ts';
import { expectAccessible } from '#tests/support/axe.ts';
import { launchChromium, openPage } from '#tests/support/chromium.ts';
import { codeMailTo, mailsTo } from '#tests/support/mails.ts';
import { type ServedStory, serveStory } from '#tests/support/story.ts';

let site: ServedStory;
let browser: Browser;
/** Each account's password as the story tells it. */
let told: Map<string, Pick<Account, 'passwordHash'>>;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveStory(), launchChromium()]);
  const accounts = await site.database.db.account.findMany();
  told = new Map(accounts.map(({ emailKey, passwordHash }) => [emailKey, { passwordHash }]));
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function signedIn(key: string, prefix = '', options: BrowserContextOptions = {}) {
  const opened = await openPage(browser, options);
  await signIn(opened.page, site.account(key).email, site.account(key).password, prefix);
  return opened;
}

/** Types what the authenticator app of one of the team shows. A code works once: who does it twice in half a minute is refused. */
async function giveSecondStep(page: Page, key: string): Promise<void> {
  const { totp } = site.account(key);
  if (totp === undefined) return;
  await page.fill('input[name=code]', new TOTP({ secret: Secret.fromBase32(totp) }).generate());
  await submit(page);
}

async function signIn(page: Page, email: string, password: string, prefix = ''): Promise<void> {
  await page.goto(`${site.url}${prefix}/sign-in`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await submit(page);
}

/** Posts the form that has the main button, and waits for the page that answers. */
async function submit(page: Page, form = 'main form'): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.locator(`${form} button[type=submit]`).first().click()]);
}

/** Gives an account the password of the story again, so that what it is asked for is open, whatever another test has done. */
async function reopen(key: string): Promise<void> {
  const emailKey = site.account(key).email;
  const { id } = await site.database.db.account.update({ where: { emailKey }, data: told.get(emailKey) as Pick<Account, 'passwordHash'> });
  // The story's own change is more than a year old.
  await site.database.db.passwordChange.deleteMany({ where: { accountId: id, at: { gt: new Date(Date.now() - 86_400_000) } } });
}

const heading = (page: Page) => page.locator('h1').innerText();
const path = (page: Page) => new URL(page.url()).pathname;

test('the account whose data was seen changes its password under guidance, without JavaScript', async () => {
  const t = translator('en');
  const { page, errors, close } = await signedIn('data-accessed', '', { javaScriptEnabled: false });
  expect(await heading(page)).toContain('One thing is left for you to do.');
  const shown = await page.locator('main').innerText();
  for (const words of ['name and email address', 'TMP-12', 'Not involved']) expect(shown).toContain(words);
  await Promise.all([page.waitForEvent('load'), page.locator('main a[href="/account/password"]').first().click()]);
  expect(await heading(page)).toBe(t('guide.why.title'));
  await Promise.all([page.waitForEvent('load'), page.locator('main a[href="/account/password/proof"]').first().click()]);
  await page.fill('input[name=password]', 'this is not the password');
  await submit(page);
  expect(await page.title()).toMatch(/^Error:/);
  await page.fill('input[name=password]', site.account('data-accessed').password);
  await submit(page);
  expect(path(page)).toBe('/account/password/new');
  const username = page.locator('input[autocomplete=username]');
  expect(await username.inputValue()).toBe(site.account('data-accessed').email);
  await page.fill('input[name=next]', 'short');
  await page.fill('input[name=confirm]', 'short');
  await submit(page);
  expect(await page.title()).toMatch(/^Error:/);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
  expect(await page.locator('input[name=next]').inputValue()).toBe('');
  for (const { next, confirm, verdict } of [
    { next: 'Summer2026Summer2026', confirm: 'Summer2026Summer2026', verdict: ['level.very_weak', 'why.repeat', 'help.repeat', 'typeAgain'] },
    { next: 'lantern otter basket willow', confirm: 'lantern', verdict: ['level.strong', 'time.strong', 'typeAgain'] },
  ] as const) {
    await page.fill('input[name=next]', next);
    await page.fill('input[name=confirm]', confirm);
    await submit(page);
    const feedback = await page.locator('#next-feedback').innerText();
    for (const key of verdict) expect(feedback).toContain(t(`password.${key}`));
    expect(await page.content()).not.toContain(next);
  }
  for (const name of ['next', 'confirm']) await page.fill(`input[name=${name}]`, 'lantern otter basket willow');
  await submit(page);
  expect(await heading(page)).toBe(t('guide.done.title'));
  // Those of the story, from before the incident.
  expect(await page.locator('main').innerText()).toContain(`${t('guide.done.signedOut', { n: 2 })} ${t('guide.done.signedIn', { n: 0 })}`);
  expect(await page.locator('.receipt').innerText()).toContain(t('guide.receipt.devices', { n: 2 }));
  expect(await page.locator('main').innerText()).toContain(t('guide.done.strong'));
  await page.reload();
  expect(await heading(page)).toBe(t('guide.done.title'));
  await page.goto(`${site.url}/account`);
  expect(await heading(page)).toContain(t('account.verdict.done'));
  expect(await page.locator('main table tbody tr').count()).toBe(1);
  const [mail] = await mailsTo(site, site.account('data-accessed').email);
  expect(mail?.text).not.toMatch(/https?:|\d{8}/);
  expect(errors.filter((error) => !error.includes('422'))).toEqual([]);
  await close();
  const again = await openPage(browser);
  await signIn(again.page, site.account('data-accessed').email, 'lantern otter basket willow');
  expect(path(again.page)).toBe('/account');
  await again.close();
});

test('in Arabic, a tried password is changed after a code by mail', async () => {
  const t = translator('ar');
  const { page, close } = await signedIn('tried-password', '/ar');
  expect(await page.getAttribute('html', 'dir')).toBe('rtl');
  await page.goto(`${site.url}/ar/account/password/proof`);
  expect(await heading(page)).toBe(t('guide.proof.sendTitle'));
  await submit(page);
  await page.locator('input[name=code]').waitFor();
  const { code } = await codeMailTo(site, site.account('tried-password').email);
  await page.fill('input[name=code]', '00000000');
  await submit(page);
  await page.fill('input[name=code]', code);
  await submit(page, 'form:has(input[name=code])');
  expect(path(page)).toBe('/ar/account/password/new');
  for (const name of ['next', 'confirm']) await page.fill(`input[name=${name}]`, 'قمر بعيد وسلة برتقال كبيرة');
  await submit(page);
  expect(await heading(page)).toBe(t('guide.done.title'));
  await close();
});

describe('each line of the story', () => {
  test.each([
    { key: 'certain-user', tone: 'done', words: ['Sign in again', 'after we asked'] },
    { key: 'android-below', tone: 'act', words: ['0.9.4', '1.0.0', 'Google Play', 'Amazon Appstore'] },
    { key: 'ios-user', tone: 'not_affected', words: ['Where you are signed in', 'Safari on iPad'] },
    { key: 'nothing-to-do', tone: 'not_affected', words: ['Why we think so'] },
    { key: 'author', tone: 'not_affected', words: [] },
  ] as const)('$key reads what concerns them', async ({ key, tone, words }) => {
    const { page, close } = await signedIn(key);
    await giveSecondStep(page, key);
    const verdict = tone === 'act' ? translator('en')('account.verdict.act', { n: 1 }) : translator('en')(`account.verdict.${tone}`);
    expect(await heading(page)).toContain(verdict);
    const shown = await page.locator('main').innerText();
    for (const word of words) expect(shown).toContain(word);
    await close();
  });
});

describe.each(['', '/ar'])('at 320 pixels, in light and dark, below "%s"', (prefix) => {
  const open = () => openPage(browser, { viewport: { width: 320, height: 800 }, bypassCSP: true });
  // A page that answers 404 or 422 is a line in the console.
  const faults = (errors: string[]) => errors.filter((error) => !/4(04|22)/.test(error));

  test('every page before the guide is accessible and fits', async () => {
    const { page, errors, close } = await open();
    for (const own of ['/sign-in', '/sign-in/enrol', '/sign-in/recover', '/sign-in/none']) {
      await page.goto(site.url + prefix + own);
      await expectAccessible(page);
    }
    const { email, password } = site.account('android-below');
    await signIn(page, email, 'a wrong password for this', prefix);
    await expectAccessible(page);
    expect(await page.locator('input[name=email]').inputValue()).toBe(email);
    await signIn(page, email, password, prefix);
    for (const own of ['/account', '/account/data', '/account/none', '/sign-out']) {
      await page.goto(site.url + prefix + own);
      await expectAccessible(page);
    }
    expect(faults(errors)).toEqual([]);
    await close();
  });

  test('every page of who is asked for a new password is accessible and fits', async () => {
    await reopen('data-accessed');
    const { email, password } = site.account('data-accessed');
    const { page, errors, close } = await open();
    await signIn(page, email, password, prefix);
    await expectAccessible(page);
    for (const own of ['/account/password', '/account/password/proof']) {
      await page.goto(site.url + prefix + own);
      await expectAccessible(page);
    }
    await page.fill('input[name=password]', password);
    await submit(page);
    await expectAccessible(page);
    // Once more in another language, by another browser: what that one was is asked about.
    if (path(page).endsWith('/yours')) await submit(page);
    await expectAccessible(page);
    for (const next of ['short', 'summer holiday 2024']) {
      await page.fill('input[name=next]', next);
      await submit(page);
      expect(await page.locator('[role=alert] a').count()).toBeGreaterThan(0);
      await expectAccessible(page);
    }
    for (const name of ['next', 'confirm']) await page.fill(`input[name=${name}]`, 'pebble lantern quartz meadow');
    await submit(page);
    expect(path(page)).toBe(`${prefix}/account/password/done`);
    await expectAccessible(page);
    expect(faults(errors)).toEqual([]);
    await close();
  });

  test('every page of who proves with a code is accessible and fits', async () => {
    await reopen('tried-password');
    const { email, password } = site.account('tried-password');
    const { page, errors, close } = await open();
    await signIn(page, email, password, prefix);
    await page.goto(`${site.url}${prefix}/account/password/proof`);
    await expectAccessible(page);
    await submit(page);
    expect(await page.locator('input[name=code]').count()).toBe(1);
    await expectAccessible(page);
    expect(faults(errors)).toEqual([]);
    await close();
  });
});

test('back button, second tab and second change: one wins, the other is told', async () => {
  const { page, close } = await signedIn('nothing-to-do');
  const tab = await page.context().newPage();
  const prove = async (one: Page) => {
    await one.goto(`${site.url}/account/password/proof`);
    await one.fill('input[name=password]', site.account('nothing-to-do').password);
    await submit(one);
  };
  await prove(page);
  await tab.goto(`${site.url}/account/password/new`);
  for (const one of [page, tab]) for (const name of ['next', 'confirm']) await one.fill(`input[name=${name}]`, 'copper violin meadow lantern');
  await submit(page);
  expect(await heading(page)).toBe(translator('en')('guide.done.title'));
  await submit(tab);
  expect(await heading(tab)).toBe(translator('en')('refusal.409.title'));
  await page.goBack();
  expect(path(page)).toMatch(/^\/account\/password/);
  await close();
});

test('a person ends another session of theirs', async () => {
  const { page, close } = await signedIn('ios-user');
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: /^Sign out Safari on iPad/ }).click()]);
  expect(await page.locator('main table').innerText()).not.toContain('Safari on iPad');
  await close();
});

test('a browser that keeps no cookies is told so instead of going in circles', async () => {
  const { page, close } = await openPage(browser);
  await page.route('**/sign-in', async (route) => {
    const answer = await route.fetch({ maxRedirects: 0 });
    const { 'set-cookie': _dropped, ...headers } = answer.headers();
    // The fetch has put it into the browser's own jar.
    await page.context().clearCookies();
    await route.fulfill({ response: answer, headers });
  });
  await signIn(page, site.account('approver').email, site.account('approver').password);
  expect(await page.locator('main').innerText()).toContain(translator('en')('signIn.notice.no_cookies', { host: 'x' }).slice(0, 40));
  await close();
});
