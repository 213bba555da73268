import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitFor } from '#scripts/support/wait-for.ts';
import { launchChromium, openPage } from '#tests/support/chromium.ts';
import { type Instance, type Served, serveBuild } from '#tests/support/serve.ts';
import { type TeamMember, teamMember } from '#tests/support/team/team-member.ts';
import { type Relay, startRelay } from '#tests/support/wire/relay.ts';

/** The front answers after 4.8 s, whatever has become of the database; the rest is for a busy machine. */
const ANSWERED_MS = 10_000;
/** In which an editor comes back by itself: its longest pause between two tries, and one try. */
const BACK_MS = 60_000;

let site: Served;
let relay: Relay;
let instance: Instance;
let browser: Browser;
let author: TeamMember;
let cookie: { name: string; value: string };
let draft: number;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveBuild(), launchChromium()]);
  relay = await startRelay(site.database.url);
  instance = await site.another({ DATABASE_URL: relay.url });
  author = await teamMember(site, ['author']);
  // The same secret and session; the cookie's name has the port.
  cookie = { name: `candor.session.${new URL(instance.url).port}`, value: author.cookie.value };
  await answers('/studio');
  const started = await ask('/studio/drafts/start', { kind: 'note', slug: 'how-we-handle-incidents', update: '', locale: 'en' });
  draft = Number(((await started.json()) as { to: string }).to.split('/').at(-1));
  await answers(`/studio/drafts/${draft}`);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await relay?.close();
  await site?.close();
});

const ask = (path: string, form?: Record<string, string>, accept = 'application/json') =>
  fetch(instance.url + path, {
    method: form ? 'POST' : 'GET',
    redirect: 'manual',
    headers: { accept, cookie: `${cookie.name}=${cookie.value}`, ...(form && { origin: instance.url }) },
    ...(form && { body: new URLSearchParams(form) }),
  });
/** On a busy machine the first of its pages take longer than the front waits. */
const answers = (path: string) =>
  waitFor(
    async () => (await ask(path)).status === 200,
    60_000,
    () => instance.child.lastLines(),
  );
const saved = async () => (await site.database.db.draft.findUniqueOrThrow({ where: { id: draft } })).source;

async function type(page: Page, words: string): Promise<void> {
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(words);
}

test.each([
  ['frozen', 'freeze'],
  ['gone', 'drop'],
] as const)(
  'while the database is %s the editor says so and keeps what is typed; once it is back all of it is saved',
  async (name, away) => {
    const { page, close } = await openPage(browser, { viewport: { width: 1280, height: 900 } });
    await page.context().addCookies([{ ...cookie, url: instance.url }]);
    await page.goto(`${instance.url}/studio/drafts/${draft}`);
    await page.locator('.cm-content').waitFor();
    const state = page.locator('.save-state');
    await type(page, `\nTyped before it was ${name}.`);
    await state.getByText(/^Saved/).waitFor();

    const before = await saved();
    relay[away]();
    await type(page, `\nTyped while it was ${name}.`);
    await state.getByText(/no connection/).waitFor({ timeout: ANSWERED_MS });
    // A preview that is asked for now is refused, which no frame may show: the editor stays, and it comes by itself later.
    await page.getByLabel('Look').selectOption('dark');
    const preview = page.locator('.preview');
    await preview.getByText(/did not come/).waitFor({ timeout: ANSWERED_MS });
    // The wait for what is checked and shown ends, too, and so does that of whoever has no script.
    const waits = [`/studio/drafts/${draft}/check`, `/studio/drafts/${draft}/preview`, `/studio/drafts/${draft}/text`, `/studio/drafts/${draft}`, '/studio'];
    const started = performance.now();
    const statuses = await Promise.all([
      ...waits.map((path) => ask(path)),
      ask(`/studio/drafts/${draft}/save`, { version: '999999', source: 'x' }),
      ask(`/studio/drafts/${draft}/save`, { version: '999999', source: 'x' }, 'text/html'),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual(Array(waits.length + 2).fill(503));
    expect(performance.now() - started).toBeLessThan(ANSWERED_MS);
    await type(page, `\nAnd more while it was ${name}.`);
    await expect.poll(() => state.innerText()).toContain('no connection');
    expect(await page.locator('.cm-content').innerText()).toContain(`And more while it was ${name}.`);
    await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain(`And more while it was ${name}.`);

    relay.thaw();
    await expect.poll(() => state.innerText(), { timeout: BACK_MS }).toMatch(/^Saved/);
    await preview.locator('.frame:not(.away)').waitFor({ timeout: BACK_MS });
    await page.frameLocator('.preview iframe').locator('h1').waitFor();
    // Each word once, and nothing of it is taken for somebody else's.
    expect(await saved()).toBe(`${before}\nTyped while it was ${name}.\nAnd more while it was ${name}.`);
    expect(await page.locator('.conflict').count()).toBe(0);
    await close();
  },
  180_000,
);
