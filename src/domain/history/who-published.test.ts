import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountActor, DoorContext } from '#domain/core/context.ts';
import { publishApproved } from '#domain/publishing/publish-approved.ts';
import { publishScheduled } from '#domain/publishing/scheduled/publish-scheduled.ts';
import { schedulePublication } from '#domain/publishing/scheduled/schedule-publication.ts';
import { approve } from '#domain/review/approve.ts';
import { readSubmission } from '#domain/review/read-submission.ts';
import { system, testContext } from '#tests/support/context.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { type Desk, deskDatabase, NOTE, openDesk } from '#tests/support/team/desk.ts';
import { readHistory } from './read-history.ts';

let database: TestDatabase;
let desk: Desk;
beforeAll(async () => {
  database = await deskDatabase();
  desk = openDesk(database.db);
}, 120_000);
afterAll(async () => {
  await database?.close();
});

const emailOf = async ({ actor }: DoorContext) => (await database.db.account.findUniqueOrThrow({ where: { id: (actor as AccountActor).accountId } })).email;

async function approved(author: DoorContext, approver: DoorContext, line: string): Promise<number> {
  const draft = await desk.open(author, NOTE);
  await desk.write(author, draft, (text) => `${text}\n${line}\n`);
  const submission = await desk.submit(author, draft);
  const { sourceHash, factsHash } = await readSubmission(approver, { id: submission });
  await approve(approver, { submission, sourceHash, factsHash });
  return submission;
}

/** Who published each edition of the text in its language, as its history says, the newest first. */
async function published(reader: DoorContext) {
  const { id } = await database.db.post.findFirstOrThrow({ where: { slug: NOTE.slug } });
  const { events } = await readHistory(reader, { id });
  return events.filter(({ kind, locale }) => kind === 'published' && locale === NOTE.locale).map(({ by, fromFolder }) => ({ by, fromFolder }));
}

test('who published is whoever did: a person at once, the one who planned it, the folder; and nobody where nobody knows', async () => {
  const [author, approver, planner] = [await desk.member('author'), await desk.member('approver'), await desk.member('author')];
  await publishApproved(approver, { submissions: [await approved(author, approver, 'One line more.')] });
  const submissions = [await approved(author, approver, 'And a second one.')];
  const { schedule } = await schedulePublication(planner, { submissions, at: new Date(Date.now() + 3_600_000), zone: 'Europe/Stockholm' });
  await database.db.$executeRaw`UPDATE "Schedule" SET at = at - interval '1 hour'`;
  expect(await publishScheduled(testContext(database.db, system), { schedule })).toMatchObject({ kind: 'published' });
  expect(await published(author)).toEqual([
    { by: [await emailOf(planner)], fromFolder: false },
    { by: [await emailOf(approver)], fromFolder: false },
    { by: [], fromFolder: true },
  ]);
  // The log is kept for its time, and the history for longer.
  await database.db.auditEntry.deleteMany({ where: { subject: { startsWith: 'edition:' } } });
  expect((await published(author)).slice(1)).toEqual([
    { by: [], fromFolder: false },
    { by: [], fromFolder: false },
  ]);
});
