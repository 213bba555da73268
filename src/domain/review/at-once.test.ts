import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DoorContext } from '#domain/core/context.ts';
import { publishAlone } from '#domain/publishing/approved/publish-alone.ts';
import { publishApproved } from '#domain/publishing/publish-approved.ts';
import { schedulePublication } from '#domain/publishing/scheduled/schedule-publication.ts';
import { stopSchedule } from '#domain/publishing/scheduled/stop-schedule.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { anotherLine } from '#tests/support/team/another-line.ts';
import { type Desk, deskDatabase, NOTE, openDesk } from '#tests/support/team/desk.ts';
import { outcomeOf } from '#tests/support/verbs/outcome-of.ts';
import { approve } from './approve.ts';
import { readSubmission } from './read-submission.ts';
import { readVerdict } from './read-verdict.ts';
import { sendBack } from './send-back.ts';
import { submitDraft } from './submit-draft.ts';

/** How many do the same, or the other thing, in one moment. */
const MANY = 8;

let database: TestDatabase;
let desk: Desk;
let author: DoorContext;
let approvers: DoorContext[];
let admins: DoorContext[];
beforeAll(async () => {
  database = await deskDatabase();
  desk = openDesk(database.db);
  author = await desk.member('author');
  approvers = await Promise.all(Array.from({ length: MANY }, () => desk.member('approver')));
  admins = await Promise.all(Array.from({ length: MANY }, () => desk.member('admin')));
}, 60_000);
afterAll(async () => {
  await database?.close();
});

const approver = () => approvers[0] as DoorContext;
const seen = async (submission: number) => {
  const { sourceHash, factsHash } = await readSubmission(approver(), { id: submission });
  return { submission, sourceHash, factsHash };
};

async function submitted(): Promise<number> {
  const draft = await desk.open(author, NOTE);
  await desk.write(author, draft, anotherLine);
  return desk.submit(author, draft);
}

async function approved(): Promise<number> {
  const submission = await submitted();
  await approve(approver(), await seen(submission));
  return submission;
}

/** What came of acts that begin in one moment, each outcome with its number. */
async function atOnce(acts: (() => Promise<unknown>)[]): Promise<Record<string, number>> {
  const outcomes = await Promise.all(acts.map((act) => outcomeOf(act())));
  return Object.fromEntries([...Map.groupBy(outcomes, (outcome) => outcome)].map(([outcome, all]) => [outcome, all.length]));
}

/** `act` by each of several people. */
const each = (people: readonly DoorContext[], act: (ctx: DoorContext) => Promise<unknown>) => people.map((ctx) => () => act(ctx));
const plan = (ctx: DoorContext, submission: number) =>
  schedulePublication(ctx, { submissions: [submission], at: new Date(Date.now() + 3_600_000), zone: 'Europe/Stockholm' });
const publications = (submission: number) => database.db.publication.count({ where: { revision: { submissions: { some: { id: submission } } } } });
const editions = () => database.db.edition.count();

test('some submit one draft: it becomes one revision', async () => {
  const draft = await desk.open(author, NOTE);
  await desk.write(author, draft, anotherLine);
  const { version, findings } = await readVerdict(author, { id: draft });
  const before = await database.db.revision.count();
  await atOnce(Array.from({ length: MANY }, () => () => submitDraft(author, { draft, version, findings })));
  expect(await database.db.revision.count()).toBe(before + 1);
  expect(await database.db.submission.count({ where: { state: 'waiting', revision: { post: { slug: NOTE.slug } } } })).toBe(1);
});

test('some approve a text and some send it back: one of them decides', async () => {
  const submission = await submitted();
  const given = await seen(submission);
  const acts = [...each(approvers, (ctx) => approve(ctx, given)), ...each(approvers, (ctx) => sendBack(ctx, { ...given, reason: 'Say when.' }))];
  expect(await atOnce(acts)).toEqual({ done: 1, moved_on: 2 * MANY - 1 });
  const { state } = await database.db.submission.findUniqueOrThrow({ where: { id: submission } });
  const word = [
    await database.db.approval.count({ where: { submissionId: submission } }),
    await database.db.comment.count({ where: { submissionId: submission } }),
  ];
  expect([state, ...word]).toEqual(state === 'approved' ? ['approved', 1, 0] : ['sent_back', 0, 1]);
});

test('some publish what was approved: it goes out once', async () => {
  const submission = await approved();
  const before = await editions();
  expect(await atOnce(each(approvers, (ctx) => publishApproved(ctx, { submissions: [submission] })))).toEqual({ done: 1, live_already: MANY - 1 });
  expect([await publications(submission), await editions()]).toEqual([1, before + 1]);
});

test('some admins publish alone in one emergency: it goes out once, with one reason', async () => {
  const submission = await submitted();
  const before = await editions();
  const alone = (ctx: DoorContext) => publishAlone(ctx, { submissions: [submission], reason: 'There is nobody else who is awake.' });
  expect(await atOnce(each(admins, alone))).toEqual({ done: 1, live_already: MANY - 1 });
  expect([await publications(submission), await editions()]).toEqual([1, before + 1]);
  expect(await database.db.emergency.count()).toBe(1);
  await approve(approver(), await seen(submission));
});

test('some plan a text: one plan holds', async () => {
  const submission = await approved();
  expect(await atOnce(each(approvers, (ctx) => plan(ctx, submission)))).toEqual({ done: 1, scheduled_already: MANY - 1 });
  const due = await database.db.schedule.findMany({ where: { state: 'due' } });
  expect(due).toHaveLength(1);
  const schedule = due[0]?.id as number;
  expect(await atOnce(each(approvers, (ctx) => stopSchedule(ctx, { schedule })))).toEqual({ done: 1, schedule_ended: MANY - 1 });
});

test('some publish a planned text and some stop its plan: the plan ends once, and the text is out once', async () => {
  const submission = await approved();
  const { schedule } = await plan(author, submission);
  const before = await editions();
  const stops = each(approvers, (ctx) => stopSchedule(ctx, { schedule }));
  const told = await atOnce([...each(approvers, (ctx) => publishApproved(ctx, { submissions: [submission] })), ...stops]);
  // Stopped first and then published, or published, which ends the plan.
  expect([1, 2]).toContain(told.done);
  expect(told.live_already).toBe(MANY - 1);
  expect(await database.db.schedule.findUniqueOrThrow({ where: { id: schedule } })).toMatchObject({ state: 'stopped' });
  expect([await publications(submission), await editions()]).toEqual([1, before + 1]);
});

test('some plan a text while others publish it: it is out once, and no plan is left of it', async () => {
  const submission = await approved();
  const before = await editions();
  await atOnce([...each(approvers, (ctx) => plan(ctx, submission)), ...each(approvers, (ctx) => publishApproved(ctx, { submissions: [submission] }))]);
  expect(await database.db.schedule.count({ where: { state: 'due' } })).toBe(0);
  expect([await publications(submission), await editions()]).toEqual([1, before + 1]);
});
