import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DoorContext } from '#domain/core/context.ts';
import { publishApproved } from '#domain/publishing/publish-approved.ts';
import { approve } from '#domain/review/approve.ts';
import { readSubmission } from '#domain/review/read-submission.ts';
import { followSource } from '#domain/translations/follow-source.ts';
import { readSource } from '#domain/translations/read-source.ts';
import type { Locale } from '#paths';
import type { TestDatabase } from '#tests/support/database.ts';
import { type Desk, deskDatabase, NOTE, openDesk } from '#tests/support/team/desk.ts';
import { previewDraft } from './preview-draft.ts';

let database: TestDatabase;
let desk: Desk;
let author: DoorContext;
let approver: DoorContext;
beforeAll(async () => {
  database = await deskDatabase();
  desk = openDesk(database.db);
  [author, approver] = [await desk.member('author'), await desk.member('approver')];
}, 60_000);
afterAll(async () => {
  await database?.close();
});

/** In which language a reader of the preview in `locale` is told that the text is newer. */
async function toldNewer(id: number, locale: Locale): Promise<Locale | null | undefined> {
  return (await previewDraft(author, { id, locale }))?.edition.posts[0]?.texts[locale]?.newerIn;
}

test('a preview says that a translation is older where the public page would, the page of the text and those beside it', async () => {
  const english = await desk.open(author, NOTE);
  const german = await desk.open(author, { ...NOTE, locale: 'de' });
  expect([await toldNewer(english, 'de'), await toldNewer(german, 'de')]).toEqual([null, null]);
  // Nobody reads the newer words yet: only beside them the German ones are older.
  await desk.write(author, english, (text) => `${text}\nOne line more.\n`);
  expect([await toldNewer(english, 'de'), await toldNewer(english, 'en'), await toldNewer(german, 'de')]).toEqual(['en', null, null]);
  const submission = await desk.submit(author, english);
  const { sourceHash, factsHash } = await readSubmission(approver, { id: submission });
  await approve(approver, { submission, sourceHash, factsHash });
  await publishApproved(author, { submissions: [submission] });
  await desk.write(author, german, (text) => `${text}\nNoch eine Zeile.\n`);
  expect(await toldNewer(german, 'de')).toBe('en');
  const { source } = await readSource(author, { draft: german });
  await followSource(author, { draft: german, named: source?.named?.id ?? null, revision: source?.newest.id as number });
  expect(await toldNewer(german, 'de')).toBeNull();
}, 60_000);
