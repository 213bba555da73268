import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Child, startChild } from '#scripts/support/child.ts';
import { waitFor } from '#scripts/support/wait-for.ts';
import { expectAccessible } from '#tests/support/axe.ts';
import { launchChromium, openPage } from '#tests/support/chromium.ts';
import { mailsTo } from '#tests/support/mails.ts';
import { type Instance, type Served, serveBuild } from '#tests/support/serve.ts';
import { type TeamMember, teamMember } from '#tests/support/team/team-member.ts';

const NOTE = { kind: 'note', slug: 'how-we-handle-incidents', update: '', locale: 'en' };
const PUBLIC = '/blog/how-we-handle-incidents';

let site: Served;
let second: Instance;
let other: Child;
let browser: Browser;
let author: TeamMember;
let approver: TeamMember;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveBuild(), launchChromium()]);
  second = await site.another();
  author = await teamMember(site, ['author']);
  approver = await teamMember(site, ['approver']);
}, 180_000);
afterAll(async () => {
  await other?.stop();
  await browser?.close();
  await site?.close();
});

const cookieOf = ({ cookie }: TeamMember) => `${cookie.name}=${cookie.value}`;
const get = (path: string, member: TeamMember) => fetch(site.url + path, { redirect: 'manual', headers: { cookie: cookieOf(member) } });
const post = (path: string, member: TeamMember, fields: Record<string, string>) =>
  fetch(site.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.url, accept: 'application/json', cookie: cookieOf(member), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  });

async function openAs(member: TeamMember, path: string, options: BrowserContextOptions = {}) {
  const opened = await openPage(browser, options);
  await opened.page.context().addCookies([{ ...member.cookie, url: site.url }]);
  await opened.page.goto(site.url + path);
  return opened;
}

/** A text with one line more, approved; answers its submission. */
async function approved(line: string, place = NOTE): Promise<string> {
  const { to } = (await (await post('/studio/drafts/start', author, place)).json()) as { to: string };
  const draft = await site.database.db.draft.findUniqueOrThrow({ where: { id: Number(to.split('/').at(-1)) } });
  await post(`${to}/save`, author, { version: String(draft.version), source: `${draft.source}\n${line}\n` });
  const html = await (await get(`/studio/submit/${draft.id}`, author)).text();
  const findings = /name="findings" value="([0-9a-f]*)"/.exec(html)?.[1] ?? '';
  const sent = await post(`/studio/submit/${draft.id}/send`, author, { version: String(draft.version + 1), findings });
  const id = ((await sent.json()) as { to: string }).to.split('/').at(-1) as string;
  const { revision, facts } = await site.database.db.submission.findUniqueOrThrow({ where: { id: Number(id) }, include: { revision: true, facts: true } });
  expect((await post(`/studio/review/${id}/approve`, approver, { sourceHash: revision.sourceHash, factsHash: facts?.hash ?? '' })).status).toBe(200);
  return id;
}

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
const planned = (date = tomorrow(), time = '06:00', zone = 'Europe/Stockholm') => ({ when: 'at', date, time, zone });
const dueRow = () => site.database.db.schedule.findFirstOrThrow({ where: { state: 'due' }, orderBy: { id: 'desc' } });
/** Its time is so many milliseconds from now. */
async function dueIn(id: number, ms: number): Promise<number> {
  const [{ at }] = await site.database.db.$queryRaw<[{ at: Date }]>`
    UPDATE "Schedule" SET at = date_trunc('milliseconds', clock_timestamp()) + ${ms} * interval '1 millisecond' WHERE id = ${id} RETURNING at`;
  return at.getTime();
}

/** When each instance shows a line first, and that none did before. */
async function seenAt(line: string, urls = [site.url, second.url]): Promise<number[]> {
  return Promise.all(
    urls.map(async (url) => {
      const until = Date.now() + 60_000;
      while (Date.now() < until) {
        const text = await fetch(url + PUBLIC).then(
          (answer) => answer.text(),
          () => '',
        );
        if (text.includes(line)) return Date.now();
        await later(20);
      }
      throw new Error(`${url} does not show it. ${site.worker.lastLines()}`);
    }),
  );
}

