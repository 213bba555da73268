import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DoorContext } from '#domain/core/context.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { readDraft } from './read-draft.ts';
import { saveDraft } from './save-draft.ts';
import { startDraft } from './start-draft.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

let made = 0;

/** A note with one revision, as a push makes it. */
async function note(source = 'First.\n') {
  made += 1;
  const slug = `note-${made}`;
  const { id } = await database.db.post.create({ data: { kind: 'note', slug } });
  await database.db.revision.create({ data: { postId: id, locale: 'en', source, sourceHash: slug, proseHash: slug, createdAt: new Date() } });
  return { kind: 'note', slug, update: '', locale: 'en' } as const;
}

async function author(): Promise<DoorContext> {
  const account = await createAccount(database.db, { roles: ['author'] });
  const { actor } = await createSession(database.db, account);
  return testContext(database.db, actor);
}

test('a text opens from its newest revision, once, whoever comes', async () => {
  const place = await note('As pushed.\n');
  const started = await Promise.all([await author(), await author(), await author()].map((ctx) => startDraft(ctx, place)));
  expect(new Set(started.map(({ id }) => id)).size).toBe(1);
  expect(started.filter(({ isNew }) => isNew)).toHaveLength(1);
  const draft = await readDraft(await author(), { id: started[0]?.id as number });
  expect(draft).toMatchObject({ source: 'As pushed.\n', version: 1, path: `notes/${place.slug}.en.mdx`, kind: 'note' });
});

test('what is not there is not opened', async () => {
  const ctx = await author();
  await expect(startDraft(ctx, { kind: 'note', slug: 'none', update: '', locale: 'en' })).rejects.toMatchObject({ kind: 'not_found' });
  await expect(startDraft(ctx, { ...(await note()), locale: 'de' })).rejects.toMatchObject({ kind: 'not_found' });
  await expect(saveDraft(ctx, { id: 999_999, version: 1, source: '' })).rejects.toMatchObject({ kind: 'not_found' });
  await expect(readDraft(ctx, { id: 999_999 })).rejects.toMatchObject({ kind: 'not_found' });
});

test('a save names the save that it saw, and nobody’s words are written over unseen', async () => {
  // Each person keeps the version that they saw last, saves, and on a conflict reads again: as browsers do.
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ who: fc.nat(2), looks: fc.boolean() }), { maxLength: 12 }), async (steps) => {
      const ctx = await author();
      const { id } = await startDraft(ctx, await note());
      const seen = [1, 1, 1];
      let version = 1;
      let source = 'First.\n';
      for (const [index, { who, looks }] of steps.entries()) {
        if (looks) seen[who] = (await readDraft(ctx, { id })).version;
        const mine = `${who} at ${index}`;
        const saved = await saveDraft(ctx, { id, version: seen[who] as number, source: mine }).catch((error: { reason: string }) => error.reason);
        if (seen[who] === version) {
          expect(saved).toMatchObject({ version: version + 1 });
          version += 1;
          seen[who] = version;
          source = mine;
        } else expect(saved).toBe('draft_moved');
        expect(await readDraft(ctx, { id })).toMatchObject({ version, source });
      }
    }),
    { numRuns: 15 },
  );
});

test('thirty saves of one version at once are one', async () => {
  const ctx = await author();
  const { id } = await startDraft(ctx, await note());
  const saves = await Promise.allSettled(Array.from({ length: 30 }, (_, index) => saveDraft(ctx, { id, version: 1, source: String(index) })));
  expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('who has written in it is kept, and the audit says so once for each', async () => {
  const [one, two] = [await author(), await author()];
  const { id } = await startDraft(one, await note());
  for (const [index, ctx] of [one, one, two, one].entries()) await saveDraft(ctx, { id, version: index + 1, source: String(index) });
  const { authorIds } = await database.db.draft.findUniqueOrThrow({ where: { id } });
  expect(authorIds).toHaveLength(2);
  const entries = await database.db.auditEntry.findMany({ where: { subject: `draft:${id}` }, orderBy: { seq: 'asc' } });
  expect(entries.map(({ verb }) => verb)).toEqual(['drafts/start-draft', 'drafts/save-draft', 'drafts/save-draft']);
});
