import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountActor, DoorContext } from '#domain/core/context.ts';
import { publishApproved } from '#domain/publishing/publish-approved.ts';
import { approve } from '#domain/review/approve.ts';
import { readSubmission } from '#domain/review/read-submission.ts';
import { readFrontPage } from '#domain/studio/read-front-page.ts';
import { followSource } from '#domain/translations/follow-source.ts';
import { listTranslations } from '#domain/translations/list-translations.ts';
import { readSource } from '#domain/translations/read-source.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { ADVISORY, type Desk, deskDatabase, openDesk } from '#tests/support/team/desk.ts';
import { outcomeOf } from '#tests/support/verbs/outcome-of.ts';
import { newestEvents } from './newest-events.ts';
import { readHistory } from './read-history.ts';
import { readRecord } from './record/read-record.ts';

let database: TestDatabase;
let desk: Desk;
let author: DoorContext;
let approver: DoorContext;
beforeAll(async () => {
  database = await deskDatabase();
  desk = openDesk(database.db);
  [author, approver] = [await desk.member('author'), await desk.member('approver')];
}, 120_000);
afterAll(async () => {
  await database.close();
});

const GERMAN = { ...ADVISORY, locale: 'de' } as const;

async function publish(draft: number): Promise<void> {
  const submission = await desk.submit(author, draft);
  const { sourceHash, factsHash } = await readSubmission(approver, { id: submission });
  await approve(approver, { submission, sourceHash, factsHash });
  await publishApproved(author, { submissions: [submission] });
}

const olderOnes = async () => (await readFrontPage(author, { locale: 'en' })).troubles.flatMap((one) => (one.kind === 'older' ? [one.text] : []));
const german = async () => {
  const { texts } = await listTranslations(author, { locale: 'en' });
  return texts.find(({ slug, update }) => slug === ADVISORY.slug && update === null)?.cells.find(({ locale }) => locale === 'de');
};

test('what is pushed together is current; what is only submitted makes its translations older in the studio, and what is published to their readers', async () => {
  expect(await olderOnes()).toEqual([]);
  expect(await german()).toMatchObject({ state: 'current', since: null, draft: null, submission: null });
  const english = await desk.open(author, ADVISORY);
  await desk.write(author, english, (text) => text.replace('We ask 38,412', 'For safety we ask 38,412'));
  expect(await olderOnes()).toEqual([]);
  const submission = await desk.submit(author, english);
  expect(await olderOnes()).toMatchObject(
    [
      { locale: 'de', source: 'en', isShown: false },
      { locale: 'ar', source: 'en', isShown: false },
    ].sort((a, b) => (a.locale < b.locale ? -1 : 1)),
  );
  const { sourceHash, factsHash } = await readSubmission(approver, { id: submission });
  await approve(approver, { submission, sourceHash, factsHash });
  await publishApproved(author, { submissions: [submission] });
  expect((await olderOnes()).every(({ isShown }) => isShown)).toBe(true);
  expect(await german()).toMatchObject({ state: 'older', since: expect.any(String), revisions: 1 });
}, 60_000);

test('a translator sees what changed, says once that the words follow, and what goes out names it', async () => {
  const draft = await desk.open(author, GERMAN);
  const { source, languages } = await readSource(author, { draft });
  expect(source).toMatchObject({ locale: 'en', named: { number: 1 }, newest: { number: 2 }, isOlder: true });
  expect(source?.lines.flatMap(({ parts }) => parts).filter(({ kind }) => kind === 'ins')).toHaveLength(1);
  expect(languages.map(({ locale, state }) => [locale, state])).toEqual([
    ['en', 'source'],
    ['de', 'older'],
    ['ar', 'older'],
  ]);
  const [named, revision] = [source?.named?.id as number, source?.newest.id as number];
  expect(await outcomeOf(followSource(author, { draft, named, revision: named }))).toBe('source_moved');
  expect(await outcomeOf(followSource(author, { draft, named: null, revision }))).toBe('source_moved');
  expect(await outcomeOf(followSource(author, { draft, named, revision }))).toBe('done');
  expect(await outcomeOf(followSource(author, { draft, named, revision }))).toBe('done');
  expect(await german()).toMatchObject({ state: 'older', draft });
  // Not a word of it is other: that it follows is a revision of its own.
  await publish(draft);
  expect(await german()).toMatchObject({ state: 'current', revisions: 2, draft: null });
  expect((await olderOnes()).map(({ locale }) => locale)).toEqual(['ar']);
  const english = await desk.open(author, ADVISORY);
  expect((await readSource(author, { draft: english })).source).toBeNull();
}, 60_000);

