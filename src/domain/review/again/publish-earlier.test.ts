import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountActor, DoorContext } from '#domain/core/context.ts';
import { loadEdition } from '#domain/publishing/load-edition.ts';
import { publishApproved } from '#domain/publishing/publish-approved.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { type Desk, deskDatabase, NOTE, openDesk } from '#tests/support/team/desk.ts';
import { outcomeOf } from '#tests/support/verbs/outcome-of.ts';
import { approve } from '../approve.ts';
import { publishEarlier } from './publish-earlier.ts';
import { readSubmission } from '../read-submission.ts';

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

const reason = 'The newer words named a page that is not there.';

/** Writes, approves and publishes; answers the revision. */
async function out(words: string): Promise<number> {
  const draft = await desk.open(author, NOTE);
  await desk.write(author, draft, (text) => `${text}\n${words}\n`);
  const submission = await desk.submit(author, draft);
  const { sourceHash, factsHash } = await readSubmission(approver, { id: submission });
  await approve(approver, { submission, sourceHash, factsHash });
  await publishApproved(author, { submissions: [submission] });
  return (await database.db.submission.findUniqueOrThrow({ where: { id: submission } })).revisionId;
}

test('what was approved and public before goes out again by somebody who has no part in it, with its reason in the public log', async () => {
  const first = await database.db.publication.findFirstOrThrow({ where: { post: { slug: NOTE.slug }, locale: 'en' } });
  const earlier = await out('The first words.');
  const live = await out('The second words.');
  expect(await outcomeOf(publishEarlier(author, { revision: earlier, live, reason }))).toBe('role');
  const both = await desk.member('author', 'approver');
  const actor = { ...(both.actor as AccountActor), accountId: (author.actor as AccountActor).accountId, sessionId: (author.actor as AccountActor).sessionId };
  expect(await outcomeOf(publishEarlier({ ...both, actor }, { revision: earlier, live, reason }))).toMatch(/roles_changed|own_words/);
  expect(await outcomeOf(publishEarlier(approver, { revision: earlier, live, reason: 'Wrong.' }))).toBe('reason_short');
  expect(await outcomeOf(publishEarlier(approver, { revision: earlier, live: earlier, reason }))).toBe('published_meanwhile');
  expect(await outcomeOf(publishEarlier(approver, { revision: live, live, reason }))).toBe('live_already');
  // Nobody of the studio has approved what came from the folder.
  expect(await outcomeOf(publishEarlier(approver, { revision: first.revisionId, live, reason }))).toBe('not_found');
  const outcomes = await Promise.all([1, 2, 3].map(() => outcomeOf(publishEarlier(approver, { revision: earlier, live, reason }))));
  expect(outcomes.sort()).toEqual(['done', 'published_meanwhile', 'published_meanwhile']);
  const post = (await loadEdition(database.db, null))?.posts.find(({ slug }) => slug === NOTE.slug);
  expect(JSON.stringify(post?.texts.en?.rendered)).toContain('The first words.');
  expect(JSON.stringify(post?.texts.en?.rendered)).not.toContain('The second words.');
  expect(post?.texts.en?.corrected).toMatchObject([{ changes: [], why: reason }]);
  // What was public stays readable, revision by revision.
  expect(await database.db.publication.count({ where: { postId: first.postId, locale: 'en' } })).toBe(4);
}, 30_000);

test('whoever wrote in it is nobody to publish it again', async () => {
  const both = await desk.member('author', 'approver');
  const draft = await desk.open(both, NOTE);
  await desk.write(both, draft, (text) => `${text}\nWords of both.\n`);
  const submission = await desk.submit(both, draft);
  const { sourceHash, factsHash } = await readSubmission(approver, { id: submission });
  await approve(approver, { submission, sourceHash, factsHash });
  await publishApproved(author, { submissions: [submission] });
  const { revisionId: theirs } = await database.db.submission.findUniqueOrThrow({ where: { id: submission } });
  const live = await out('Words after that.');
  expect(await outcomeOf(publishEarlier(both, { revision: theirs, live, reason }))).toBe('own_words');
  expect(await outcomeOf(publishEarlier(approver, { revision: theirs, live, reason }))).toBe('done');
}, 30_000);
