import { afterAll, beforeAll, expect, test } from 'vitest';
import { discardDraft } from '#domain/drafts/discard-draft.ts';
import { readDiscard } from '#domain/drafts/read-discard.ts';
import { startIncident } from '#domain/beginnings/start-incident.ts';
import { startNote } from '#domain/beginnings/start-note.ts';
import { startUpdate } from '#domain/beginnings/start-update.ts';
import { publishApproved } from '#domain/publishing/publish-approved.ts';
import { approve } from '#domain/review/approve.ts';
import { readSubmission } from '#domain/review/read-submission.ts';
import { readVerdict } from '#domain/review/read-verdict.ts';
import { readIncidents } from '#domain/studio/read-incidents.ts';
import type { DoorContext } from '#domain/core/context.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { ADVISORY, type Desk, deskDatabase, openDesk } from '#tests/support/team/desk.ts';
import { readFactsDraft } from './read-facts-draft.ts';
import { saveFactsFields } from './save-facts-fields.ts';
import { saveFactsSource } from './save-facts-source.ts';

let database: TestDatabase;
let desk: Desk;
let author: DoorContext;
let colleague: DoorContext;
let approver: DoorContext;
beforeAll(async () => {
  database = await deskDatabase();
  desk = openDesk(database.db);
  [author, colleague, approver] = await Promise.all([desk.member('author'), desk.member('author', 'approver'), desk.member('approver')]);
}, 60_000);
afterAll(async () => {
  await database.close();
});

let begun = 0;
const minute = (ago = 60_000) => new Date(Date.now() - ago).toISOString().slice(0, 16);
/** A new incident, which is ready to be approved as it is. */
async function holding(ctx = author) {
  begun += 1;
  const { incident, slug } = await startIncident(ctx, { template: 'holding', title: `Odd traffic ${begun}`, slug: '', detectedAt: minute(), locale: 'en' });
  const drafts = await database.db.draft.findMany({ where: { post: { slug } }, orderBy: { id: 'asc' } });
  return { incident, slug, drafts, draft: drafts.find(({ locale }) => locale === 'en')?.id as number };
}
const seen = async (incident: number) => {
  const { version, base } = await readFactsDraft(author, { incident });
  return { incident, version, base };
};
const decided = async (ctx: DoorContext, submission: number) => {
  const { sourceHash, factsHash } = await readSubmission(ctx, { id: submission });
  return { submission, sourceHash, factsHash };
};

test('an incident begins with its facts and a text in every language of the site, in one', async () => {
  const { incident, slug, drafts } = await holding();
  expect(slug).toBe(`odd-traffic-${begun}`);
  expect(drafts.map(({ locale }) => locale).sort()).toEqual(['ar', 'de', 'en']);
  const facts = await readFactsDraft(author, { incident });
  expect(facts).toMatchObject({ slug, version: 1, base: 0, other: null });
  expect(facts.form?.entries.find(({ name }) => name === 'title.en')?.shown).toBe(`Odd traffic ${begun}`);
  expect(facts.gaps.filter(({ kind }) => kind !== 'unknown')).toEqual([]);
});

test.each([
  [{ slug: 'Not a slug' }, { slug: 'slug_form' }],
  [{ slug: 'a'.repeat(81) }, { slug: 'slug_long' }],
  [{ slug: 'internal-systems-access' }, { slug: 'slug_taken' }],
  [{ title: ' ' }, { title: 'title_missing' }],
  [{ detectedAt: 'soon' }, { detectedAt: 'moment_wrong' }],
  [{ detectedAt: '2026-13-40T00:00' }, { detectedAt: 'moment_wrong' }],
  [{ detectedAt: '2999-01-01T00:00' }, { detectedAt: 'moment_ahead' }],
])('%j is refused, and nothing is made', async (wrong, fields) => {
  const before = await database.db.incident.count();
  const given = { template: 'holding', title: 'Odd', slug: '', detectedAt: minute(), locale: 'en', ...wrong } as const;
  await expect(startIncident(author, given)).rejects.toMatchObject({ kind: 'invalid', fields });
  expect(await database.db.incident.count()).toBe(before);
});