const timesPublished = (line: string) => site.database.db.publication.count({ where: { revision: { source: { contains: line } }, locale: 'en' } });

test('planned without a script, it stands on the front page, goes out at its time on two instances, and not before', async () => {
  const id = await approved('It goes out at its time.');
  const { page, errors, close } = await openAs(author, `/studio/publish/${id}`, { javaScriptEnabled: false });
  await page.getByLabel('At a time').check();
  await page.locator('#date').fill(tomorrow());
  await page.locator('#time').fill('06:00');
  await page.locator('#zone').selectOption('Europe/Stockholm');
  await page.getByRole('button', { name: 'Publish this language' }).click();
  expect(await page.locator('h1').innerText()).toMatch(/^It goes out on .*06:00/);
  await page.goto(`${site.url}/studio`);
  const row = page.locator('table[aria-labelledby=scheduled] tbody tr');
  expect(await row.count()).toBe(1);
  expect(await row.innerText()).toContain('Nothing known');
  expect(errors).toEqual([]);
  await close();
  const at = await dueIn((await dueRow()).id, 3_000);
  const seen = await seenAt('It goes out at its time.');
  for (const when of seen) expect(when).toBeGreaterThanOrEqual(at);
  console.log(`seen ${seen.map((when) => when - at).join(' and ')} ms after its time`);
  expect(Math.max(...seen) - at).toBeLessThan(10_000);
  expect(await timesPublished('It goes out at its time.')).toBe(1);
}, 120_000);

test('a worker that is killed at the moment, and an instance: it goes out once, and both show it', async () => {
  const id = await approved('A worker was killed.');
  expect((await post(`/studio/publish/${id}/now`, author, { submission: id, ...planned() })).status).toBe(200);
  const at = await dueIn((await dueRow()).id, 2_500);
  await later(at - Date.now());
  process.kill(site.worker.pid() as number, 'SIGKILL');
  process.kill(second.child.pid() as number, 'SIGKILL');
  await seenAt('A worker was killed.');
  expect(await timesPublished('A worker was killed.')).toBe(1);
}, 120_000);

test('a worker that is stopped while another lives, and then goes on: it goes out once', async () => {
  const id = await approved('A worker was stopped.');
  other = startChild({ args: ['dist/candor.mjs', 'work'], env: site.env, log: join(site.env.CANDOR_DATA as string, 'other.log') });
  await waitFor(
    async () => (await site.database.db.process.count({ where: { kind: 'work', seenAt: { gt: new Date(Date.now() - 8_000) } } })) > 1,
    30_000,
    () => other.lastLines(),
  );
  expect((await post(`/studio/publish/${id}/now`, author, { submission: id, ...planned() })).status).toBe(200);
  const stopped = site.worker.pid() as number;
  process.kill(stopped, 'SIGSTOP');
  await dueIn((await dueRow()).id, 2_500);
  await seenAt('A worker was stopped.', [site.url]);
  process.kill(stopped, 'SIGCONT');
  await later(3_000);
  expect(await timesPublished('A worker was stopped.')).toBe(1);
  expect(await site.database.db.schedule.count({ where: { state: 'due' } })).toBe(0);
}, 120_000);

test('times that clocks do not show or show twice are said, and nothing is planned', async () => {
  const id = await approved('Clocks change.');
  const tried = async (fields: Record<string, string>) => {
    const answer = await post(`/studio/publish/${id}/now`, author, { submission: id, ...fields });
    const { errors = {}, reason } = (await answer.json()) as { errors?: Record<string, string>; reason?: string };
    return [answer.status, Object.values(errors)[0] ?? reason];
  };
  // In the year to come clocks of Stockholm go forward at 2 on the last Sunday of March, and back at 3 on that of October.
  const year = new Date().getUTCMonth() < 2 ? new Date().getUTCFullYear() : new Date().getUTCFullYear() + 1;
  const last = new Date(Date.UTC(year, 2, 31));
  const march = new Date(last.getTime() - last.getUTCDay() * 86_400_000).toISOString().slice(0, 10);
  expect(await tried(planned(march, '02:30'))).toEqual([422, 'time_skipped']);
  expect(await tried(planned('2020-01-01'))).toEqual([422, 'time_past']);
  expect(await tried(planned(tomorrow(), '25:00'))).toEqual([422, 'time_wrong']);
  expect(await tried(planned(tomorrow(), '06:00', 'Nowhere/At_All'))).toEqual([422, 'zone_unknown']);
  expect(await tried({ when: 'perhaps' })).toEqual([422, 'not_a_form']);
  expect(await site.database.db.schedule.count({ where: { state: 'due' } })).toBe(0);
});

