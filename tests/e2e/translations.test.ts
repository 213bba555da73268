import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitFor } from '#scripts/support/wait-for.ts';
import { expectAccessible } from '#tests/support/axe.ts';
import { launchChromium, openPage } from '#tests/support/chromium.ts';
import { type Served, serveBuild } from '#tests/support/serve.ts';
import { type TeamMember, teamMember } from '#tests/support/team/team-member.ts';

const NOTE = { kind: 'note', slug: 'where-to-get-our-apps', update: '', locale: 'en' };
const PUBLIC = '/de/blog/where-to-get-our-apps';
const LINE = 'Diese Übersetzung ist älter';

let site: Served;
let browser: Browser;
let author: TeamMember;
let approver: TeamMember;
let incident: number;
let post: number;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveBuild(), launchChromium()]);
  author = await teamMember(site, ['author']);
  approver = await teamMember(site, ['approver']);
  ({ id: incident } = await site.database.db.incident.findFirstOrThrow({ where: { slug: 'internal-systems-access' } }));
  ({ id: post } = await site.database.db.post.findFirstOrThrow({ where: { slug: NOTE.slug } }));
  // On a busy machine the first page of the app takes longer than the front waits.
  await waitFor(
    async () => (await get('/studio', author)).status === 200,
    60_000,
    () => 'The app does not answer.',
  );
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const cookieOf = ({ cookie }: TeamMember) => `${cookie.name}=${cookie.value}`;
const get = (path: string, member?: TeamMember) => fetch(site.url + path, { redirect: 'manual', headers: member ? { cookie: cookieOf(member) } : {} });
const send = (path: string, member: TeamMember, fields: Record<string, string>, accept = 'application/json') =>
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

/** Submits a draft as it is saved, has it approved, and publishes it. */
async function publish(draft: string): Promise<void> {
  const id = draft.split('/').at(-1) as string;
  const html = await (await get(`/studio/submit/${id}`, author)).text();
  const findings = /name="findings" value="([0-9a-f]*)"/.exec(html)?.[1] ?? '';
  const { version } = await site.database.db.draft.findUniqueOrThrow({ where: { id: Number(id) } });
  const { to } = (await (await send(`/studio/submit/${id}/send`, author, { version: String(version), findings })).json()) as { to: string };
  const submission = to.split('/').at(-1) as string;
  const { revision, facts } = await site.database.db.submission.findUniqueOrThrow({
    where: { id: Number(submission) },
    include: { revision: true, facts: true },
  });
  const seen = { sourceHash: revision.sourceHash, factsHash: facts?.hash ?? '' };
  expect((await send(`/studio/review/${submission}/approve`, approver, seen)).status).toBe(200);
  expect((await send(`/studio/publish/${submission}/now`, author, { submission })).status).toBe(200);
}

async function begin(place: Record<string, string>): Promise<string> {
  return ((await (await send('/studio/drafts/start', author, place)).json()) as { to: string }).to;
}

async function write(draft: string, change: (text: string) => string): Promise<void> {
  const { version, source } = await site.database.db.draft.findUniqueOrThrow({ where: { id: Number(draft.split('/').at(-1)) } });
  expect((await send(`${draft}/save`, author, { version: String(version), source: change(source) })).status).toBe(200);
}

const publicPage = async (path = PUBLIC) => (await fetch(site.url + path)).text();