test('a language that a text lacks begins as its source, and names it', async () => {
  const { db } = database;
  const post = await db.post.findFirstOrThrow({ where: { slug: 'where-to-get-our-apps' } });
  const texts = await db.revision.findMany({ where: { postId: post.id, locale: 'ar' }, select: { id: true } });
  await db.publication.deleteMany({ where: { revisionId: { in: texts.map(({ id }) => id) } } });
  await db.revision.deleteMany({ where: { id: { in: texts.map(({ id }) => id) } } });
  const draft = await desk.open(author, { kind: 'note', slug: 'where-to-get-our-apps', update: '', locale: 'ar' });
  const english = await db.revision.findFirstOrThrow({ where: { postId: post.id, locale: 'en' } });
  const begun = await db.draft.findUniqueOrThrow({ where: { id: draft } });
  expect(begun).toMatchObject({ translationOfId: english.id, source: english.source.replace('locale: en', 'locale: ar') });
  const { texts: listed } = await listTranslations(author, { locale: 'en' });
  expect(listed.find(({ postId }) => postId === post.id)?.cells.find(({ locale }) => locale === 'ar')).toMatchObject({ state: 'missing', draft });
});

test('history has each revision with what became of it, and compares only what belongs to the text', async () => {
  const { id, incidentId } = await database.db.post.findFirstOrThrow({ where: { slug: ADVISORY.slug } });
  const history = await readHistory(author, { id });
  const [text] = history.texts;
  expect(text?.update).toBeNull();
  expect(
    text?.revisions.filter(({ locale }) => locale === 'de').map(({ number, isLive, follows, sameAs }) => [number, isLive, follows?.number, sameAs]),
  ).toEqual([
    [2, true, 2, 1],
    [1, false, 1, null],
  ]);
  expect(new Set(history.events.map(({ kind }) => kind))).toEqual(new Set(['pushed', 'submitted', 'approved', 'published']));
  const [is, was] = text?.revisions.filter(({ locale }) => locale === 'en').map((one) => one.id) ?? [];
  const { compared } = await readHistory(author, { id, was: was as number, is: is as number });
  expect(compared).toMatchObject({ was: { number: 1 }, is: { number: 2 } });
  const other = await database.db.revision.findFirstOrThrow({ where: { postId: { not: id } } });
  expect(await outcomeOf(readHistory(author, { id, read: other.id }))).toBe('not_found');
  expect((await newestEvents(author, { page: 1 })).events.length).toBeGreaterThan(3);
  expect(incidentId).not.toBeNull();
});

test('an incident’s record says what was said when, with its hashes and its entries in the log, and that it was taken', async () => {
  const { id } = await database.db.incident.findFirstOrThrow({ where: { slug: ADVISORY.slug } });
  expect(await outcomeOf(readRecord(author, { id }))).toBe('role');
  expect(await outcomeOf(readRecord(approver, { id: 99_999 }))).toBe('not_found');
  const record = await readRecord(approver, { id });
  expect(record.head).toMatchObject({ incident: { slug: ADVISORY.slug }, approvals: [{ revision: 2 }, { revision: 2 }], facts: [{ number: 1 }] });
  expect(record.head.changes.every(({ path, edition }) => path.startsWith('incidents/') && edition > 1)).toBe(true);
  const publications = await Array.fromAsync(record.publications);
  const rendering = await database.db.$queryRaw<{ hash: string }[]>`
    SELECT encode(sha256(convert_to(r.json::text, 'UTF8')), 'hex') AS hash FROM "Publication" p JOIN "Rendering" r ON r.id = p."renderingId" ORDER BY p.id DESC LIMIT 1`;
  expect(publications.at(-1)).toMatchObject({ path: `incidents/${ADVISORY.slug}/advisory.de.mdx`, edition: 3, renderingHash: rendering[0]?.hash });
  const entries = await Array.fromAsync(record.audit);
  expect(entries.map(({ verb }) => verb)).toEqual(expect.arrayContaining(['review/submit-draft', 'review/approve', 'translations/follow-source']));
  const { accountId } = approver.actor as AccountActor;
  const taken = { verb: 'history/record/read-record', outcome: 'done', actor: `account:${accountId}`, subject: `incident:${id}` };
  expect(await database.db.auditEntry.count({ where: taken })).toBe(1);
});