test('whoever stops it and whoever planned it get a mail; a second stop is a conflict; a missed one stands on the front page until it is put away', async () => {
  const id = await approved('It is stopped.');
  await post(`/studio/publish/${id}/now`, author, { submission: id, ...planned() });
  const { id: schedule } = await dueRow();
  const customer = await teamMember(site, [], { factor: false });
  const support = await teamMember(site, ['support']);
  for (const member of [customer, support]) {
    expect((await post(`/studio/publish/${id}/stop`, member, { schedule: String(schedule) })).status).toBe(403);
    expect((await post(`/studio/publish/${id}/put-away`, member, { schedule: String(schedule) })).status).toBe(403);
  }
  expect((await post(`/studio/publish/${id}/stop`, approver, { schedule: String(schedule) })).status).toBe(200);
  expect((await post(`/studio/publish/${id}/stop`, approver, { schedule: String(schedule) })).status).toBe(409);
  const isTold = async (member: TeamMember) => (await mailsTo(site, member.account.email)).some(({ subject }) => subject.includes('does not go out'));
  for (const member of [author, approver]) {
    await waitFor(
      () => isTold(member),
      20_000,
      () => site.worker.lastLines(),
    );
  }
  await post(`/studio/publish/${id}/now`, author, { submission: id, ...planned() });
  const missed = await dueRow();
  await site.database.db.$executeRaw`UPDATE "Schedule" SET at = now() - interval '16 minutes' WHERE id = ${missed.id}`;
  await waitFor(
    async () => (await site.database.db.schedule.findUniqueOrThrow({ where: { id: missed.id } })).state === 'missed',
    20_000,
    () => site.worker.lastLines(),
  );
  const front = async () => (await get('/studio', author)).text();
  expect(await front()).toContain('did not go out at its time');
  expect((await post(`/studio/publish/${id}/put-away`, author, { schedule: String(missed.id) })).status).toBe(200);
  expect(await front()).not.toContain('did not go out at its time');
  expect(await timesPublished('It is stopped.')).toBe(0);
}, 90_000);

test('the pages of what is planned are there for everybody: a phone, the dark, Arabic', async () => {
  const id = await approved('For everybody, within 12 days.');
  const arabic = await teamMember(site, ['approver'], { account: { locale: 'ar' } });
  for (const plan of [false, true]) {
    if (plan) await post(`/studio/publish/${id}/now`, author, { submission: id, ...planned(), why_en: 'We have agreed on days by now.' });
    for (const path of [`/studio/publish/${id}`, '/studio']) {
      for (const [member, options] of [
        [approver, { viewport: { width: 320, height: 700 } }],
        [approver, { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' as const }],
        [arabic, { viewport: { width: 1280, height: 900 } }],
      ] as const) {
        const { page, errors, close } = await openAs(member, path, { bypassCSP: true, ...options });
        if (process.env.SHOTS)
          await page.screenshot({
            path: `${process.env.SHOTS}/${path.split('/')[2] ?? 'front'}-${plan}-${options.viewport.width}-${member === arabic ? 'ar' : 'en'}.png`,
            fullPage: true,
          });
        await expectAccessible(page);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), `${path} at ${options.viewport.width}`).toBe(true);
        expect(errors).toEqual([]);
        await close();
      }
    }
  }
}, 90_000);
