import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FactsRevision } from '#generated/prisma/client.ts';
import { waitFor } from '#scripts/support/wait-for.ts';
import { mailsTo } from '#tests/support/mails.ts';
import { type Served, serveBuild } from '#tests/support/serve.ts';
import { ADVISORY } from '#tests/support/team/desk.ts';
import { type TeamMember, teamMember } from '#tests/support/team/team-member.ts';

const MINUTE_MS = 60_000;
const PAGE = `/advisories/${ADVISORY.slug}`;
/** In each language, where it stands and what it says of a promise that is broken. */
const LATE = [
  ['', 'The update that we promised by'],
  ['/de', 'zugesagte Nachricht verspätet sich'],
  ['/ar', 'تأخّر التحديث الذي وعدنا به'],
] as const;

let site: Served;
let team: TeamMember[];
beforeAll(async () => {
  site = await serveBuild();
  team = [await teamMember(site, ['author']), await teamMember(site, ['approver'])];
}, 180_000);
afterAll(() => site?.close());

/** Publishes facts that promise an update so many milliseconds from now, on a whole minute, as if that had been two hours ago. */
async function promise(inMs: number): Promise<string> {
  const { db } = site.database;
  const by = new Date(Math.floor((Date.now() + inMs) / MINUTE_MS) * MINUTE_MS).toISOString();
  const [{ id, json, incidentId }] = (await db.factsRevision.findMany({ where: { incident: { slug: ADVISORY.slug } }, orderBy: { id: 'desc' }, take: 1 })) as [
    FactsRevision,
  ];
  const data = { incidentId, hash: by, createdAt: new Date(), json: { ...(json as object), nextUpdateBy: by } };
  const renewed = await db.factsRevision.create({ data });
  const newest = await db.edition.findFirstOrThrow({ orderBy: { number: 'desc' } });
  await db.edition.create({ data: { number: newest.number + 1, publishedAt: new Date(), siteRevisionId: newest.siteRevisionId } });
  await db.$executeRaw`
    UPDATE "Publication" SET "factsRevisionId" = ${renewed.id}, "editionNumber" = ${newest.number + 1}, "publishedAt" = "publishedAt" - interval '2 hours'
    WHERE "factsRevisionId" = ${id}`;
  return by;
}

/** Has the worker look now, as it does each minute by itself, and waits until it has and all of it is mailed. */
async function lookAgain(...jobs: ('warn-of-promises' | 'say-late')[]): Promise<void> {
  const { db } = site.database;
  for (const name of jobs) await db.$executeRaw`SELECT graphile_worker.add_job(${name}, '{}'::json)`;
  const left = async () => {
    const [{ n }] = await db.$queryRaw<[{ n: number }]>`
      SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier IN ('warn-of-promises', 'say-late', 'mail-promise')`;
    return n;
  };
  await waitFor(
    async () => (await left()) === 0,
    60_000,
    () => site.worker.lastLines(),
  );
}

const read = async (path: string, cookie = '') => (await fetch(site.url + path, { headers: { cookie } })).text();
/** The words of the front page, as an author reads it. */
async function studio([{ cookie }] = team as [TeamMember]): Promise<string> {
  return (await read('/studio', `${cookie.name}=${cookie.value}`)).replace(/<[^>]*>/g, '');
}

test('half an hour before a promise is due its team is told, by one mail each and on the front page, and readers are told nothing', async () => {
  await promise(29 * MINUTE_MS);
  await lookAgain('warn-of-promises', 'warn-of-promises');
  for (const { account } of team) await mailsTo(site, account.email);
  await lookAgain('warn-of-promises', 'say-late');
  for (const { account } of team) {
    const mails = await mailsTo(site, account.email);
    expect(mails.map(({ text }) => /The public was promised an update on \S+ by /.test(text))).toEqual([true]);
  }
  expect(await studio()).toContain('is due within half an hour.');
  for (const [language, words] of LATE) expect(await read(language + PAGE)).not.toContain(words);
}, 120_000);

test('once it is broken, everything that readers have says so in their language', async () => {
  const by = await promise(-MINUTE_MS);
  await lookAgain('say-late');
  for (const [language, words] of LATE) {
    const live = async () => JSON.parse(await read(`${language}/live.json`)) as { advisories: Record<string, { lateSince?: string }> };
    await waitFor(
      async () => (await live()).advisories[ADVISORY.slug]?.lateSince === by,
      30_000,
      () => site.server.lastLines(),
    );
    // Its own page, that of all, and what feed readers show: the same words, in each.
    for (const path of [PAGE, '', '/feed.atom', '/feed.rss', '/feed.json']) expect(await read(`${language}${path}` || '/'), language + path).toContain(words);
    expect(await read(language + PAGE)).toContain(`<time dateTime="${by.slice(0, 16)}Z">`);
  }
  const front = await studio();
  expect(front).toMatch(/The promised update on \S+ is late\./);
  expect(front).not.toContain('is due within half an hour.');
}, 120_000);
