import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitFor } from '#scripts/support/wait-for.ts';
import { expectAccessible } from '#tests/support/axe.ts';
import { launchChromium, openPage } from '#tests/support/chromium.ts';
import { mailsTo } from '#tests/support/mails.ts';
import { type Served, serveBuild } from '#tests/support/serve.ts';
import { type TeamMember, teamMember } from '#tests/support/team/team-member.ts';

const NOTE = 'notes/how-we-handle-incidents.en.mdx';
const PUBLIC = '/blog/how-we-handle-incidents';
let site: Served;
let browser: Browser;
let dir: string;
let approver: TeamMember;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'candor-git-way-'));
  await cp('content', join(dir, 'content'), { recursive: true });
  [site, browser] = await Promise.all([serveBuild({ contentDir: join(dir, 'content') }), launchChromium()]);
  approver = await teamMember(site, ['approver']);
  // A busy machine takes its time until the first page of the team.
  await waitFor(
    async () => (await get('/studio/keys', approver)).status === 200,
    60_000,
    () => site.server.lastLines(),
  );
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await rm(dir, { recursive: true, force: true });
});

/** Runs the command as it is shipped; what it is told by the keyboard is `input`. */
function candor(args: string[], input = ''): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['dist/candor.mjs', ...args],
      { env: { NODE_ENV: 'production', ...site.env, CANDOR_CWD: dir } },
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
    child.stdin?.end(input);
  });
}
const push = (...args: string[]) => candor(['content', 'push', '--publish', '--as', 'jane', ...args]);
const write = (words: string) => appendFile(join(dir, 'content', NOTE), `\n${words}\n`);
const isPublic = (words: string) =>
  waitFor(
    async () => (await (await fetch(site.url + PUBLIC)).text()).includes(words),
    15_000,
    () => site.server.lastLines(),
  );
const cookieOf = ({ cookie }: TeamMember) => `${cookie.name}=${cookie.value}`;
const get = (path: string, member?: TeamMember) => fetch(site.url + path, { redirect: 'manual', headers: member ? { cookie: cookieOf(member) } : {} });
const post = (path: string, member: TeamMember, fields: Record<string, string>, accept = 'application/json') =>
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

