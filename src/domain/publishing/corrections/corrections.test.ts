import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DoorContext } from '#domain/core/context.ts';
import { publishAlone } from '#domain/publishing/approved/publish-alone.ts';
import { loadEdition } from '#domain/publishing/load-edition.ts';
import { publishApproved } from '#domain/publishing/publish-approved.ts';
import { approve } from '#domain/review/approve.ts';
import { readSubmission } from '#domain/review/read-submission.ts';
import { factsSchema } from '#model/facts.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { ADVISORY, type Desk, deskDatabase, NOTE, openDesk } from '#tests/support/team/desk.ts';
import { outcomeOf } from '#tests/support/verbs/outcome-of.ts';
import { changedValues } from './changed-values.ts';

let database: TestDatabase;
let desk: Desk;
let author: DoorContext;
let approver: DoorContext;
beforeAll(async () => {
  database = await deskDatabase();
  desk = openDesk(database.db);
  [author, approver] = [await desk.member('author'), await desk.member('approver')];
}, 180_000);
afterAll(async () => {
  await database?.close();
});

const WHY = { en: 'We counted once more, and found others.' };

async function approved(place: Parameters<Desk['open']>[1], change: (text: string) => string): Promise<number> {
  const draft = await desk.open(author, place);
  await desk.write(author, draft, change);
  const submission = await desk.submit(author, draft);
  const { sourceHash, factsHash } = await readSubmission(approver, { id: submission });
  await approve(approver, { submission, sourceHash, factsHash });
  return submission;
}

const shown = async (slug: string) => (await loadEdition(database.db, null))?.posts.find((post) => post.slug === slug)?.texts.en?.corrected;

test('a changed number goes out with a reason only, and stands in the public log as it was, as it is, when and why', async () => {
  const submission = await approved(ADVISORY, (text) => text.replace('of one account', 'of 1 account'));
  const before = await database.db.edition.count();
  expect(await outcomeOf(publishApproved(author, { submissions: [submission] }))).toBe('why_missing');
  expect(await outcomeOf(publishApproved(author, { submissions: [submission], reasons: { en: 'Short.' } }))).toBe('reason_short');
  expect(await database.db.edition.count()).toBe(before);
  const { edition } = await publishApproved(author, { submissions: [submission], reasons: WHY });
  const { publishedAt } = await database.db.edition.findUniqueOrThrow({ where: { number: edition } });
  expect(await shown(ADVISORY.slug)).toEqual([{ at: publishedAt.toISOString(), changes: [{ kind: 'number', was: null, is: '1' }], why: WHY.en }]);
});

test('what changes nothing that readers act on asks for no reason, and leaves no entry', async () => {
  const submission = await approved(NOTE, (text) => `${text}\nOne line more.\n`);
  await publishApproved(author, { submissions: [submission] });
  expect(await shown(NOTE.slug)).toEqual([]);
});

test('one person’s reason in an emergency is that of the change, too', async () => {
  const admin = await desk.member('admin');
  const draft = await desk.open(author, NOTE);
  await desk.write(author, draft, (text) => `${text}\nWrite to us within 12 days.\n`);
  const submission = await desk.submit(author, draft);
  const reason = 'Nobody else can be reached, and keys are in use.';
  await publishAlone(admin, { submissions: [submission], reason });
  expect(await shown(NOTE.slug)).toMatchObject([{ changes: [{ kind: 'number', was: null, is: '12' }], why: reason }]);
});

test('of facts it is what people on a platform are told to do, and when the next word comes', () => {
  const facts = (more: object) => ({ source: '', facts: { platforms: [{ platform: 'android', action: 'none' }], ...more } as never });
  const before = facts({ nextUpdateBy: '2026-11-20T08:00:00Z' });
  expect(changedValues(before, facts({ nextUpdateBy: '2026-11-20T09:00:00+01:00' }), 'en')).toEqual([]);
  const line = { platform: 'android', action: 'upgrade', fixedVersion: '8.2' };
  expect(changedValues(before, facts({ platforms: [line] }), 'en')).toEqual([
    { kind: 'platform', platform: 'android', was: { action: 'none' }, is: { action: 'upgrade', fixedVersion: '8.2' } },
    { kind: 'promise', was: '2026-11-20T08:00:00Z', is: null },
  ]);
});

test('whatever is written and published, no publication after the first changes such a value without its entry', async () => {
  const words = ['12 people', '30 people', '[a page](/help)', '[a page](/genuine)', '28 May 2014', '1 June 2014', 'nothing'];
  const edit = fc.record({ say: fc.subarray(words), why: fc.boolean() });
  const place = { ...NOTE, slug: 'where-to-get-our-apps' };
  const post = await database.db.post.findFirstOrThrow({ where: { kind: 'note', slug: place.slug } });
  const base = (await database.db.draft.findUniqueOrThrow({ where: { id: await desk.open(author, place) } })).source;
  let n = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 2, maxLength: 5 }), async (edits) => {
      for (const { say, why } of edits) {
        n += 1;
        const submission = await approved(place, () => `${base}\nWe say ${say.join(' and ')}, ${'again '.repeat(n % 7)}and again.\n`).catch(() => null);
        if (submission !== null) await publishApproved(author, { submissions: [submission], ...(why && { reasons: WHY }) }).catch(() => undefined);
      }
    }),
    { numRuns: 6 },
  );
  const history = await database.db.publication.findMany({
    where: { postId: post.id, locale: 'en' },
    orderBy: { id: 'asc' },
    include: { revision: true, facts: true },
  });
  expect(history.length).toBeGreaterThan(3);
  for (const [index, { editionNumber, revision, facts }] of history.entries()) {
    const before = history[index - 1];
    if (!before) continue;
    const version = (source: string, json: unknown) => ({ source, facts: json ? factsSchema.parse(json) : null });
    const changes = changedValues(version(before.revision.source, before.facts?.json), version(revision.source, facts?.json), 'en');
    const entry = await database.db.correction.findFirst({ where: { postId: post.id, locale: 'en', editionNumber } });
    expect(entry?.changes ?? [], `edition ${editionNumber}`).toEqual(changes);
    expect(entry === null || entry.why === WHY.en, `edition ${editionNumber}`).toBe(true);
  }
}, 180_000);
