import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOCALES, localeOf } from '#paths';
import { expectAccessible } from '#tests/support/axe.ts';
import { launchChromium, openPage } from '#tests/support/chromium.ts';
import { type ServedStory, serveStory } from '#tests/support/story.ts';

const SLUG = 'internal-systems-access';
let site: ServedStory;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([serveStory(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Every HTML document that the sitemap names. */
async function publicPaths(): Promise<string[]> {
  const xml = await (await fetch(`${site.url}/sitemap.xml`)).text();
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1] as string).pathname);
}

test.each(LOCALES)(
  'every public page in %s is accessible in light and dark, and fits 320 pixels',
  async (locale) => {
    const { page, errors, close } = await openPage(browser, { viewport: { width: 320, height: 800 }, bypassCSP: true });
    const paths = (await publicPaths()).filter((path) => localeOf(path) === locale);
    expect(paths.length).toBeGreaterThan(15);
    for (const path of [...paths, '/no-such-page']) {
      await page.goto(site.url + path);
      await expectAccessible(page);
    }
    expect(errors.filter((error) => !error.includes('404'))).toEqual([]);
    await close();
  },
  180_000,
);

describe.each([true, false])('with JavaScript %s', (javaScriptEnabled) => {
  test.each([
    { prefix: '', locale: 'en', dir: 'ltr' },
    { prefix: '/ar', locale: 'ar', dir: 'rtl' },
    { prefix: '/de', locale: 'de', dir: 'ltr' },
  ])('a reader of $locale goes from the state now to the advisory, its updates and the blog', async ({ prefix, locale, dir }) => {
    const { page, errors, close } = await openPage(browser, { javaScriptEnabled });
    await page.goto(site.url + (prefix || '/'));
    expect(await page.getAttribute('html', 'lang')).toBe(locale);
    expect(await page.getAttribute('html', 'dir')).toBe(dir);
    await page.locator(`main a[href="${prefix}/advisories/${SLUG}"]`).first().click();
    expect(await page.locator('h1').count()).toBe(1);
    const text = await page.locator('main').innerText();
    for (const word of ['Android', 'iOS', 'Windows Phone', '1.0.0', 'Google Play', 'Amazon Appstore']) expect(text).toContain(word);
    await page.locator(`a[href^="${prefix}/advisories/${SLUG}/updates/"]`).first().click();
    expect(new URL(page.url()).pathname).toContain('/updates/');
    await page.goto(`${site.url}${prefix}/blog`);
    expect(await page.locator('main li a').count()).toBeGreaterThanOrEqual(4);
    expect(errors).toEqual([]);
    await close();
  });
});

test('a newer update is announced without moving what is read', async () => {
  const { page, close } = await openPage(browser);
  await page.route('**/live.json', async (route) => {
    const answer = await route.fetch();
    const live = (await answer.json()) as { advisories: Record<string, { update: string; url: string }> };
    const entry = live.advisories[SLUG] as { update: string; url: string };
    Object.assign(entry, { update: 'a-newer-one', at: new Date(Date.now() + 60_000).toISOString() });
    await route.fulfill({ response: answer, json: live });
  });
  await page.clock.install();
  await page.goto(`${site.url}/advisories/${SLUG}`);
  const top = () =>
    page
      .locator('main h2')
      .nth(1)
      .evaluate((element) => element.getBoundingClientRect().top);
  const before = await top();
  await page.clock.runFor(200_000);
  const news = page.getByRole('status');
  await news.getByRole('link').waitFor();
  expect(await news.getByRole('link').getAttribute('href')).toContain('/updates/');
  expect(await top()).toBe(before);
  await close();
});
