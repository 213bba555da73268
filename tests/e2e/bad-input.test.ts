import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '#tests/support/chromium.ts';
import { type Served, serveBuild } from '#tests/support/serve.ts';
import { atStudio, type Studio } from '#tests/support/team/at-studio.ts';
import { type TeamMember, teamMember } from '#tests/support/team/team-member.ts';

const KIB_256 = 256 * 1024;
/** For how long an answer is asked for at most, in milliseconds. How soon it comes is measured: `npm run bench -- --only studio/compile-memory`. */
const ASKED_MS = 40_000;

let site: Served;
let browser: Browser;
let studio: Studio;
let author: TeamMember;
let second: TeamMember;
let other: TeamMember;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveBuild(), launchChromium()]);
  studio = atStudio(site, browser);
  [author, second, other] = [await teamMember(site, ['author']), await teamMember(site, ['author']), await teamMember(site, ['approver'])];
  await studio.ready(author);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

interface Checked {
  version: number;
  ok: boolean;
  findings: { rule: string; line: number; column: number; message: string }[];
}

/** Opens a draft of the note in a language, as somebody; answers its address. */
async function open(member: TeamMember, locale: string, slug = 'how-we-handle-incidents'): Promise<string> {
  const answer = await studio.post('/studio/drafts/start', member, { kind: 'note', slug, update: '', locale });
  return ((await answer.json()) as { to: string }).to;
}
const rowOf = (draft: string) => site.database.db.draft.findUniqueOrThrow({ where: { id: Number(draft.split('/').at(-1)) } });
async function save(draft: string, member: TeamMember, source: string, accept?: string): Promise<Response> {
  return studio.post(`${draft}/save`, member, { version: String((await rowOf(draft)).version), source }, accept);
}