test('an approver makes a key without a script, sees it once, and pushes of another person go out by it until it is revoked', async () => {
  const { page, errors, close } = await openAs(approver, '/studio/keys', { javaScriptEnabled: false });
  expect(await page.locator('h1').innerText()).toBe('No key approves in your name.');
  await page.locator('#name').fill('The <release> machine');
  await page.locator('#days').fill('900');
  await page.getByRole('button', { name: 'Make the key' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('from 1 to 365');
  expect(await page.locator('#name').inputValue()).toBe('The <release> machine');
  await page.locator('#days').fill('30');
  await page.getByRole('button', { name: 'Make the key' }).click();
  const key = await page.locator('.key').innerText();
  expect(key).toMatch(/^candor-approval-[\w-]{43}$/);
  await page.getByRole('link', { name: 'I have kept it' }).click();
  expect(await page.content()).not.toContain(key);
  expect(await page.locator('tbody').innerText()).toContain('The <release> machine');
  expect((await mailsTo(site, approver.account.email)).some(({ subject }) => subject.includes('a key that approves was made'))).toBe(true);

  const file = join(dir, 'key.txt');
  await writeFile(file, `${key}\n`);
  await write('The first sentence.');
  expect(await push()).toMatchObject({ code: 1, err: expect.stringContaining(`nobody else has approved ${NOTE}`) });
  expect(await push('--approved-by', key)).toMatchObject({ code: 1, err: expect.stringContaining('everybody on this machine can see') });
  expect((await push('--approved-by', 'key.txt')).out).toContain('Published as edition 2 (1 text)');
  await isPublic('The first sentence.');
  await write('The second sentence.');
  expect((await candor(['content', 'push', '--publish', '--approved-by', '-'], key)).out).toContain('Published as edition 3');
  await write('The third sentence.');
  expect(await push('--as', approver.account.email, '--approved-by', file)).toMatchObject({
    code: 1,
    err: expect.stringContaining('Nobody approves their own words'),
  });
  await page.getByRole('button', { name: /^Revoke/ }).click();
  expect(await page.locator('tbody').innerText()).toContain('Revoked');
  expect(await push('--approved-by', file)).toMatchObject({ code: 1, err: expect.stringContaining('--approved-by  is no key') });
  expect(site.server.lastLines() + site.worker.lastLines()).not.toContain(key);
  expect(errors).toEqual([]);
  await close();
}, 180_000);

test('what is published alone says why to everybody, and the studio names it until a second person approves; what is submitted goes out once it is approved', async () => {
  await write('A sentence of one person.');
  expect(await push('--emergency')).toMatchObject({ code: 1, err: expect.stringContaining('the reason is too short') });
  expect((await push('--emergency', '--reason', 'Nobody else could be reached at night.')).out).toContain('Its reason stands in the log of corrections');
  await isPublic('Nobody else could be reached at night.');
  const { page, close } = await openAs(approver, '/studio');
  expect(await page.locator('main').innerText()).toMatch(/alone/i);
  const { submissionId } = await lastSubmission();
  const seen = await hashesOf(submissionId);
  expect((await post(`/studio/review/${submissionId}/approve`, approver, seen)).status).toBe(200);
  await page.reload();
  expect(await page.locator('main').innerText()).not.toMatch(/alone/i);
  await write('The fourth sentence.');
  expect((await candor(['content', 'push', '--submit', '--as', 'jane'])).out).toContain(`1 text waits for a second person: ${site.url}/studio`);
  expect(await candor(['publish', '--as', 'jane'])).toMatchObject({ code: 1, err: expect.stringContaining('nobody else has approved') });
  const submitted = await lastSubmission();
  expect((await post(`/studio/review/${submitted.submissionId}/approve`, approver, await hashesOf(submitted.submissionId))).status).toBe(200);
  expect((await candor(['publish', '--as', 'jane'])).out).toMatch(/Published as edition \d+ \(1 text\)/);
  await isPublic('The fourth sentence.');
  await close();
}, 180_000);

async function lastSubmission() {
  const { id } = await site.database.db.submission.findFirstOrThrow({ orderBy: { id: 'desc' } });
  return { submissionId: id };
}
async function hashesOf(id: number) {
  const { revision, facts } = await site.database.db.submission.findUniqueOrThrow({ where: { id }, include: { revision: true, facts: true } });
  return { sourceHash: revision.sourceHash, factsHash: facts?.hash ?? '' };
}

test('a folder that is pulled is the one that was pushed, byte for byte, and pushing it makes nothing new', async () => {
  const far = join(dir, 'far');
  expect((await candor(['content', 'pull', 'far'])).out).toMatch(/written, 0 unchanged: edition \d+ in /);
  for (const path of ['site.yaml', NOTE, 'incidents/internal-systems-access/incident.yaml', 'incidents/internal-systems-access/advisory.ar.mdx'])
    expect((await readFile(join(far, path))).equals(await readFile(join(dir, 'content', path))), path).toBe(true);
  expect(JSON.parse((await candor(['content', 'pull', 'far', '--json'])).out)).toMatchObject({ dir: far, written: [] });
  site.env.CANDOR_CONTENT = far;
  expect(JSON.parse((await candor(['content', 'push', '--json'])).out)).toMatchObject({ changed: [] });
  site.env.CANDOR_CONTENT = join(dir, 'content');
  // What is written in the studio comes to the folder.
  const { to } = (await (await post('/studio/drafts/start', approver, { kind: 'note', slug: 'how-we-handle-incidents', update: '', locale: 'en' })).json()) as {
    to: string;
  };
  const draft = await site.database.db.draft.findUniqueOrThrow({ where: { id: Number(to.split('/').at(-1)) } });
  await post(`${to}/save`, approver, { version: String(draft.version), source: `${draft.source}\nWritten in the studio.\n` });
  expect((await candor(['content', 'pull', 'far', '--drafts'])).out).toContain(`written  ${NOTE}`);
  expect(await readFile(join(far, NOTE), 'utf8')).toContain('Written in the studio.');
  await appendFile(join(far, NOTE), 'Mine.\n');
  expect(await candor(['content', 'pull', 'far'])).toMatchObject({ code: 1, err: expect.stringContaining(NOTE) });
  expect(await readFile(join(far, NOTE), 'utf8')).toContain('Mine.');
  expect((await candor(['content', 'pull', 'far', '--force'])).code).toBe(0);
}, 180_000);

test('keys are their person’s alone, who has just shown who they are', async () => {
  const made = await post('/studio/keys/make', approver, { name: 'Mine', days: '1' });
  expect(made.status).toBe(200);
  const { id } = await site.database.db.approvalKey.findFirstOrThrow({ orderBy: { id: 'desc' } });
  const admin = await teamMember(site, ['admin']);
  expect((await get('/studio/keys', admin)).status).toBe(200);
  expect(await (await get('/studio/keys', admin)).text()).not.toContain('Mine');
  expect((await post(`/studio/keys/${id}/revoke`, admin, {})).status).toBe(404);
  const others = await Promise.all([
    teamMember(site, ['author']),
    teamMember(site, ['responder']),
    teamMember(site, ['support']),
    teamMember(site, [], { factor: false }),
  ]);
  for (const member of others) {
    expect((await get('/studio/keys', member)).status).toBe(403);
    expect((await post('/studio/keys/make', member, { name: 'x', days: '1' })).status).toBe(403);
    expect((await post(`/studio/keys/${id}/revoke`, member, {})).status).toBe(403);
  }
  const half = await teamMember(site, ['approver'], { session: { awaitsFactor: true, level: 'password' } });
  expect((await get('/studio/keys', half)).status).toBe(303);
  expect((await get('/studio/keys')).headers.get('location')).toBe('/sign-in?to=studio');
  const stale = await teamMember(site, ['approver'], { session: { authenticatedAt: new Date(Date.now() - 600_000) } });
  const asked = await post('/studio/keys/make', stale, { name: 'Later', days: '1' }, 'text/html');
  expect(asked.status).toBe(403);
  expect(await asked.text()).toContain('value="/studio/keys/make"');
  // The second click changes nothing.
  expect((await post(`/studio/keys/${id}/revoke`, approver, {})).status).toBe(200);
  expect((await post(`/studio/keys/${id}/revoke`, approver, {})).status).toBe(200);
}, 60_000);

test('the page of keys is there for everybody: a phone, the dark, Arabic', async () => {
  const arabic = await teamMember(site, ['approver'], { account: { locale: 'ar' } });
  await post('/studio/keys/make', arabic, { name: 'A very long name of a machine that stands in a cellar of a house, on the left', days: '1' });
  for (const [member, options] of [
    [approver, { viewport: { width: 320, height: 700 } }],
    [approver, { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' as const }],
    [arabic, { viewport: { width: 320, height: 700 } }],
  ] as const) {
    const { page, errors, close } = await openAs(member, '/studio/keys', { bypassCSP: true, ...options });
    await expectAccessible(page);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(errors).toEqual([]);
    await close();
  }
}, 60_000);
