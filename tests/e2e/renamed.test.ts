import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitFor } from '#scripts/support/wait-for.ts';
import { expectAccessible } from '#tests/support/axe.ts';
import { launchChromium, openPage } from '#tests/support/chromium.ts';
import { type Served, serveBuild } from '#tests/support/serve.ts';
import { type TeamMember, teamMember } from '#tests/support/team/team-member.ts';

let site: Served;
let browser: Browser;
let author: TeamMember;
let admin: TeamMember;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveBuild(), launchChromium()]);
  [author, admin] = [await teamMember(site, ['author']), await teamMember(site, ['admin'])];
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const post = (path: string, { cookie }: TeamMember, fields: Record<string, string> | string[][]) =>
  fetch(site.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.url, accept: 'application/json', cookie: `${cookie.name}=${cookie.value}` },
    body: new URLSearchParams(fields),
  });

test('a note is renamed without a script, goes out, and its former address leads there for good', async () => {
  const fields = [['title', 'Passkeys'], ['slug', 'passkeys'], ['locale', 'en'], ...['en', 'de', 'ar'].map((locale) => ['locales', locale])];
  const begun = (await (await post('/studio/new/note/start', author, fields)).json()) as { to: string };
  const id = begun.to.split('/').at(-1) as string;
  const { page, close } = await openPage(browser, { javaScriptEnabled: false, bypassCSP: true, viewport: { width: 320, height: 700 } });
  await page.context().addCookies([{ ...author.cookie, url: site.url }]);
  await page.goto(`${site.url}/studio/notes`);
  await page.locator(`a[href="/studio/rename/${id}"]`).click();
  await page.locator('#slug').fill('how-we-handle-incidents');
  await page.getByRole('button', { name: 'Rename it' }).click();
  await page.locator('[role=alert], .errors').first().waitFor();
  expect(await page.locator('#slug').inputValue()).toBe('how-we-handle-incidents');
  await page.locator('#slug').fill('how-we-use-passkeys');
  await page.getByRole('button', { name: 'Rename it' }).click();
  await page.waitForURL('**/studio/drafts/*');
  const source = page.locator('textarea.source');
  const head = (await source.inputValue())
    .replace(/^title: .*$/m, 'title: How we use passkeys')
    .replace(/^summary: .*$/m, 'summary: What a passkey is, and how to make one.');
  expect(head).toContain('slug: how-we-use-passkeys');
  await source.fill(`${/^---[\s\S]*?\n---\n/.exec(head)?.[0]}\nA passkey stays on your device.\n`);
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Save' }).click()]);
  expect(await source.inputValue()).toContain('A passkey stays');
  await close();
  const looked = await openPage(browser, { bypassCSP: true, viewport: { width: 320, height: 700 } });
  await looked.page.context().addCookies([{ ...author.cookie, url: site.url }]);
  await looked.page.goto(`${site.url}/studio/rename/${id}`);
  await expectAccessible(looked.page);
  await looked.page.goto(`${site.url}/studio/submit/${id}`);
  await looked.page.getByRole('button', { name: /Submit/ }).click();
  await looked.page.waitForURL('**/studio/review/*');
  const submission = looked.page.url().split('/').at(-1) as string;
  await looked.close();
  expect((await post(`/studio/publish/${submission}/alone`, admin, { submission, reason: 'Nobody else is there in this test.' })).status).toBe(200);
  const old = () => fetch(`${site.url}/blog/passkeys`, { redirect: 'manual' });
  await waitFor(
    async () => (await old()).status === 308,
    10_000,
    () => site.server.lastLines(),
  );
  expect((await old()).headers.get('location')).toBe('/blog/how-we-use-passkeys');
  expect(await (await fetch(`${site.url}/blog/passkeys`)).text()).toContain('A passkey stays on your device.');
  expect((await post(`/studio/rename/${id}/now`, author, { from: 'how-we-use-passkeys', slug: 'another' })).status).toBe(409);
}, 60_000);