/** What an editor asks until it has an answer. */
async function answered(path: string, member: TeamMember): Promise<Response> {
  const started = performance.now();
  for (;;) {
    const answer = await studio.get(path, member);
    if (answer.ok || performance.now() - started > ASKED_MS) return answer;
    await answer.text();
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
async function checked(draft: string, member: TeamMember): Promise<Checked> {
  return (await (await answered(`${draft}/check`, member)).json()) as Checked;
}

/** How often others are answered before any of the others' answers has come. */
async function answeredBefore(held: Promise<unknown>[], ask: () => Promise<unknown>): Promise<number> {
  let waits = true;
  for (const one of held) void one.then(() => (waits = false));
  for (let times = 0; ; times += 1) {
    await ask();
    if (!waits) return times;
  }
}

/** The head of a text, and words behind it up to so many bytes. */
function ofBytes(source: string, bytes: number): string {
  const head = source.slice(0, source.indexOf('---', 3) + 4);
  const words = `${'We looked at all of it once more. '.repeat(12).trim()}\n\n`;
  return (head + words.repeat(Math.ceil(bytes / words.length))).slice(0, bytes - 1).concat('\n');
}

describe('a text of the greatest size', () => {
  test('is taken by a script and by the form alone, and is shown', async () => {
    const draft = await open(author, 'en');
    const { source } = await rowOf(draft);
    const great = ofBytes(source, KIB_256);
    expect(Buffer.byteLength(great)).toBe(KIB_256);
    expect((await save(draft, author, great)).status).toBe(200);
    expect((await rowOf(draft)).source).toBe(great);
    const byForm = great.replace('We looked', 'We peered');
    expect((await save(draft, author, byForm.replaceAll('\n', '\r\n'), 'text/html')).headers.get('location')).toBe(draft);
    expect((await rowOf(draft)).source).toBe(byForm);
    const shown = await answered(`${draft}/preview`, author);
    expect(shown.status).toBe(200);
    expect(await shown.text()).toContain('We peered at all of it once more.');
    const { findings } = await checked(draft, author);
    expect(findings.map(({ rule }) => rule)).not.toContain('mdx/too-big');
  }, 60_000);

  test('and one byte more is refused with a sentence, and what was typed is still there', async () => {
    const draft = await open(author, 'de');
    const { source } = await rowOf(draft);
    const over = ofBytes(source, KIB_256 + 1);
    const refused = await save(draft, author, over);
    expect([refused.status, await refused.json()]).toMatchObject([422, { errors: { source: 'text_too_big' } }]);
    const { page, close } = await studio.openAs(author, draft, { javaScriptEnabled: false });
    await page.locator('textarea').fill(over);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL('**/studio/drafts/*form=*');
    expect(await page.locator('main').innerText()).toMatch(/256 KiB/);
    expect(await page.locator('textarea').inputValue()).toBe(over);
    await close();
    expect((await rowOf(draft)).source).toBe(source);
    // What no form of ours sends is not even read.
    expect((await save(draft, author, 'é'.repeat(KIB_256))).status).toBe(413);
    expect((await rowOf(draft)).source).toBe(source);
  }, 60_000);
});

/** What stands in a text, and by which rule it is refused. */
const HOSTILE: [name: string, body: string, rule: string][] = [
  ['an attribute that is a program', 'Since <Time at={process.exit()} /> it is so.', 'mdx/expression'],
  ['quotes in quotes', '>'.repeat(50_000), 'mdx/too-deep'],
  ['open brackets', '['.repeat(50_000), 'mdx/too-deep'],
  ['10,000 components that there are not', '<Evil />\n\n'.repeat(10_000), 'mdx/unknown-component'],
  ['signs that the parser weighs against each other', '*a_'.repeat(80_000), 'mdx/too-slow'],
];

describe('a hostile text', () => {
  test.each(HOSTILE)(
    '%s: refused at its place in time, and others are answered meanwhile',
    async (_name, body, rule) => {
      const [draft, theirs] = [await open(author, 'ar'), await open(other, 'en', 'where-to-get-our-apps')];
      const { source } = await rowOf(draft);
      const head = `${source.slice(0, source.indexOf('---', 3) + 4)}\n`;
      expect((await save(draft, author, head + body)).status).toBe(200);
      const refused = checked(draft, author);
      const others = await answeredBefore([refused], () => checked(theirs, other));
      const { findings } = await refused;
      const found = findings.find((finding) => finding.rule === rule);
      expect(found, JSON.stringify(findings.slice(0, 3))).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
      // Time, too, has its place: the text as a whole.
      if (rule !== 'mdx/too-slow') expect(found?.line).toBe(head.split('\n').length);
      expect(found?.message.length).toBeGreaterThan(20);
      // What is refused at once holds up nobody.
      if (rule === 'mdx/too-slow') expect(others).toBeGreaterThan(1);
      await save(draft, author, source);
    },
    60_000,
  );

  test('100,000 stars and 10,000 components that there are come to an end in time, whatever is said of them', async () => {
    const draft = await open(author, 'ar');
    const { source } = await rowOf(draft);
    const head = `${source.slice(0, source.indexOf('---', 3) + 4)}\n`;
    for (const body of ['*'.repeat(100_000), '<Platforms />\n\n'.repeat(10_000)]) {
      await save(draft, author, head + body);
      expect(await checked(draft, author)).toMatchObject({ version: (await rowOf(draft)).version });
    }
    await save(draft, author, source);
  }, 60_000);

  test('two people with one each hold up nobody, the second time as little as the first', async () => {
    const drafts = [await open(author, 'ar'), await open(second, 'de', 'where-to-get-our-apps')] as const;
    const theirs = await open(other, 'en', 'where-to-get-our-apps');
    const sources = await Promise.all(drafts.map(async (draft) => (await rowOf(draft)).source));
    for (const round of [1, 2]) {
      for (const [index, draft] of drafts.entries())
        await save(draft, [author, second][index] as TeamMember, `${sources[index]}\n${'*a_'.repeat(80_000 - round)}`);
      const held = [checked(drafts[0], author), checked(drafts[1], second)];
      expect(await answeredBefore(held, () => checked(theirs, other)), `round ${round}`).toBeGreaterThan(1);
      for (const { findings } of await Promise.all(held)) expect(findings.map(({ rule }) => rule)).toContain('mdx/too-slow');
      expect((await answered(`${theirs}/preview`, other)).status).toBe(200);
    }
  }, 150_000);
});
