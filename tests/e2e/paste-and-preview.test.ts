import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from '#tests/support/axe.ts';
import { launchChromium, openPage } from '#tests/support/chromium.ts';
import { type Served, serveBuild } from '#tests/support/serve.ts';
import { type TeamMember, teamMember } from '#tests/support/team/team-member.ts';

let site: Served;
let browser: Browser;
let author: TeamMember;
let note: string;
let advisory: string;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveBuild(), launchChromium()]);
  author = await teamMember(site, ['author']);
  note = await start({ kind: 'note', slug: 'how-we-handle-incidents', update: '', locale: 'en' });
  advisory = await start({ kind: 'advisory', slug: 'internal-systems-access', update: '', locale: 'en' });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const cookieOf = ({ cookie }: TeamMember) => `${cookie.name}=${cookie.value}`;
const get = (path: string) => fetch(site.url + path, { redirect: 'manual', headers: { cookie: cookieOf(author) } });

async function start(place: Record<string, string>): Promise<string> {
  const headers = { origin: site.url, cookie: cookieOf(author) };
  const started = await fetch(`${site.url}/studio/drafts/start`, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(place) });
  return started.headers.get('location') as string;
}

async function open(path: string, viewport = { width: 1280, height: 900 }) {
  const opened = await openPage(browser, { viewport, bypassCSP: true });
  await opened.page.context().addCookies([{ ...author.cookie, url: site.url }]);
  await opened.page.goto(site.url + path);
  await opened.page.locator('.cm-content').waitFor();
  return opened;
}

/** Pastes at the end of the text, as a word processor puts it into the clipboard. */
async function paste(page: Page, brought: { plain: string; html?: string }): Promise<void> {
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+End');
  await page.locator('.cm-content').evaluate((field, { plain, html }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', plain);
    if (html !== undefined) clipboardData.setData('text/html', html);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, brought);
}

const textOf = async (path: string) => ((await (await get(`${path}/text`)).json()) as { source: string }).source;

describe('what is pasted', () => {
  test('from a word processor comes in as Markdown, what was cleaned is said, and one step undoes it', async () => {
    const { page, errors, close } = await open(note);
    const before = await textOf(note);
    const html = `<html><head><style>p{color:red}</style></head><body><b style="font-weight:normal"><h1>What&nbsp;we did</h1>
      <p style="color:red">We <b>closed</b> the <a href="https://tempo.example/x">way&shy;in</a> and <a href="javascript:alert(1)">left</a> {it}.</p>
      <ul><li>one<ul><li>two</li></ul></li><li>three &lt;four&gt;</li></ul><script>alert(1)</script></b></body></html>`;
    await paste(page, { plain: 'unused', html });
    await page.getByText('What you pasted was cleaned:').waitFor();
    expect(await page.locator('.offer').innerText()).toMatch(/unusual spaces made plain \(1\); soft hyphens taken out \(1\); headings, lists/);
    const added = '## What we did\n\nWe **closed** the [wayin](https://tempo.example/x) and left \\{it\\}.\n\n- one\n  - two\n- three \\<four>\n';
    await expect.poll(() => textOf(note), { timeout: 10_000 }).toBe(before + added);
    await page.getByRole('button', { name: 'Undo the paste' }).click();
    await expect.poll(() => textOf(note), { timeout: 10_000 }).toBe(before);
    expect(errors).toEqual([]);
    await close();
  });

  test('and holds nothing to clean comes in as it is, and nothing is said', async () => {
    const { page, close } = await open(note);
    const before = await textOf(note);
    await paste(page, { plain: '“Smart” {braces} stay.' });
    await expect.poll(() => textOf(note), { timeout: 10_000 }).toBe(`${before}“Smart” {braces} stay.`);
    expect(await page.locator('.offer').count()).toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(() => textOf(note), { timeout: 10_000 }).toBe(before);
    await close();
  });
});

describe('the preview', () => {
  test('shows the page and what each sort of account would be told, in every look, marked as a sample', async () => {
    const { page, errors, close } = await open(advisory);
    const frame = page.frameLocator('.preview iframe');
    await frame.locator('h1').waitFor();
    for (const [state, name] of [
      ['precaution', 'Account: asked as a precaution'],
      ['not_affected', 'Account: not affected'],
      ['done', 'Account: done'],
    ] as const) {
      await page.locator('.preview select').first().selectOption({ label: name });
      await frame.getByText('A sample, made of the facts: nobody has this account.').waitFor();
      expect((await get(`${advisory}/preview?account=${state}`)).status).toBe(200);
    }
    await expectAccessible(page);
    expect(errors).toEqual([]);
    await close();
  });

  test('of what can’t be shown says so in the frame, for whoever has no script too', async () => {
    const answer = await get(`${note}/preview?account=done`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await answer.text()).toContain('There is nothing to show yet');
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
  });
});
