import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from '#tests/support/axe.ts';
import { launchChromium, openPage } from '#tests/support/chromium.ts';
import { samplePhoto, samplePicture } from '#tests/support/sample-pictures.ts';
import { type Served, serveBuild } from '#tests/support/serve.ts';
import { type TeamMember, teamMember } from '#tests/support/team/team-member.ts';

let site: Served;
let browser: Browser;
let author: TeamMember;
/** Of the draft that pictures are added to, and the name of their folder. */
let draft: string;
let folder: string;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveBuild(), launchChromium()]);
  author = await teamMember(site, ['author']);
  const place = { kind: 'note', slug: 'how-we-handle-incidents', update: '', locale: 'en' };
  const headers = { origin: site.url, cookie: cookieOf(author) };
  const started = await fetch(`${site.url}/studio/drafts/start`, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(place) });
  draft = started.headers.get('location') as string;
  folder = String((await site.database.db.draft.findFirstOrThrow()).postId);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const cookieOf = ({ cookie }: TeamMember) => `${cookie.name}=${cookie.value}`;
const get = (path: string, member?: TeamMember) => fetch(site.url + path, { redirect: 'manual', headers: member ? { cookie: cookieOf(member) } : {} });

interface Sent {
  name?: string;
  instead?: string;
  bytes?: Uint8Array;
  file?: string;
}

async function add({ name = '', instead = '', bytes, file = 'Plan.png' }: Sent = {}, member: TeamMember | null = author, accept = 'application/json') {
  const body = new FormData();
  for (const [field, value] of Object.entries({ text: folder, name, alt_en: 'A plan', alt_de: '', alt_ar: '', instead })) body.set(field, value);
  body.set('picture', new File([new Uint8Array(bytes ?? (await samplePicture()))], file));
  const headers = { origin: site.url, accept, ...(member && { cookie: cookieOf(member) }) };
  return fetch(`${site.url}/studio/pictures/add`, { method: 'POST', redirect: 'manual', headers, body });
}

async function open(path: string, options: BrowserContextOptions = {}, member = author) {
  const opened = await openPage(browser, { viewport: { width: 1280, height: 900 }, ...options });
  await opened.page.context().addCookies([{ ...member.cookie, url: site.url }]);
  await opened.page.goto(site.url + path);
  return opened;
}

