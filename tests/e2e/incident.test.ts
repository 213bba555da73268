import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from '#tests/support/axe.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { type Served, serveBuild } from '#tests/support/serve.ts';
import { atStudio, type Studio } from '#tests/support/team/at-studio.ts';
import { type TeamMember, teamMember } from '#tests/support/team/team-member.ts';

let site: Served;
let browser: Browser;
let studio: Studio;
let author: TeamMember;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveBuild(), launchChromium()]);
  studio = atStudio(site, browser);
  author = await teamMember(site, ['author']);
  await studio.ready(author);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

test.each([
  ['with a script', true],
  ['without a script', false],
])('the holding notice goes from a template to a second person, %s', async (_name, javaScriptEnabled) => {
  const { page, errors, close } = await studio.openAs(author, '/studio', { javaScriptEnabled, viewport: { width: 1280, height: 900 } });
  await page.getByRole('link', { name: 'New incident' }).click();
  await page.getByRole('link', { name: 'Holding notice' }).click();
  await page.locator('#title').fill(`Odd traffic at night ${javaScriptEnabled}`);
  const slug = `odd-traffic-at-night-${javaScriptEnabled}`;
  if (javaScriptEnabled) expect(await page.locator('#slug').inputValue()).toBe(slug);
  await press(page, 'Begin the incident');
  await page.waitForURL('**/studio/facts/*');
  expect(await page.locator('h1').innerText()).toContain('The facts are whole.');
  // One more fact: it is missing until it is said.
  await press(page, 'Add one: Data that was involved');
  await page.locator('[name="dataInvolved.0.category"]').waitFor();
  expect(await page.locator('h1').innerText()).toContain('3 things are missing.');
  const facts = new URL(page.url()).pathname;
  const { draft, incident } = await placesOf(slug);
  expect(facts).toBe(`/studio/facts/${incident}`);
  const blocked = await studio.get(`/studio/submit/${draft}`, author);
  expect(await blocked.text()).toContain('The facts of this incident are not whole');
  await press(page, 'Take away: Data that was involved 1');
  await page.waitForURL('**/studio/facts/*');
  await page.locator('[name="howFound.en"]').fill('A member of staff saw odd traffic.');
  await press(page, 'Save');
  await waitForFacts(incident, 'A member of staff saw odd traffic.');
  await page.goto(`${site.url}/studio/submit/${draft}`);
  await press(page, /^Submit for review/);
  await page.waitForURL('**/studio/review/*');
  const revision = await site.database.db.factsRevision.findFirstOrThrow({ where: { incidentId: incident } });
  expect(revision.authorIds).toEqual([author.account.id]);
  expect(JSON.stringify(revision.json)).toContain('A member of staff saw odd traffic.');
  expect(errors).toEqual([]);
  await close();
});

async function placesOf(slug: string) {
  const { incidentId, drafts } = await site.database.db.post.findFirstOrThrow({ where: { slug }, include: { drafts: true } });
  return { incident: incidentId as number, draft: drafts.find(({ locale }) => locale === 'en')?.id as number };
}

async function waitForFacts(incident: number, words: string): Promise<void> {
  await expect
    .poll(async () => (await site.database.db.factsDraft.findUniqueOrThrow({ where: { incidentId: incident } })).source, { timeout: 20_000 })
    .toContain(words);
}

test('an update and a note begin without a script, and what nobody has read is thrown away', async () => {
  const { page, close } = await studio.openAs(author, '/studio/incidents', { javaScriptEnabled: false });
  await page.getByRole('link', { name: 'New update' }).first().click();
  await page.getByLabel('Identified', { exact: false }).check();
  await press(page, 'Begin the update');
  await page.waitForURL('**/studio/drafts/*');
  expect(await page.locator('textarea').inputValue()).toContain('status: identified');
  await page.goto(`${site.url}/studio/notes`);
  await page.getByRole('link', { name: 'New note' }).click();
  await page.locator('#title').fill('Keys & locks');
  await press(page, 'Begin the note');
  await page.waitForURL('**/studio/drafts/*');
  expect(await page.locator('h1').innerText()).toBe('Note in English');
  await page.goto(`${site.url}/studio/notes`);
  await page.locator('tr', { hasText: 'keys-locks' }).getByRole('link', { name: 'Throw away' }).first().click();
  await page.getByLabel('All of it', { exact: false }).check();
  await press(page, 'Throw it away');
  await page.waitForURL('**/studio/incidents');
  expect(await site.database.db.post.count({ where: { slug: 'keys-locks' } })).toBe(0);
  await close();
});