test('a translation is older once its source is corrected, is renewed beside it without a script, and the mark is gone', async () => {
  expect(await publicPage()).not.toContain(LINE);
  const english = await begin(NOTE);
  await write(english, (text) => `${text}\nOne more line stands here now.\n`);
  await publish(english);
  await waitFor(
    async () => (await publicPage()).includes(LINE),
    15_000,
    () => 'The German page does not say that it is older.',
  );
  expect(await publicPage()).toMatch(/<a href="\/blog\/where-to-get-our-apps" lang="en" hrefLang="en">/i);
  expect(await publicPage('/blog/where-to-get-our-apps')).not.toContain('is older than');

  const { page, close } = await openAs(author, '/studio', { javaScriptEnabled: false });
  const trouble = page.locator('.wrong li', { hasText: 'The text in German is older than the one in English.' });
  expect(await trouble.innerText()).toContain('Its readers see a line that says so.');
  expect(await page.locator('table[aria-labelledby=live] .open .state.rec').allInnerTexts()).toEqual([
    expect.stringContaining('rev. 1'),
    expect.stringContaining('rev. 1'),
  ]);
  await trouble.getByRole('button', { name: 'Open the text in German' }).click();
  await page.waitForURL('**/studio/drafts/*');
  const draft = new URL(page.url()).pathname;
  expect(await page.locator('.source-side').innerText()).toContain('One line changed since revision 1');
  expect(await page.locator('.source-text ins').last().innerText()).toBe('One more line stands here now.');
  expect(await page.locator('.source-text').getAttribute('dir')).toBe('ltr');
  const source = page.locator('textarea');
  await source.fill(`${await source.inputValue()}\nHier steht jetzt eine Zeile mehr.\n`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL('**/studio/drafts/*');
  const previewed = async () => (await page.request.get(`${site.url}${draft}/preview`)).text();
  expect(await previewed()).toContain(LINE);
  await page.getByRole('button', { name: 'This follows revision 2 in English now' }).click();
  await page.waitForURL('**/studio/drafts/*');
  expect(await previewed()).toContain('Hier steht jetzt eine Zeile mehr.');
  expect(await previewed()).not.toContain(LINE);
  expect(await page.locator('.source-side').innerText()).toContain('This translation follows revision 2 in English.');
  await publish(draft);
  await waitFor(
    async () => !(await publicPage()).includes(LINE),
    15_000,
    () => 'The German page still says that it is older.',
  );
  await page.goto(`${site.url}/studio`);
  expect(await page.locator('.wrong').innerText()).not.toContain('German');
  await page.goto(`${site.url}/studio/translations`);
  const row = page.locator('tbody tr', { hasText: NOTE.slug });
  expect(await row.locator('td').nth(1).innerText()).toContain('up to date');
  expect(await row.locator('td').nth(2).innerText()).toContain('Older since');
  await close();
}, 120_000);

test('what follows the source is said once: a second click changes nothing, and who saw an older source is told', async () => {
  const arabic = await begin({ ...NOTE, locale: 'ar' });
  const { translationOfId: named } = await site.database.db.draft.findUniqueOrThrow({ where: { id: Number(arabic.split('/').at(-1)) } });
  const newest = await site.database.db.revision.findFirstOrThrow({ where: { postId: post, locale: 'en' }, orderBy: { id: 'desc' } });
  const fields = { named: String(named), revision: String(newest.id) };
  expect((await send(`${arabic}/follow`, author, { ...fields, revision: String(named) })).status).toBe(409);
  const back = await send(`${arabic}/follow`, author, { ...fields, revision: String(named) }, 'text/html');
  expect(await (await get(back.headers.get('location') as string, author)).text()).toContain('Somebody wrote a newer revision');
  expect((await send(`${arabic}/follow`, author, { ...fields, named: String(newest.id) })).status).toBe(409);
  expect((await send(`${arabic}/follow`, author, fields)).status).toBe(200);
  expect((await send(`${arabic}/follow`, author, fields)).status).toBe(200);
  expect((await send(`${arabic}/follow`, author, { named: 'x', revision: '1' })).status).toBe(422);
  expect((await send('/studio/drafts/99999/follow', author, fields)).status).toBe(404);
});

test('the source stands beside the editor, and keys lead through what changed', async () => {
  const english = await begin(NOTE);
  await write(english, (text) => text.replace(/\n\n/, '\n\nThis is new. ').concat('\nAnd this as well.\n'));
  await publish(english);
  const german = await begin({ ...NOTE, locale: 'de' });
  const { page, errors, close } = await openAs(author, german, { viewport: { width: 1500, height: 900 } });
  await page.locator('.editor.translates').waitFor();
  const changes = await page.locator('.source-text .changed').count();
  expect(changes).toBeGreaterThan(1);
  await page.locator('.cm-content').click();
  await page.keyboard.press('Alt+PageDown');
  await page.keyboard.press('Alt+PageDown');
  expect(await page.locator('.source-text [aria-current]').getAttribute('id')).toBe('source-change-2');
  expect(await page.locator('.source-side [role=status]').innerText()).toBe(`Change 2 of ${changes}`);
  await page.keyboard.press('Alt+PageUp');
  expect(await page.locator('.source-text [aria-current]').getAttribute('id')).toBe('source-change-1');
  expect(errors).toEqual([]);
  await close();
}, 60_000);

test('a text’s history has its revisions and what became of them; two are compared and one is read without a script', async () => {
  const { page, close } = await openAs(author, `/studio/history/${post}`, { javaScriptEnabled: false });
  expect(await page.locator('table.choose tbody th', { hasText: 'English, revision 1' }).count()).toBe(1);
  const published = page.locator('table[aria-labelledby=events] tr', { hasText: 'Published in edition 2' });
  expect(await published.innerText()).toContain(author.account.email);
  await page.getByLabel('Was: English, revision 1').check();
  await page.getByLabel('Is: English, revision 2').check();
  await page.getByRole('button', { name: 'Compare the two' }).click();
  expect(await page.locator('section[aria-labelledby=compared] ins').allInnerTexts()).toContain('One more line stands here now.');
  await page.getByRole('link', { name: 'English, revision 1' }).first().click();
  expect(await page.locator('pre.source').innerText()).toContain('slug: where-to-get-our-apps');
  await close();
  expect((await get(`/studio/history/${post}?was=99999&is=99999`, author)).status).toBe(404);
  expect(await (await get('/studio/history', author)).text()).toContain('Submitted');
  expect((await get('/studio/history?page=x', author)).status).toBe(200);
}, 60_000);

test('the head of the table counts what is begun apart from what nobody has begun', async () => {
  const counted = async () => {
    const [, missing, begun = ''] = /<h1 id="verdict">[^<]*, and (.*?) (?:is|are) missing(?:; (\S+) (?:is|are) being written)?\./.exec(
      await (await get('/studio/translations', author)).text(),
    ) as RegExpExecArray;
    return { missing, begun: begun === 'one' ? 1 : Number(begun) };
  };
  // The update that a broken promise of the site has opened may be among what is begun.
  const before = await counted();
  expect(before.missing).toBe('none');
  expect((await send('/studio/new/note/start', author, { title: 'A word on keys', slug: '', locales: 'en', locale: 'en' })).status).toBe(200);
  expect(await counted()).toEqual({ missing: '2', begun: before.begun + 1 });
  const page = await (await get('/studio', author)).text();
  // The sign of time gone by, as everywhere beside this word.
  expect(page).toMatch(/d="M12 8v4\.2l2\.6 1\.6M8\.2 8\.6 6 9\.2l-\.3-2\.4"><\/path><\/svg><span>Older<\/span>/);
}, 60_000);

describe('who may', () => {
  test('each page is for those whose it is; the record is audited, and names no customer', async () => {
    const [admin, responder, support] = [await teamMember(site, ['admin']), await teamMember(site, ['responder']), await teamMember(site, ['support'])];
    const customer = await teamMember(site, [], { factor: false });
    const half = await teamMember(site, ['approver'], { session: { awaitsFactor: true, level: 'password' } });
    const draft = await begin({ ...NOTE, locale: 'de' });
    for (const page of ['/studio/translations', '/studio/history', `/studio/history/${post}`]) {
      for (const member of [author, approver, admin]) expect((await get(page, member)).status, page).toBe(200);
      for (const member of [responder, support, customer]) expect((await get(page, member)).status, page).toBe(403);
      expect([(await get(page, half)).status, (await get(page)).status]).toEqual([303, 303]);
    }
    for (const member of [responder, support, customer, half]) expect((await send(`${draft}/follow`, member, { named: '1', revision: '1' })).status).toBe(403);
    const record = `/studio/incidents/${incident}/record`;
    for (const member of [approver, admin, responder])
      expect([(await get(record, member)).status, (await get(`${record}.json`, member)).status]).toEqual([200, 200]);
    for (const member of [author, support, customer])
      expect([(await get(record, member)).status, (await get(`${record}.json`, member)).status]).toEqual([403, 403]);
    expect([(await get(record, half)).status, (await get(record)).status, (await get(`${record}.json`)).status]).toEqual([303, 303, 403]);
    expect([(await get('/studio/incidents/99999/record', admin)).status, (await get('/studio/incidents/99999/record.json', admin)).status]).toEqual([404, 404]);
    const told = (await (await get(`${record}.json`, responder)).json()) as Record<string, unknown[]> & { madeBy: string };
    expect(told).toMatchObject({ format: 'candor-incident-record/1', madeBy: responder.account.email, incident: { slug: 'internal-systems-access' } });
    expect(told.publications?.[0]).toMatchObject({ renderingHash: expect.stringMatching(/^[0-9a-f]{64}$/), edition: 1 });
    expect(told.audit?.some((entry) => (entry as { verb: string }).verb === 'history/record/read-record')).toBe(true);
    expect(JSON.stringify(told)).not.toContain(customer.account.email);
    const read = { verb: 'history/record/read-record', subject: `incident:${incident}` };
    expect(await site.database.db.auditEntry.count({ where: { ...read, actor: `account:${responder.account.id}`, outcome: 'done' } })).toBeGreaterThan(1);
    // The gate answers for the page; the file asks the verb itself.
    expect(
      await site.database.db.auditEntry.count({ where: { ...read, verb: read.verb, subject: `account:${author.account.id}`, outcome: 'forbidden' } }),
    ).toBe(1);
  }, 60_000);

  test('every page is there for everybody: a phone, the dark, Arabic', async () => {
    const arabic = await teamMember(site, ['approver'], { account: { locale: 'ar' } });
    const draft = await begin({ ...NOTE, locale: 'de' });
    for (const path of ['/studio', '/studio/translations', '/studio/history', `/studio/history/${post}`, `/studio/incidents/${incident}/record`, draft]) {
      for (const [member, options] of [
        [approver, { viewport: { width: 320, height: 700 } }],
        [approver, { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' as const }],
        [arabic, { viewport: { width: 1280, height: 900 } }],
      ] as const) {
        const { page, errors, close } = await openAs(member, path, { bypassCSP: true, ...options });
        await expectAccessible(page);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), `${path} is wider than ${options.viewport.width}`).toBe(true);
        expect(errors).toEqual([]);
        await close();
      }
    }
  }, 120_000);
});