describe('who may', () => {
  test('see pictures and add them: who writes, and nobody else; what is refused is refused before its bytes', async () => {
    const { hash } = (await (await add({ name: 'seen.png' })).json()) as { hash: string };
    const others = await Promise.all([
      teamMember(site, [], { factor: false }),
      teamMember(site, ['support']),
      teamMember(site, ['responder']),
      teamMember(site, ['author'], { session: { awaitsFactor: true, level: 'password' } }),
    ]);
    for (const member of others) {
      expect((await get(`/studio/pictures/${hash}`, member)).status).toBe(403);
      expect((await get('/studio/pictures', member)).status).not.toBe(200);
      expect((await add({}, member)).status).toBe(403);
    }
    expect([(await get(`/studio/pictures/${hash}`)).status, (await add({}, null)).status]).toEqual([403, 403]);
    for (const roles of [['approver'], ['admin']] as const) {
      const member = await teamMember(site, [...roles]);
      expect([(await get(`/studio/pictures/${hash}`, member)).status, (await get('/studio/pictures', member)).status]).toEqual([200, 200]);
    }
    const shown = await get(`/studio/pictures/${hash}`, author);
    expect([shown.headers.get('content-type'), shown.headers.get('cache-control')]).toEqual(['image/webp', 'no-store']);
    // Nobody has published it.
    expect((await get(`/pictures/${hash}.webp`)).status).toBe(404);
    expect((await get(`/studio/pictures/${'0'.repeat(64)}`, author)).status).toBe(404);
  });

  test('send what is a picture, and a body that is a form', async () => {
    const refused = await add({ bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') });
    expect([refused.status, await refused.json()]).toMatchObject([422, { errors: { picture: 'picture_drawing' } }]);
    const hostile = await fetch(`${site.url}/studio/pictures/add`, {
      method: 'POST',
      headers: { origin: site.url, accept: 'application/json', cookie: cookieOf(author), 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\n'.repeat(100_000),
    });
    expect(hostile.status).toBe(422);
  });
});

test('another picture under the same name is asked about, and the one that was seen is replaced', async () => {
  await add({ name: 'two.png' });
  const other = await samplePicture({ colour: '#00f' });
  const taken = await add({ name: 'two.png', bytes: other });
  expect(taken.status).toBe(409);
  const { reason, standing } = (await taken.json()) as { reason: string; standing: string };
  expect(reason).toBe('name_taken');
  expect(await (await add({ name: 'two.png', bytes: other, instead: standing })).json()).toMatchObject({ outcome: 'replaced' });
  expect((await add({ name: 'two.png', instead: standing })).status).toBe(409);
});

test('without a script a picture is added, a refused one is asked for again with what was typed, and one is thrown away', async () => {
  const { page, close } = await open('/studio/pictures', { javaScriptEnabled: false });
  const photo = { name: 'Office, front.jpg', mimeType: 'image/jpeg', buffer: await samplePhoto() };
  await page.locator('#picture').setInputFiles({ ...photo, buffer: Buffer.from('<html></html>') });
  await page.locator('#alt_en').fill('The office');
  await page.locator('.upload button').click();
  await page.locator('.summary').waitFor();
  expect(await page.locator('.summary').innerText()).toContain('can’t be read as a picture');
  expect(await page.locator('#alt_en').inputValue()).toBe('The office');
  await page.locator('#picture').setInputFiles(photo);
  await page.locator('.upload button').click();
  const row = page.locator('.pictures li', { hasText: 'office-front.jpg' });
  await row.waitFor();
  expect(await row.innerText()).toContain('![The office](./office-front.jpg)');
  await row.getByRole('button', { name: 'Throw office-front.jpg away' }).click();
  await page.waitForURL('**/studio/pictures?text=*');
  expect(await page.locator('.pictures li', { hasText: 'office-front.jpg' }).count()).toBe(0);
  await close();
});

test('in the editor it goes in where the cursor stands, is seen in the preview, and a second click sends it once', async () => {
  const { page, errors, close } = await open(draft);
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+End');
  await page.getByText('Add a picture').click();
  const sent: string[] = [];
  page.on('request', (request) => request.url().endsWith('/pictures/add') && sent.push(request.method()));
  await page.locator('#picture').setInputFiles({ name: 'Floor plan.png', mimeType: 'image/png', buffer: await samplePicture({ width: 600, height: 300 }) });
  await page.locator('#alt_en').fill('The [two] floors');
  await page.locator('.upload button').dblclick();
  await page.getByText('Added as floor-plan.png.').waitFor();
  expect(sent).toEqual(['POST']);
  const preview = page.frameLocator('.preview iframe').locator('img[alt="The [two] floors"]');
  await preview.waitFor();
  expect(await preview.getAttribute('src')).toMatch(/^\/studio\/pictures\/[0-9a-f]{64}$/);
  await expect.poll(() => preview.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(600);
  await page.getByRole('button', { name: 'Insert floor-plan.png' }).waitFor();
  expect(errors).toEqual([]);
  await close();
  const list = await (await get(`/studio/pictures?text=${folder}`, author)).text();
  expect(list).not.toContain('Throw floor-plan.png away');
});

test('a picture that is pasted into the text waits for what it shows', async () => {
  const { page, close } = await open(draft);
  await page.locator('.cm-content').waitFor();
  const bytes = [...(await samplePicture())];
  await page.locator('.cm-content').evaluate((field, given) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([new Uint8Array(given)], 'image.png', { type: 'image/png' }));
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, bytes);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('alt_en');
  expect(await page.locator('#picture').evaluate((input: HTMLInputElement) => input.files?.length)).toBe(1);
  await close();
});

test('it is for everybody: a phone, the dark, an Arabic reader; full and empty', async () => {
  const reader = await teamMember(site, ['author'], { account: { locale: 'ar' } });
  for (const path of ['/studio/pictures', '/studio/pictures?text=999999']) {
    for (const [options, member] of [
      [{ viewport: { width: 320, height: 700 } }, author],
      [{ colorScheme: 'dark' }, author],
      [{}, reader],
    ] as const) {
      const { page, errors, close } = await open(path, { bypassCSP: true, ...options }, member);
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
      expect(errors).toEqual([]);
      await close();
    }
  }
});
