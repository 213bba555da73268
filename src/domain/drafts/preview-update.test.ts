import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DoorContext } from '#domain/core/context.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { type Desk, deskDatabase, openDesk } from '#tests/support/team/desk.ts';
import { checkDraft } from './check-draft.ts';
import { previewAccount } from './accounts/preview-account.ts';
import { previewDraft } from './preview-draft.ts';

let database: TestDatabase;
let desk: Desk;
let author: DoorContext;
/** Of an update of an advisory that nobody has published. */
let id: number;
beforeAll(async () => {
  database = await deskDatabase();
  desk = openDesk(database.db);
  author = await desk.member('author');
  const { db } = database;
  const facts = await db.factsRevision.findFirstOrThrow();
  const { slug: _slug, id: _id, ...like } = await db.incident.findUniqueOrThrow({ where: { id: facts.incidentId } });
  const incident = await db.incident.create({ data: { ...like, slug: 'not-public' } });
  await db.factsRevision.create({ data: { incidentId: incident.id, json: facts.json as object, hash: 'copy', createdAt: facts.createdAt } });
  const post = await db.post.create({ data: { kind: 'advisory', slug: 'not-public', incidentId: incident.id } });
  const advisory = '---\ntitle: Not public yet\nslug: not-public\nsummary: It is being looked at.\nlocale: en\ndate: 2026-11-20\n---\nWords.\n';
  await db.revision.create({ data: { postId: post.id, locale: 'en', source: advisory, sourceHash: 'a', proseHash: 'a', createdAt: new Date() } });
  const update = await db.update.create({ data: { postId: post.id, slug: 'first-news', status: 'identified', at: new Date('2026-11-20T08:00:00Z') } });
  const head = '---\ntitle: First news\nslug: first-news\nsummary: What is known.\nlocale: en\ndate: 2026-11-20T08:00:00Z\nstatus: identified\n---\n';
  const draft = { postId: post.id, updateId: update.id, locale: 'en', source: `${head}We know the cause.\n`, savedAt: new Date() };
  ({ id } = await db.draft.create({ data: draft }));
}, 60_000);
afterAll(async () => {
  await database?.close();
});

test('an update of what is not public yet is seen where it would stand, under the title of its advisory', async () => {
  // What is missing in other languages is said, and keeps nobody from seeing this one.
  expect(await checkDraft(author, { id })).toMatchObject({ ok: false, shown: true });
  const previewed = await previewDraft(author, { id });
  expect(previewed?.path).toBe('/advisories/not-public/updates/first-news');
  expect(previewed?.edition.posts[0]).toMatchObject({ texts: { en: { title: 'Not public yet' } }, updates: [{ texts: { en: { title: 'First news' } } }] });
});

test('what accounts would be told is made of the facts of the incident; of a note there is nothing', async () => {
  const previewed = await previewAccount(author, { id, state: 'not_affected' });
  expect(previewed?.view.incidents[0]).toMatchObject({ slug: 'not-public', state: 'not_affected' });
  const note = await desk.open(author, { kind: 'note', slug: 'how-we-handle-incidents', update: '', locale: 'en' });
  expect(await previewAccount(author, { id: note, state: 'affected' })).toBeNull();
  await expect(previewAccount(author, { id: 999_999, state: 'done' })).rejects.toMatchObject({ kind: 'not_found' });
});
