import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkContent } from '#compiler/folder/check-content.ts';
import { readContent } from '#compiler/folder/read-content.ts';
import type { Renderer } from '#compiler/render/renderer.ts';
import type { DoorContext } from '#domain/core/context.ts';
import { whatIsLive } from '#domain/publishing/live/what-is-live.ts';
import { publishContent } from '#domain/publishing/publish.ts';
import { pushContent } from '#domain/publishing/push.ts';
import { LOCALES } from '#paths';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { operator, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { sampleFiles, writeContent } from '#tests/support/sample-content.ts';
import { samplePicture } from '#tests/support/sample-pictures.ts';
import { startTestRenderer } from '#tests/support/test-renderer.ts';
import { checkDraft } from './check-draft.ts';
import { previewDraft } from './preview-draft.ts';
import { readDraft } from './read-draft.ts';
import { saveDraft } from './save-draft.ts';
import { startDraft } from './start-draft.ts';

const NOTE = 'notes/how-we-work.en.mdx';
let database: TestDatabase;
let renderer: Renderer;
let content: Awaited<ReturnType<typeof writeContent>>;
let renders = 0;
let id: number;

beforeAll(async () => {
  [database, renderer] = await Promise.all([testDatabase(), startTestRenderer()]);
  const files = sampleFiles();
  files[NOTE] = `${files[NOTE]}\n![A plan](plan.png)\n`;
  content = await writeContent(files);
  await writeFile(join(content.dir, dirname(NOTE), 'plan.png'), await samplePicture({ colour: '#c00' }));
  await publishFrom(content.dir);
  const started = await startDraft(await author(), { kind: 'note', slug: 'how-we-work', update: '', locale: 'en' });
  id = started.id;
}, 60_000);
afterAll(async () => {
  await renderer?.close();
  await database?.close();
  await content?.remove();
});

async function publishFrom(contentDir: string): Promise<void> {
  const base = testContext(database.db, operator);
  const ctx = { ...base, config: { ...base.config, contentDir, shiftMs: 0, demo: true } };
  const { texts, site } = await pushContent(ctx, {});
  await publishContent(ctx, { texts, site });
}

async function author(by: Renderer = renderer): Promise<DoorContext> {
  const { actor } = await createSession(database.db, await createAccount(database.db, { roles: ['author'] }));
  const counted: Renderer = {
    ...by,
    render(input) {
      renders += 1;
      return by.render(input);
    },
  };
  return testContext(database.db, actor, { renderer: () => counted });
}

async function save(ctx: DoorContext, source: string): Promise<void> {
  const { version } = await readDraft(ctx, { id });
  await saveDraft(ctx, { id, version, source });
}

/** What `candor content check` says of the note in the folder. */
async function checked(source: string) {
  const path = join(content.dir, NOTE);
  await writeFile(path, source);
  const folder = await readContent(content.dir, { shiftMs: 0, now: new Date() });
  const [verdict] = await checkContent(folder, renderer, new Set([path]), await whatIsLive(database.db, folder.site?.locales ?? LOCALES));
  return verdict?.findings;
}

const HEAD = '---\ntitle: How we work\nslug: how-we-work\nsummary: What it is about.\nlocale: en\ndate: 2014-05-27\n---\n';
const PARTS = [
  'Plain words.',
  '\n\nimport fs from "node:fs"\n\n',
  'Text {process.exit(1)} more',
  '<script>alert(1)</script>',
  '<Evil />',
  '<Time at="tomorrow" />',
  '<Platforms />',
  '[go to it](javascript:alert(1))',
  '[tempo.example](https://evil.example/)',
  '[elsewhere](/advisories/none)',
  '![A plan](plan.png)',
  '![A map](gone.png)',
  '![](plan.png)',
  'pay\u202Egnp.exe',
  '\n\n## A heading\n\n',
  '<Note>\n\na',
];

describe('a draft is judged as the folder is', () => {
  test('whatever stands in it', async () => {
    const ctx = await author();
    const texts = fc.tuple(
      fc.constantFrom(HEAD, '', HEAD.replace('how-we-work', 'other'), '---\ntitle: x\n'),
      fc.array(fc.constantFrom(...PARTS), { maxLength: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(texts, async ([head, parts]) => {
        const source = head + parts.join(' ');
        await save(ctx, source);
        expect((await checkDraft(ctx, { id })).findings).toEqual(await checked(source));
      }),
      { numRuns: 40, examples: PARTS.map((part) => [[HEAD, [part]]] as [[string, string[]]]) },
    );
  });

  test('every text that is live passes, with its pictures', async () => {
    const ctx = await author();
    await save(ctx, `${HEAD}![A plan](plan.png)\n`);
    expect(await checkDraft(ctx, { id })).toMatchObject({ ok: true, findings: [] });
    const drafts = await startDraft(ctx, { kind: 'advisory', slug: 'access', update: '', locale: 'en' });
    expect(await checkDraft(ctx, { id: drafts.id })).toMatchObject({ ok: true, version: 1 });
  });
});

test('what takes too long to read is read once a save, and its writer is told; another’s draft is judged meanwhile', async () => {
  const timeoutMs = 5_000;
  const hasty = startTestRenderer({ timeoutMs, warm: 2 });
  try {
    const [ctx, reader] = [await author(hasty), await author(hasty)];
    const another = await startDraft(ctx, { kind: 'advisory', slug: 'access', update: '', locale: 'de' });
    await save(ctx, HEAD + '*a_'.repeat(80_000));
    const slow = checkDraft(ctx, { id });
    const other = checkDraft(reader, { id: another.id });
    expect(await Promise.race([slow, other])).toMatchObject({ ok: true });
    expect((await slow).findings).toMatchObject([{ rule: 'mdx/too-slow' }]);
    await other;
    const again = performance.now();
    expect((await checkDraft(ctx, { id })).findings).toMatchObject([{ rule: 'mdx/too-slow' }]);
    // Read once more, it would take all the time that it may.
    expect(performance.now() - again).toBeLessThan(timeoutMs);
    await save(ctx, `${HEAD}Short.\n`);
    expect(await checkDraft(ctx, { id })).toMatchObject({ ok: true });
  } finally {
    await hasty.close();
  }
}, 30_000);

test('what takes longer than its asker waits is there when they ask again, until there is another save', async () => {
  const lazy: Renderer = { ...renderer, render: (input) => new Promise((resolve) => setTimeout(() => resolve(renderer.render(input)), 2_100)) };
  const ctx = await author(lazy);
  await save(ctx, `${HEAD}Long.\n`);
  const first = await checkDraft(ctx, { id });
  renders = 0;
  expect(await checkDraft(ctx, { id })).toEqual(first);
  expect(renders).toBe(0);
  await save(ctx, `${HEAD}Longer.\n`);
  expect((await checkDraft(ctx, { id })).version).toBe(first.version + 1);
  expect(renders).toBe(1);
}, 30_000);

test('somebody with two of them at once leaves a child to everybody else', async () => {
  const slow = startTestRenderer({ timeoutMs: 4_000, warm: 2 });
  try {
    const [one, other] = [await author(slow), await author(slow)];
    const drafts = await Promise.all((['en', 'de', 'ar'] as const).map((locale) => startDraft(one, { kind: 'advisory', slug: 'access', update: '', locale })));
    const [english, german, arabic] = drafts.map((draft) => draft.id) as [number, number, number];
    await checkDraft(other, { id: arabic });
    for (const draft of [english, german]) {
      const { version, source } = await database.db.draft.findUniqueOrThrow({ where: { id: draft } });
      await saveDraft(one, { id: draft, version, source: source + '*a_'.repeat(60_000) });
    }
    const held = [checkDraft(one, { id: english }), checkDraft(one, { id: german })];
    expect(await Promise.race([...held, checkDraft(other, { id: arabic })])).toMatchObject({ version: 1 });
    for (const { findings } of await Promise.all(held)) expect(findings).toMatchObject([{ rule: 'mdx/too-slow' }]);
  } finally {
    await slow.close();
  }
}, 30_000);

describe('what would be read', () => {
  test('is the page of the edition with the draft in it; with an error, as it was before', async () => {
    const ctx = await author();
    await save(ctx, `${HEAD}New words. ![A plan](plan.png)\n`);
    const lead = async () => (await previewDraft(ctx, { id }))?.edition.posts[0]?.texts.en?.rendered.lead;
    expect(await lead()).toContain('New words. <img src="/pictures/');
    await save(ctx, `${HEAD}<script>alert(1)</script>\n`);
    expect(await lead()).toContain('New words.');
    expect(await previewDraft(ctx, { id })).toMatchObject({ path: '/blog/how-we-work', edition: { posts: [{ slug: 'how-we-work' }] } });
  });

  test('of what is not there is nothing', async () => {
    const ctx = await author();
    await expect(previewDraft(ctx, { id: 999_999 })).rejects.toMatchObject({ kind: 'not_found' });
    await expect(checkDraft(ctx, { id: 999_999 })).rejects.toMatchObject({ kind: 'not_found' });
  });
});

test('a hundred who ask at once wait for two checks of one draft, and one person for four answers', async () => {
  const people = await Promise.all(Array.from({ length: 25 }, author));
  await checkDraft(people[0] as DoorContext, { id });
  renders = 0;
  const answers = await Promise.allSettled(people.flatMap((ctx) => [1, 2, 3, 4].map(() => checkDraft(ctx, { id }))));
  expect(answers.map(({ status }) => status)).not.toContain('rejected');
  // The note stands in the folder in one language.
  expect(renders).toBeLessThanOrEqual(2);
  const five = await Promise.allSettled([1, 2, 3, 4, 5].map(() => checkDraft(people[0] as DoorContext, { id })));
  expect(five.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { kind: 'too_many' } }]);
  // Nothing is held back afterwards.
  expect(await checkDraft(people[0] as DoorContext, { id })).toMatchObject({ findings: expect.any(Array) });
});
