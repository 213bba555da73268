import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '#tests/support/chromium.ts';
import { type Served, serveBuild } from '#tests/support/serve.ts';
import { atStudio, type Studio } from '#tests/support/team/at-studio.ts';
import { type TeamMember, teamMember } from '#tests/support/team/team-member.ts';
import { withoutSaves } from '#tests/support/team/without-saves.ts';

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
const value = async (page: Page, name: string) => page.locator(`[name="${name}"]`).inputValue();

async function waitForFacts(incident: number, words: string): Promise<void> {
  await expect
    .poll(async () => (await site.database.db.factsDraft.findUniqueOrThrow({ where: { incidentId: incident } })).source, { timeout: 20_000 })
    .toContain(words);
}

test('facts are saved as they are typed, and the page says what is still open', async () => {
  const { facts, incident } = await studio.begin(author, 'data_accessed');
  const { page, errors, close } = await studio.openAs(author, facts, { viewport: { width: 1280, height: 900 } });
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
    const { facts, incident } = await studio.begin(author);
    const other = await teamMember(site, ['author']);
    const { page, close } = await studio.openAs(author, facts, { javaScriptEnabled: false });
    await page.locator('[name="howFound.en"]').fill('Mine.');
    const theirs = await studio.post(`${facts}/save`, other, { version: '1', base: '0', 'howFound.en': 'Theirs.' });
    expect(theirs.status).toBe(200);
    await press(page, 'Save');
    await page.waitForURL('**/studio/facts/*form=*');
    expect(await value(page, 'howFound.en')).toBe('Mine.');
    expect(await page.locator('.theirs').innerText()).toContain('Theirs.');
    await press(page, 'Save mine as the newer one');
    await page.waitForURL((url) => url.search === '');
    await waitForFacts(incident, 'Mine.');
    const stale = await studio.post(`${facts}/save`, other, { version: '2', base: '0', 'howFound.en': 'Again.' });
    expect([stale.status, await stale.json()]).toMatchObject([409, { reason: 'draft_moved' }]);
    await close();
  });

  test('with a script, nothing is written over unseen', async () => {
    const { facts, incident } = await studio.begin(author);
    const other = await teamMember(site, ['author']);
    const { page, close } = await studio.openAs(author, facts);
    expect((await studio.post(`${facts}/save`, other, { version: '1', base: '0', 'howFound.en': 'Theirs.' })).status).toBe(200);
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

test('what was typed into a row that somebody else took away meanwhile is shown, and not lost', async () => {
  const { facts, incident } = await studio.begin(author, 'data_accessed');
  const other = await teamMember(site, ['author']);
  const { page, close } = await studio.openAs(author, facts);
  await press(page, 'Add one: Measures');
  await page.locator('[name="measures.1.text.en"]').waitFor();
  const arrive = await withoutSaves(page, '/save');
  await page.locator('[name="measures.1.text.en"]').fill('Typed in a tunnel.');
  await page.getByText('no connection').waitFor();
  const { version } = await site.database.db.factsDraft.findUniqueOrThrow({ where: { incidentId: incident } });
  const removed = await studio.post(`${facts}/save`, other, { version: String(version), base: '0', remove: 'measures.1' });
  expect(removed.status).toBe(200);
  await page.reload();
  await arrive();
  await page.getByRole('button', { name: 'Take them' }).click();
  await page.getByText('somebody else saved meanwhile').waitFor();
  await press(page, 'Save');
  await page.waitForURL('**/studio/facts/*form=*');
  expect(await page.getByRole('main').innerText()).toContain('Typed in a tunnel.');
  await close();
});

test('what could not be saved of the YAML is there again in the next window', async () => {
  const { facts, incident } = await studio.begin(author);
  const { page, close } = await studio.openAs(author, `${facts}?as=source`);
  const arrive = await withoutSaves(page, '/source');
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('# In a tunnel.\n');
  await page.getByText('no connection').waitFor();
  await page.reload();
  await arrive();
  await page.getByRole('button', { name: 'Take them' }).click();
  await waitForFacts(incident, '# In a tunnel.');
  await close();
});

test('what is still open comes by itself after an answer that broke off', async () => {
  const { facts } = await studio.begin(author, 'data_accessed');
  const { page, errors, close } = await studio.openAs(author, facts);
  const before = await page.locator('h1').innerText();
  await page.route('**/text', (route) => route.fulfill({ status: 200, contentType: 'application/json', body: '{"ga' }));
  const cut = page.waitForResponse('**/text');
  await page.locator('[name="howFound.en"]').fill('Logs showed it.');
  await page.locator('[name="occurred.certainty"]').selectOption('unknown');
  await cut;
  await page.unroute('**/text');
  await expect.poll(() => page.locator('h1').innerText(), { timeout: 20_000 }).not.toBe(before);
  expect(errors).toEqual([]);
  await close();
});

test('an expert writes the YAML, with a script and without', async () => {
  const { facts, incident } = await studio.begin(author);
  for (const javaScriptEnabled of [false, true]) {
    const { page, errors, close } = await studio.openAs(author, `${facts}?as=source`, { javaScriptEnabled });
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
  expect((await studio.post(`${facts}/source`, author, { version: String(version), base: '0', source: 'title: [' })).status).toBe(200);
  const html = await (await studio.get(facts, author)).text();
  expect(html).toContain('name="source"');
});

test('bad input is a kind 4xx that changes nothing', async () => {
  const { facts, incident } = await studio.begin(author);
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
  for (const body of bodies) expect((await studio.post(`${facts}/save`, author, body)).status).toBe(422);
  expect((await studio.post('/studio/facts/999999/save', author, { version: '0', base: '0' })).status).toBe(404);
  expect(await state()).toEqual(before);
  const wrong = await studio.post('/studio/new/incident/start', author, { template: 'holding', title: '', slug: 'A B', detectedAt: 'x', locale: 'en' });
  expect([wrong.status, await wrong.json()]).toMatchObject([422, { errors: { title: 'title_missing', slug: 'slug_form', detectedAt: 'moment_wrong' } }]);
  const page = await studio.openAs(author, '/studio/new/incident?template=holding', { javaScriptEnabled: false });
  await page.page.locator('#slug').fill('A B');
  await press(page.page, 'Begin the incident');
  await page.page.waitForURL('**/studio/new/incident?form=*');
  expect(await page.page.locator('.summary').innerText()).toContain('small Latin letters');
  expect(await page.page.locator('#slug').inputValue()).toBe('A B');
  await page.close();
});