describe('who may', () => {
  test('see and do it: authors, approvers and admins, in a whole session', async () => {
    const { facts, draft } = await studio.begin(author);
    const pages = [
      '/studio/incidents',
      '/studio/notes',
      '/studio/new/incident',
      '/studio/new/update',
      '/studio/new/note',
      facts,
      `${facts}/text`,
      `/studio/discard/${draft}`,
    ];
    const forms: [string, Record<string, string>][] = [
      ['/studio/new/incident/start', { template: 'holding', title: 'x', slug: '', detectedAt: '2026-01-01T00:00', locale: 'en' }],
      ['/studio/new/update/start', { post: '1', status: 'identified', slug: '', locale: 'en' }],
      ['/studio/new/note/start', { title: 'x', slug: '', locales: 'en', locale: 'en' }],
      [`${facts}/save`, { version: '1', base: '0' }],
      [`${facts}/source`, { version: '1', base: '0', source: 'x: y' }],
      [`/studio/discard/${draft}/away`, { version: '3', scope: 'text' }],
    ];
    for (const role of ['author', 'approver', 'admin'] as const) {
      const member = await teamMember(site, [role]);
      for (const path of pages) expect([role, path, (await studio.get(path, member)).status]).toEqual([role, path, 200]);
    }
    const before = await site.database.db.draft.count();
    const outsiders: [string, TeamMember][] = [
      ['customer', await teamMember(site, [], { factor: false })],
      ['support', await teamMember(site, ['support'])],
      ['responder', await teamMember(site, ['responder'])],
    ];
    for (const [who, member] of outsiders) {
      for (const path of pages) expect([who, path, (await studio.get(path, member)).status]).toEqual([who, path, 403]);
      for (const [path, fields] of forms) expect([who, path, (await studio.post(path, member, fields)).status]).toEqual([who, path, 403]);
    }
    const half = await teamMember(site, ['author'], { session: { awaitsFactor: true, level: 'password' } });
    for (const path of pages.filter((path) => !path.endsWith('/text')))
      expect((await studio.get(path, half)).headers.get('location')).toContain('/account/confirm');
    for (const [path, fields] of forms) expect([path, (await studio.post(path, half, fields)).status]).toEqual([path, 403]);
    for (const path of pages.filter((path) => !path.endsWith('/text'))) expect((await studio.get(path)).headers.get('location')).toBe('/sign-in?to=studio');
    expect(await site.database.db.draft.count()).toBe(before);
    for (const path of ['/studio/facts/999999', '/studio/discard/999999', '/studio/new/nothing']) expect((await studio.get(path, author)).status).toBe(404);
  }, 120_000);
});

describe('every page', () => {
  test.each([
    ['in English', 'en'],
    ['in Arabic', 'ar'],
  ])(
    'is accessible at 320 px and wide, %s, and no script of it is refused',
    async (_name, locale) => {
      const { facts, draft } = await studio.begin(author, 'data_accessed');
      const member = await teamMember(site, ['author'], { account: { locale } });
      const pages = [
        '/studio',
        '/studio/incidents',
        '/studio/notes',
        '/studio/new/incident',
        '/studio/new/incident?template=holding',
        '/studio/new/update',
        '/studio/new/note',
        facts,
        `${facts}?as=source`,
        `/studio/discard/${draft}`,
        `/studio/drafts/${draft}`,
      ];
      for (const width of [320, 1280]) {
        const { page, errors, close } = await studio.openAs(member, '/studio', { viewport: { width, height: 800 } });
        for (const path of pages) {
          await page.goto(site.url + path);
          expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${path} at ${width}`).toBe(0);
        }
        expect(errors).toEqual([]);
        await close();
      }
      const { page, close } = await studio.openAs(member, '/studio', { bypassCSP: true, viewport: { width: 320, height: 700 } });
      for (const path of pages) {
        await page.goto(site.url + path);
        await expectAccessible(page);
      }
      await close();
    },
    240_000,
  );
});
