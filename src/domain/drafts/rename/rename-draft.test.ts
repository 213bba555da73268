import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startNote } from '#domain/beginnings/start-note.ts';
import { startUpdate } from '#domain/beginnings/start-update.ts';
import type { DoorContext } from '#domain/core/context.ts';
import { loadEdition } from '#domain/publishing/load-edition.ts';
import { publishApproved } from '#domain/publishing/publish-approved.ts';
import { approve } from '#domain/review/approve.ts';
import { readSubmission } from '#domain/review/read-submission.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { ADVISORY, type Desk, deskDatabase, openDesk } from '#tests/support/team/desk.ts';
import { renameDraft } from './rename-draft.ts';

let database: TestDatabase;
let desk: Desk;
let author: DoorContext;
beforeAll(async () => {
  database = await deskDatabase();
  desk = openDesk(database.db);
  author = await desk.member('author');
}, 180_000);
afterAll(async () => {
  await database?.close();
});

/** Standing in every language of the site: one that lacks one is not handed to anybody. */
const note = async (slug: string) => (await startNote(author, { title: 'A note', slug, locales: ['en', 'de', 'ar'], locale: 'en' })).draft;
const noteSource = (slug: string) =>
  `---\ntitle: How we tell you\nslug: ${slug}\nsummary: Where we write first, and what we never ask for.\nlocale: en\ndate: "${new Date().toISOString()}"\n---\n\nWe write here first.\n`;
const rename = (id: number, from: string, slug: string, ctx = author) => renameDraft(ctx, { id, from, slug });
const formerOf = async (slug: string) =>
  (
    await database.db.post.findUniqueOrThrow({ where: { kind_slug: { kind: 'note', slug } }, include: { formerSlugs: { orderBy: { id: 'asc' } } } })
  ).formerSlugs.map((row) => row.slug);

test('a renamed draft has its new word in every language, and who waited for its reader waits no more', async () => {
  const id = await note('first-word');
  await desk.write(author, id, () => noteSource('first-word'));
  const submission = await desk.submit(author, id);
  const other = await desk.member('approver');
  await rename(id, 'first-word', 'second-word', other);
  const drafts = await database.db.draft.findMany({ where: { post: { slug: 'second-word' } } });
  expect(drafts.map(({ source }) => /^slug: (.*)$/m.exec(source)?.[1])).toEqual(['second-word', 'second-word', 'second-word']);
  expect(drafts.every(({ authorIds }) => authorIds.includes(other.actor.kind === 'account' ? other.actor.accountId : 0n))).toBe(true);
  expect(await database.db.submission.findUniqueOrThrow({ where: { id: submission } })).toMatchObject({ state: 'replaced' });
  await expect(rename(id, 'first-word', 'third-word')).rejects.toMatchObject({ kind: 'conflict', reason: 'renamed_meanwhile' });
  await rename(id, 'first-word', 'second-word');
  expect(await formerOf('second-word')).toEqual(['first-word']);
});

test('a word that another text has, or had, is refused, and what is public keeps its own', async () => {
  const [mine] = [await note('mine'), await note('theirs')];
  await rename(mine, 'mine', 'mine-again');
  const third = await note('third');
  for (const slug of ['theirs', 'mine', 'how-we-handle-incidents'])
    await expect(rename(third, 'third', slug)).rejects.toMatchObject({ fields: { slug: 'slug_taken' } });
  for (const slug of ['', 'Grand', 'a b', '-a', 'a--b', 'ä'])
    await expect(rename(third, 'third', slug)).rejects.toMatchObject({ fields: { slug: 'slug_form' } });
  await expect(startNote(author, { title: 'x', slug: 'mine', locales: ['en'], locale: 'en' })).rejects.toMatchObject({ fields: { slug: 'slug_taken' } });
  const live = await desk.open(author, ADVISORY);
  await expect(rename(live, ADVISORY.slug, 'elsewhere')).rejects.toMatchObject({ kind: 'conflict', reason: 'live_already' });
});

test('whatever is renamed to what, each former word leads to one text, and none is a word of another', async () => {
  const words = ['aa', 'bb', 'cc', 'dd', 'ee'];
  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ who: fc.nat(1), to: fc.constantFrom(...words) }), { maxLength: 10 }), async (steps) => {
      round += 1;
      const named = (word: string) => `${word}-${round}`;
      const is = ['one', 'two'].map(named);
      const was: Set<string>[] = [new Set(), new Set()];
      const ids = [await note(is[0] as string), await note(is[1] as string)];
      for (const { who, to } of steps) {
        const slug = named(to);
        const before = is[who] as string;
        const isTaken = is[1 - who] === slug || was[1 - who]?.has(slug);
        const done = await rename(ids[who] as number, before, slug).then(
          () => true,
          () => false,
        );
        expect(done).toBe(!isTaken);
        if (!done || slug === before) continue;
        was[who]?.add(before);
        was[who]?.delete(slug);
        is[who] = slug;
      }
      for (const who of [0, 1]) expect(new Set(await formerOf(is[who] as string))).toEqual(was[who]);
    }),
    { numRuns: 10 },
  );
}, 60_000);

test('two people who rename at once: one of them does', async () => {
  const id = await note('both');
  const done = await Promise.allSettled(['left', 'right'].map((slug) => rename(id, 'both', slug)));
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('an update that was renamed goes out under its new word, and the former one leads there', async () => {
  const { id: post } = await database.db.post.findFirstOrThrow({ where: { slug: ADVISORY.slug } });
  const { draft } = await startUpdate(author, { post, status: 'monitoring', slug: 'third-day', locale: 'en' });
  await rename(draft, 'third-day', 'fourth-day');
  await desk.write(author, draft, () =>
    [
      '---\ntitle: What we know on the fourth day\nslug: fourth-day\nsummary: The way in is closed. Nothing new was found since.\nlocale: en',
      `date: "${new Date().toISOString()}"\nstatus: monitoring\n---\n\nWe looked again at the access records and found nothing new since.\n`,
    ].join('\n'),
  );
  const submission = await desk.submit(author, draft);
  const approver = await desk.member('approver');
  const { sourceHash, factsHash } = await readSubmission(approver, { id: submission });
  await approve(approver, { submission, sourceHash, factsHash });
  await publishApproved(author, { submissions: [submission] });
  const advisory = (await loadEdition(database.db, null))?.posts.find(({ slug }) => slug === ADVISORY.slug);
  expect(advisory?.updates.find(({ slug }) => slug === 'fourth-day')?.formerSlugs).toEqual(['third-day']);
});