test('ten who begin the same at once get a slug and a number each, and one who named it', async () => {
  const same = { template: 'false_alarm', title: 'All at once', detectedAt: minute(), locale: 'en' } as const;
  const made = await Promise.all(Array.from({ length: 5 }, async () => startIncident(await desk.member('author'), { ...same, slug: '' })));
  expect(new Set(made.map(({ slug }) => slug)).size).toBe(5);
  const numbers = await Promise.all(made.map(async ({ incident }) => /^noticeId: (.*)$/m.exec((await readFactsDraft(author, { incident })).source)?.[1]));
  expect(new Set(numbers).size).toBe(5);
  const named = await Promise.allSettled(Array.from({ length: 5 }, async () => startIncident(await desk.member('author'), { ...same, slug: 'by-name' })));
  expect(named.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('the number of another incident that is live is refused before anybody reads it', async () => {
  const { incident, draft } = await holding();
  const { source } = await readFactsDraft(author, { incident });
  await saveFactsSource(author, { ...(await seen(incident)), source: source.replace(/^noticeId: .*$/m, 'noticeId: TMP-12') });
  expect(await readVerdict(author, { id: draft })).toMatchObject({
    final: [{ message: expect.stringMatching(/^incident\.yaml, \d+:1: "internal-systems-access" has the number TMP-12 too/) }],
  });
  await expect(desk.submit(author, draft)).rejects.toMatchObject({ kind: 'invalid' });
  await saveFactsSource(author, { ...(await seen(incident)), source });
  await desk.submit(author, draft);
});

test('facts go with the first text that is submitted, to somebody who wrote neither', async () => {
  const { incident, drafts, draft } = await holding();
  await saveFactsFields(colleague, { ...(await seen(incident)), fields: { 'howFound.en': 'A member of staff saw odd traffic.' }, add: '', remove: '' });
  const submission = await desk.submit(author, draft);
  const [revision] = await database.db.factsRevision.findMany({ where: { incidentId: incident } });
  expect(revision?.authorIds).toHaveLength(2);
  // The colleague wrote no word of the text, and of the facts.
  await expect(approve(colleague, await decided(colleague, submission))).rejects.toMatchObject({ reason: 'own_words' });
  await approve(approver, await decided(approver, submission));
  // A second language goes with the same facts, and leaves the approval as it is.
  const german = drafts.find(({ locale }) => locale === 'de')?.id as number;
  const second = await desk.submit(author, german);
  expect(await database.db.factsRevision.count({ where: { incidentId: incident } })).toBe(1);
  expect((await readSubmission(author, { id: submission })).holds).toBe(true);
  // New facts end what was approved, in every language; they stand once a text goes with them.
  await saveFactsFields(author, { ...(await seen(incident)), fields: { 'howFound.en': 'A customer told us.' }, add: '', remove: '' });
  expect((await readSubmission(author, { id: submission })).holds).toBe(true);
  await desk.submit(author, draft);
  expect((await readSubmission(author, { id: submission })).holds).toBe(false);
  await expect(approve(approver, await decided(approver, second))).rejects.toMatchObject({ reason: 'moved_on' });
});

test('comments of the facts outlive their submission, and a push that brings others is seen first', async () => {
  const { incident, slug, draft } = await holding();
  const { source } = await readFactsDraft(author, { incident });
  const own = `# Ours: ask the night shift.\n${source}`;
  await saveFactsSource(author, { ...(await seen(incident)), source: own });
  await desk.submit(author, draft);
  const after = await readFactsDraft(author, { incident });
  expect(after.source).toBe(own);
  expect(after.base).toBeGreaterThan(0);
  await saveFactsFields(author, { ...(await seen(incident)), fields: { 'howFound.en': 'Mine.' }, add: '', remove: '' });
  const stale = await seen(incident);
  const [newest] = await database.db.factsRevision.findMany({ where: { incidentId: incident } });
  const json = { ...(newest?.json as object), noticeId: 'SEC-PUSHED' };
  await database.db.factsRevision.create({ data: { incidentId: incident, json, hash: 'pushed', createdAt: new Date() } });
  const moved = await readFactsDraft(author, { incident });
  expect(moved.other).toContain('SEC-PUSHED');
  expect(moved.source).toContain('Mine.');
  expect((await readVerdict(author, { id: draft })).final[0]?.message).toContain('Other facts came in');
  await expect(saveFactsSource(author, { ...stale, source: moved.source })).rejects.toMatchObject({ reason: 'draft_moved' });
  await saveFactsSource(author, { ...(await seen(incident)), source: moved.source });
  expect((await readFactsDraft(author, { incident })).other).toBeNull();
  await desk.submit(author, draft);
  expect(slug).not.toBe('');
});

test('nothing is submitted before the facts are whole', async () => {
  const { incident, draft } = await holding();
  await saveFactsFields(author, { ...(await seen(incident)), fields: {}, add: 'dataInvolved', remove: '' });
  const { final } = await readVerdict(author, { id: draft });
  expect(final[0]?.message).toMatch(/facts of this incident are not whole: 3 things/);
  await expect(desk.submit(author, draft)).rejects.toMatchObject({ kind: 'invalid' });
  await saveFactsFields(author, { ...(await seen(incident)), fields: {}, add: '', remove: 'dataInvolved.0' });
  await desk.submit(author, draft);
});

test('facts of a folder are written in the studio as they are, and change nothing unread', async () => {
  const { incidentId } = await database.db.post.findFirstOrThrow({ where: { slug: ADVISORY.slug } });
  const incident = incidentId as number;
  const read = await readFactsDraft(author, { incident });
  expect([read.version, read.gaps.filter(({ kind }) => kind !== 'unknown')]).toEqual([0, []]);
  const fields = Object.fromEntries(read.form?.entries.map(({ name, shown }) => [name, shown]) ?? []);
  const same = await saveFactsFields(author, { ...(await seen(incident)), fields, add: '', remove: '' });
  expect(same).toMatchObject({ version: 0, savedAt: null });
  // The same facts, written again, are the same revision.
  await saveFactsSource(author, { ...(await seen(incident)), source: `# One more comment.\n${read.source}` });
  const revisions = await database.db.factsRevision.count({ where: { incidentId: incident } });
  const draft = await desk.open(author, ADVISORY);
  await desk.write(author, draft, (text) => text.replace('of one account', 'of 1 account'));
  await desk.submit(author, draft);
  expect(await database.db.factsRevision.count({ where: { incidentId: incident } })).toBe(revisions);
});

test('twenty saves of one version at once are one', async () => {
  const { incident } = await holding();
  const at = await seen(incident);
  const save = (index: number) => saveFactsFields(author, { ...at, fields: { 'howFound.en': `Way ${index}.` }, add: '', remove: '' });
  const saves = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => save(index)));
  expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('an update begins in the languages of its advisory, a note in those that are named', async () => {
  const { id: post } = await database.db.post.findFirstOrThrow({ where: { slug: ADVISORY.slug } });
  const { update } = await startUpdate(author, { post, status: 'identified', slug: '', locale: 'de' });
  const drafts = await database.db.draft.findMany({ where: { updateId: update } });
  expect(drafts.map(({ locale }) => locale).sort()).toEqual(['ar', 'de', 'en']);
  await expect(startUpdate(author, { post: 999_999, status: 'identified', slug: '', locale: 'en' })).rejects.toMatchObject({ kind: 'not_found' });
  const { draft, texts } = await startNote(author, { title: 'Über Schlüssel & Ärger', slug: '', locales: ['de', 'en'], locale: 'de' });
  expect(texts).toBe(2);
  const note = await database.db.draft.findUniqueOrThrow({ where: { id: draft }, include: { post: true } });
  expect([note.locale, note.post.slug]).toEqual(['de', 'uber-schlussel-arger']);
  expect(note.source).toContain('title: Über Schlüssel & Ärger');
  await expect(startNote(author, { title: 'x', slug: '', locales: [], locale: 'de' })).rejects.toMatchObject({ fields: { locales: 'locales_missing' } });
});

test('what was never published is thrown away, in one language or whole; once it is out, never', async () => {
  const { incident, slug, drafts, draft } = await holding();
  const goes = await readDiscard(author, { id: draft });
  expect([goes.isLive, goes.languages.length]).toEqual([false, 3]);
  await expect(discardDraft(author, { id: draft, version: 99, scope: 'text' })).rejects.toMatchObject({ reason: 'draft_moved' });
  await discardDraft(author, { id: drafts.find(({ locale }) => locale === 'ar')?.id as number, version: 3, scope: 'language' });
  await startUpdate(author, { post: drafts[0]?.postId as number, status: 'investigating', slug: 'first-word', locale: 'en' });
  await discardDraft(author, { id: draft, version: 2, scope: 'text' });
  expect(await database.db.incident.count({ where: { id: incident } })).toBe(0);
  expect(await database.db.post.count({ where: { slug } })).toBe(0);
  // Its word is free again.
  await startIncident(author, { template: 'holding', title: 'Again', slug, detectedAt: minute(), locale: 'en' });

  const submitted = await holding();
  const submission = await desk.submit(author, submitted.draft);
  await discardDraft(author, { id: submitted.draft, version: 3, scope: 'text' });
  expect(await database.db.submission.findUnique({ where: { id: submission } })).toMatchObject({ state: 'replaced' });
  expect((await readIncidents(author, {})).find(({ id }) => id === submitted.incident)?.texts).toEqual([]);

  const live = await holding();
  const out = await desk.submit(author, live.draft);
  await approve(approver, await decided(approver, out));
  await publishApproved(approver, { submissions: [out] });
  await expect(discardDraft(author, { id: live.draft, version: 3, scope: 'text' })).rejects.toMatchObject({ reason: 'live_already' });
  await expect(
    discardDraft(author, { id: live.drafts.find(({ locale }) => locale === 'de')?.id as number, version: 3, scope: 'language' }),
  ).rejects.toMatchObject({ reason: 'live_already' });
});

test('the list of incidents says how each text stands', async () => {
  const { incident, draft } = await holding();
  const own = async () => (await readIncidents(author, {})).find(({ id }) => id === incident);
  expect(await own()).toMatchObject({ status: null, factsOpen: true, texts: [{ kind: 'advisory' }] });
  const states = async () => (await own())?.texts[0]?.languages.map(({ locale, state }) => `${locale} ${state}`).sort();
  expect(await states()).toEqual(['ar writing', 'de writing', 'en writing']);
  const submission = await desk.submit(author, draft);
  expect(await states()).toEqual(['ar writing', 'de writing', 'en waiting']);
  await approve(approver, await decided(approver, submission));
  expect(await states()).toEqual(['ar writing', 'de writing', 'en approved']);
  await publishApproved(approver, { submissions: [submission] });
  expect(await states()).toEqual(['ar writing', 'de writing', 'en live']);
  expect(await own()).toMatchObject({ status: 'investigating', factsOpen: false });
});
