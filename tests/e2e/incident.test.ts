import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from '#tests/support/axe.ts';
import { launchChromium, openPage } from '#tests/support/chromium.ts';
import { type Served, serveBuild } from '#tests/support/serve.ts';
import { type TeamMember, teamMember } from '#tests/support/team/team-member.ts';

let site: Served;
let browser: Browser;
let author: TeamMember;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveBuild(), launchChromium()]);
  author = await teamMember(site, ['author']);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const cookieOf = ({ cookie }: TeamMember) => `${cookie.name}=${cookie.value}`;
const get = (path: string, member?: TeamMember) => fetch(site.url + path, { redirect: 'manual', headers: member ? { cookie: cookieOf(member) } : {} });
const post = (path: string, member: TeamMember, fields: Record<string, string> | [string, string][], accept = 'application/json') =>
  fetch(site.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.url, accept, cookie: cookieOf(member), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  });

async function openAs(member: TeamMember, path: string, options: BrowserContextOptions = {}) {
  const opened = await openPage(browser, options);
  await opened.page.context().addCookies([{ ...member.cookie, url: site.url }]);
  await opened.page.goto(site.url + path);
  return opened;
}

let begun = 0;
/** A new incident, as its form begins it; answers its id, and the draft of its English text. */
async function begin(template = 'holding') {
  begun += 1;
  const detectedAt = new Date(Date.now() - 3_600_000).toISOString().slice(0, 16);
  const answer = await post('/studio/new/incident/start', author, { template, title: `Odd traffic ${begun}`, slug: `odd-${begun}`, detectedAt, locale: 'en' });
  const { to } = (await answer.json()) as { to: string };
  const draft = await site.database.db.draft.findFirstOrThrow({ where: { locale: 'en', post: { slug: `odd-${begun}` } } });
  return { facts: to, incident: Number(to.split('/').at(-1)), slug: `odd-${begun}`, draft: draft.id };
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const value = async (page: Page, name: string) => page.locator(`[name="${name}"]`).inputValue();

test.each([
  ['with a script', true],
  ['without a script', false],
])('the holding notice goes from a template to a second person, %s', async (_name, javaScriptEnabled) => {
  const { page, errors, close } = await openAs(author, '/studio', { javaScriptEnabled, viewport: { width: 1280, height: 900 } });
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
  const blocked = await get(`/studio/submit/${draft}`, author);
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

test('facts are saved as they are typed, and the page says what is still open', async () => {
  const { facts, incident } = await begin('data_accessed');
  const { page, errors, close } = await openAs(author, facts, { viewport: { width: 1280, height: 900 } });
  const before = await page.locator('h1').innerText();
  expect(before).toMatch(/^\d+ things are missing\./);
  await page.locator('[name="howFound.en"]').fill('Logs showed it.');
  await page.locator('[name="occurred.certainty"]').selectOption('unknown');
  await waitForFacts(incident, 'Logs showed it.');
  await waitForFacts(incident, 'certainty: unknown');
  await expect.poll(() => page.locator('h1').innerText(), { timeout: 20_000 }).not.toBe(before);
  // Adding sends what is typed first.
  await page.locator('[name="measures.0.text.en"]').fill('We closed the way in.');
  await press(page, 'Add one: Measures');
  await page.locator('[name="measures.1.text.en"]').waitFor();
  expect(await value(page, 'measures.0.text.en')).toBe('We closed the way in.');
  expect(errors).toEqual([]);
  await close();
});

describe('two people in the same facts', () => {
  test('who saves second is shown both, and loses no word', async () => {
    const { facts, incident } = await begin();
    const other = await teamMember(site, ['author']);
    const { page, close } = await openAs(author, facts, { javaScriptEnabled: false });
    await page.locator('[name="howFound.en"]').fill('Mine.');
    const theirs = await post(`${facts}/save`, other, { version: '1', base: '0', 'howFound.en': 'Theirs.' });
    expect(theirs.status).toBe(200);
    await press(page, 'Save');
    await page.waitForURL('**/studio/facts/*form=*');
    expect(await value(page, 'howFound.en')).toBe('Mine.');
    expect(await page.locator('.theirs').innerText()).toContain('Theirs.');
    await press(page, 'Save mine as the newer one');
    await page.waitForURL((url) => url.search === '');
    await waitForFacts(incident, 'Mine.');
    const stale = await post(`${facts}/save`, other, { version: '2', base: '0', 'howFound.en': 'Again.' });
    expect([stale.status, await stale.json()]).toMatchObject([409, { reason: 'draft_moved' }]);
    await close();
  });

  test('with a script, nothing is written over unseen', async () => {
    const { facts, incident } = await begin();
    const other = await teamMember(site, ['author']);
    const { page, close } = await openAs(author, facts);
    expect((await post(`${facts}/save`, other, { version: '1', base: '0', 'howFound.en': 'Theirs.' })).status).toBe(200);
    await page.locator('[name="howFound.en"]').fill('Mine.');
    await page.getByText('somebody else saved meanwhile').waitFor();
    await press(page, 'Save');
    await page.waitForURL('**/studio/facts/*form=*');
    expect(await value(page, 'howFound.en')).toBe('Mine.');
    expect(await page.locator('.theirs').innerText()).toContain('Theirs.');
    expect((await site.database.db.factsDraft.findUniqueOrThrow({ where: { incidentId: incident } })).source).toContain('Theirs.');
    await close();
  });
});

test('an expert writes the YAML, with a script and without', async () => {
  const { facts, incident } = await begin();
  for (const javaScriptEnabled of [false, true]) {
    const { page, errors, close } = await openAs(author, `${facts}?as=source`, { javaScriptEnabled });
    if (javaScriptEnabled) {
      await page.locator('.cm-content').click();
      await page.keyboard.press('Control+Home');
      await page.keyboard.type('# By keys.\n');
      await waitForFacts(incident, '# By keys.');
    } else {
      const source = page.locator('textarea');
      await source.fill(`# By hand.\n${await source.inputValue()}`);
      await press(page, 'Save');
      await waitForFacts(incident, '# By hand.');
    }
    expect(errors).toEqual([]);
    await close();
  }
  // What can't be read as a form is shown as YAML, whatever is asked for.
  const { version } = await site.database.db.factsDraft.findUniqueOrThrow({ where: { incidentId: incident } });
  expect((await post(`${facts}/source`, author, { version: String(version), base: '0', source: 'title: [' })).status).toBe(200);
  const html = await (await get(facts, author)).text();
  expect(html).toContain('name="source"');
});

test('bad input is a kind 4xx that changes nothing', async () => {
  const { facts, incident } = await begin();
  const state = () => site.database.db.factsDraft.findUniqueOrThrow({ where: { incidentId: incident } });
  const before = await state();
  const many: [string, string][] = Array.from({ length: 2_200 }, (_, index) => [`measures.${index}.at`, 'x']);
  const bodies: (Record<string, string> | [string, string][])[] = [
    { version: '1', base: '0', 'measures.99.at': 'x' },
    [
      ['version', '1'],
      ['base', '0'],
      ['__proto__', 'x'],
    ],
    { version: '1', base: '0', constructor: 'x' },
    { version: '1', base: '0', add: 'title' },
    { version: '1', base: '0', remove: 'measures.-1' },
    { version: 'x', base: '0' },
    [
      ['version', '1'],
      ['base', '0'],
      ['howFound.en', 'a'],
      ['howFound.en', 'b'],
    ],
    [['version', '1'], ['base', '0'], ...many],
  ];
  for (const body of bodies) expect((await post(`${facts}/save`, author, body)).status).toBe(422);
  expect((await post('/studio/facts/999999/save', author, { version: '0', base: '0' })).status).toBe(404);
  expect(await state()).toEqual(before);
  const wrong = await post('/studio/new/incident/start', author, { template: 'holding', title: '', slug: 'A B', detectedAt: 'x', locale: 'en' });
  expect([wrong.status, await wrong.json()]).toMatchObject([422, { errors: { title: 'title_missing', slug: 'slug_form', detectedAt: 'moment_wrong' } }]);
  const page = await openAs(author, '/studio/new/incident?template=holding', { javaScriptEnabled: false });
  await page.page.locator('#slug').fill('A B');
  await press(page.page, 'Begin the incident');
  await page.page.waitForURL('**/studio/new/incident?form=*');
  expect(await page.page.locator('.summary').innerText()).toContain('small Latin letters');
  expect(await page.page.locator('#slug').inputValue()).toBe('A B');
  await page.close();
});

test('an update and a note begin without a script, and what nobody has read is thrown away', async () => {
  const { page, close } = await openAs(author, '/studio/incidents', { javaScriptEnabled: false });
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
  expect(await page.locator('h1').innerText()).toBe('notes/keys-locks.en.mdx');
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
    const { facts, draft } = await begin();
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
      for (const path of pages) expect([role, path, (await get(path, member)).status]).toEqual([role, path, 200]);
    }
    const before = await site.database.db.draft.count();
    const outsiders: [string, TeamMember][] = [
      ['customer', await teamMember(site, [], { factor: false })],
      ['support', await teamMember(site, ['support'])],
      ['responder', await teamMember(site, ['responder'])],
    ];
    for (const [who, member] of outsiders) {
      for (const path of pages) expect([who, path, (await get(path, member)).status]).toEqual([who, path, 403]);
      for (const [path, fields] of forms) expect([who, path, (await post(path, member, fields)).status]).toEqual([who, path, 403]);
    }
    const half = await teamMember(site, ['author'], { session: { awaitsFactor: true, level: 'password' } });
    for (const path of pages.filter((path) => !path.endsWith('/text'))) expect((await get(path, half)).headers.get('location')).toContain('/account/confirm');
    for (const [path, fields] of forms) expect([path, (await post(path, half, fields)).status]).toEqual([path, 403]);
    for (const path of pages.filter((path) => !path.endsWith('/text'))) expect((await get(path)).headers.get('location')).toBe('/sign-in?to=studio');
    expect(await site.database.db.draft.count()).toBe(before);
    for (const path of ['/studio/facts/999999', '/studio/discard/999999', '/studio/new/nothing']) expect((await get(path, author)).status).toBe(404);
  }, 120_000);
});

describe('every page', () => {
  test.each([
    ['in English', 'en'],
    ['in Arabic', 'ar'],
  ])(
    'is accessible at 320 px and wide, %s, and no script of it is refused',
    async (_name, locale) => {
      const { facts, draft } = await begin('data_accessed');
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
        const { page, errors, close } = await openAs(member, '/studio', { viewport: { width, height: 800 } });
        for (const path of pages) {
          await page.goto(site.url + path);
          expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${path} at ${width}`).toBe(0);
        }
        expect(errors).toEqual([]);
        await close();
      }
      const { page, close } = await openAs(member, '/studio', { bypassCSP: true, viewport: { width: 320, height: 700 } });
      for (const path of pages) {
        await page.goto(site.url + path);
        await expectAccessible(page);
      }
      await close();
    },
    240_000,
  );
});
