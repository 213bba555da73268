import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountActor, DoorContext } from '#domain/core/context.ts';
import { lockEditions } from '#domain/publishing/make-edition.ts';
import { publishApproved } from '#domain/publishing/publish-approved.ts';
import { approve } from '#domain/review/approve.ts';
import { readSubmission } from '#domain/review/read-submission.ts';
import { system, testContext } from '#tests/support/context.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { anotherLine } from '#tests/support/team/another-line.ts';
import { ADVISORY, type Desk, deskDatabase, NOTE, openDesk } from '#tests/support/team/desk.ts';
import { outcomeOf } from '#tests/support/verbs/outcome-of.ts';
import { missSchedule } from './miss-schedule.ts';
import { nextDue } from './next-due.ts';
import { publishScheduled } from './publish-scheduled.ts';
import { readScheduleMail } from './read-schedule-mail.ts';
import { schedulePublication } from './schedule-publication.ts';
import { stopSchedule } from './stop-schedule.ts';

const HOUR_MS = 3_600_000;
let database: TestDatabase;
let desk: Desk;
let author: DoorContext;
let approver: DoorContext;
let worker: DoorContext;
beforeAll(async () => {
  database = await deskDatabase();
  desk = openDesk(database.db);
  [author, approver] = [await desk.member('author'), await desk.member('approver')];
  worker = testContext(database.db, system);
}, 180_000);
afterAll(async () => {
  await database?.close();
});

const idOf = (ctx: DoorContext) => (ctx.actor as AccountActor).accountId;

async function approved(place: Parameters<Desk['open']>[1] = NOTE): Promise<number> {
  const draft = await desk.open(author, place);
  await desk.write(author, draft, anotherLine);
  const submission = await desk.submit(author, draft);
  await approveAs(approver, submission);
  return submission;
}

async function approveAs(ctx: DoorContext, submission: number) {
  const { sourceHash, factsHash } = await readSubmission(ctx, { id: submission });
  await approve(ctx, { submission, sourceHash, factsHash });
}

const inAnHour = () => new Date(Date.now() + HOUR_MS);
const plan = async (submission: number, more: object = {}) =>
  (await schedulePublication(author, { submissions: [submission], at: inAnHour(), zone: 'Europe/Stockholm', ...more })).schedule;
/** Time passes for what is due. */
const pass = (ms: number) => database.db.$executeRaw`UPDATE "Schedule" SET at = at - ${ms} * interval '1 millisecond' WHERE state = 'due'`;
const rowOf = (id: number) => database.db.schedule.findUniqueOrThrow({ where: { id } });
const editions = () => database.db.edition.count();
const mails = (schedule: number) => database.db.$queryRaw<{ account: string }[]>`
  SELECT payload->>'accountId' AS account FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
  WHERE t.identifier = 'mail-schedule' AND payload->>'schedule' = ${String(schedule)} ORDER BY 1`;

test('what is scheduled goes out at its time, not before, and once', async () => {
  const submission = await approved();
  const schedule = await plan(submission);
  const before = await editions();
  expect(await publishScheduled(worker, { schedule })).toMatchObject({ kind: 'early', leftMs: expect.any(Number) });
  expect(await nextDue(worker, { withinMs: 2_500 })).toEqual([]);
  await pass(HOUR_MS);
  expect(await nextDue(worker, { withinMs: 2_500 })).toMatchObject([{ schedule }]);
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => publishScheduled(worker, { schedule })));
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual([...Array.from({ length: 7 }, () => 'over'), 'published']);
  expect(await editions()).toBe(before + 1);
  const { state, editionNumber, at } = await rowOf(schedule);
  expect(state).toBe('done');
  const publications = await database.db.publication.findMany({ where: { revision: { submissions: { some: { id: submission } } } } });
  expect(publications).toMatchObject([{ editionNumber }]);
  expect((publications[0]?.publishedAt.getTime() ?? 0) >= at.getTime()).toBe(true);
});

test('a clock that runs fast or slow in the process changes nothing', async () => {
  const schedule = await plan(await approved());
  for (const minutes of [-90, 90]) {
    const skewed = testContext(database.db, system, { now: new Date(Date.now() + minutes * 60_000) });
    expect(await publishScheduled(skewed, { schedule })).toMatchObject({ kind: 'early' });
  }
  await stopSchedule(author, { schedule });
});

test('what is approved no more is missed with its reason, and the team is told; it never goes out', async () => {
  const schedule = await plan(await approved());
  await desk.submit(author, await rewritten());
  await pass(HOUR_MS);
  const before = await editions();
  expect(await publishScheduled(worker, { schedule })).toEqual({ kind: 'missed', why: 'approval_ended' });
  expect(await publishScheduled(worker, { schedule })).toEqual({ kind: 'over' });
  expect(await editions()).toBe(before);
  expect(await rowOf(schedule)).toMatchObject({ state: 'missed', missed: 'approval_ended' });
  expect((await mails(schedule)).map(({ account }) => account)).toEqual(expect.arrayContaining([String(idOf(author)), String(idOf(approver))]));
  expect(await readScheduleMail(worker, { schedule, accountId: String(idOf(author)) })).toMatchObject({ slug: NOTE.slug, why: 'approval_ended' });
});

async function rewritten(): Promise<number> {
  const draft = await desk.open(author, NOTE);
  await desk.write(author, draft, anotherLine);
  return draft;
}

test('a clock that jumps past it: within a quarter of an hour it goes out late, after that it is off', async () => {
  const late = await plan(await approved());
  await pass(HOUR_MS + 14 * 60_000);
  expect(await publishScheduled(worker, { schedule: late })).toMatchObject({ kind: 'published' });
  const over = await plan(await approved());
  await pass(HOUR_MS + 16 * 60_000);
  expect(await publishScheduled(worker, { schedule: over })).toEqual({ kind: 'missed', why: 'no_worker' });
});

test('an edition that can’t be made is refused before it is planned, and missed when it comes to it; what is live stays', async () => {
  const submission = await approved();
  const broken = { renderEdition: () => Promise.reject(new Error('It does not render.')) };
  expect(await outcomeOf(schedulePublication({ ...author, ...broken }, { submissions: [submission], at: inAnHour(), zone: 'UTC' }))).toMatch(/invalid|render/);
  expect(await database.db.scheduledText.count({ where: { submissionId: submission } })).toBe(0);
  const schedule = await plan(submission);
  await pass(HOUR_MS);
  const before = await editions();
  await expect(publishScheduled({ ...worker, ...broken }, { schedule })).rejects.toMatchObject({ kind: 'invalid' });
  expect(await rowOf(schedule)).toMatchObject({ state: 'due' });
  expect(await missSchedule(worker, { schedule })).toEqual({ missed: true });
  expect(await missSchedule(worker, { schedule })).toEqual({ missed: false });
  expect(await editions()).toBe(before);
});

test('a plan is refused for what is past, too far, not approved, planned already or live', async () => {
  const submission = await approved();
  const tried = (more: object) => outcomeOf(schedulePublication(author, { submissions: [submission], at: inAnHour(), zone: 'UTC', ...more }));
  expect(await tried({ at: new Date(Date.now() - 1_000) })).toBe('time_past');
  expect(await tried({ at: new Date(Date.now() + 400 * 86_400_000) })).toBe('time_far');
  expect(await tried({ zone: 'Mars/Olympus' })).toBe('zone_unknown');
  expect(await tried({ submissions: [] })).toBe('nothing_chosen');
  expect(await tried({})).toBe('done');
  expect(await tried({})).toBe('scheduled_already');
  await publishApproved(author, { submissions: [submission] });
  expect(await tried({})).toBe('live_already');
});

test('what somebody publishes before its time ends its plan, and does not go out again', async () => {
  const submission = await approved();
  const schedule = await plan(submission);
  const { edition } = await publishApproved(approver, { submissions: [submission] });
  expect(await rowOf(schedule)).toMatchObject({ state: 'stopped', endedById: idOf(approver), editionNumber: edition });
  await pass(HOUR_MS);
  expect(await publishScheduled(worker, { schedule })).toEqual({ kind: 'over' });
});

test('who stops it and who made it get a mail, once; another time is a plan of its own', async () => {
  const submission = await approved();
  const first = await plan(submission);
  const second = await plan(submission, { instead: first });
  expect(await rowOf(first)).toMatchObject({ state: 'stopped' });
  expect(await outcomeOf(plan(submission, { instead: first }))).toBe('schedule_ended');
  const stops = await Promise.all([author, approver, approver].map((ctx) => outcomeOf(stopSchedule(ctx, { schedule: second }))));
  expect(stops.sort()).toEqual(['done', 'schedule_ended', 'schedule_ended']);
  expect(await mails(first)).toEqual([{ account: String(idOf(author)) }]);
  await pass(HOUR_MS);
  expect(await publishScheduled(worker, { schedule: second })).toEqual({ kind: 'over' });
  expect(await outcomeOf(stopSchedule(author, { schedule: 999_999 }))).toBe('not_found');
});

type Act = 'write' | 'approve' | 'plan' | 'stop' | 'publish' | 'facts' | 'pass' | 'work' | 'workers' | 'killed';
const ACTS: Act[] = ['write', 'approve', 'plan', 'stop', 'publish', 'facts', 'pass', 'work', 'workers', 'killed'];
const GOES: Act[][] = [
  ['write', 'approve', 'plan'],
  ['write', 'approve'],
  ['pass', 'work'],
  ['pass', 'killed', 'work'],
  ['plan', 'pass', 'workers'],
  ...ACTS.map((act) => [act]),
];
const step = fc.record({
  acts: fc.oneof(
    { weight: 3, arbitrary: fc.constant(GOES[0] as Act[]) },
    { weight: 3, arbitrary: fc.constantFrom(...GOES.slice(2, 5)) },
    { weight: 4, arbitrary: fc.constantFrom(...GOES) },
  ),
  beside: fc.option(fc.constantFrom(...ACTS), { freq: 2 }),
  who: fc.nat(1),
});

test('whatever people and workers do at once, a plan goes out at most once, never before its time, never without an approval that holds', async () => {
  const people = [author, await desk.member('approver', 'author')];
  const draft = await desk.open(author, ADVISORY);
  const { postId } = await database.db.draft.findUniqueOrThrow({ where: { id: draft } });
  const { incidentId } = await database.db.post.findUniqueOrThrow({ where: { id: postId } });
  const latest = async () => (await database.db.submission.findFirstOrThrow({ where: { revision: { postId } }, orderBy: { id: 'desc' } })).id;
  const newest = async () => (await database.db.schedule.findFirst({ where: { state: 'due' }, orderBy: { id: 'desc' } }))?.id ?? 999_999;
  const first = await editions();
  let revised = 0;
  const due = async () => (await database.db.schedule.findMany({ where: { state: 'due' }, select: { id: true } })).map(({ id }) => id);
  const acts: Record<Act, (ctx: DoorContext) => Promise<unknown>> = {
    async write(ctx) {
      await desk.write(ctx, draft, anotherLine);
      await desk.submit(ctx, draft);
    },
    approve: async () => approveAs(approver, await latest()),
    plan: async (ctx) => schedulePublication(ctx, { submissions: [await latest()], at: new Date(Date.now() + 600_000), zone: 'UTC' }),
    stop: async (ctx) => stopSchedule(ctx, { schedule: await newest() }),
    publish: async (ctx) => publishApproved(ctx, { submissions: [await latest()] }),
    facts: (ctx) =>
      database.db.$transaction(async (tx) => {
        // Before an edition or after it: what is published meanwhile has not seen them, and its time is not to say that it could have.
        await lockEditions(tx);
        const where = { incidentId: incidentId as number };
        const { json } = await tx.factsRevision.findFirstOrThrow({ where, orderBy: { id: 'desc' } });
        await tx.factsRevision.create({
          data: { ...where, json: json as object, hash: `facts-${++revised}`, createdAt: new Date(), authorIds: [idOf(ctx)] },
        });
      }),
    pass: () => pass(11 * 60_000),
    work: async () => Promise.all((await due()).map((schedule) => outcomeOf(publishScheduled(worker, { schedule })))),
    workers: async () => Promise.all((await due()).flatMap((schedule) => [1, 2, 3].map(() => outcomeOf(publishScheduled(worker, { schedule }))))),
    // The database loses a worker that dies while it makes the edition.
    async killed() {
      const dying = {
        ...worker,
        renderEdition: async () =>
          void (await database.db
            .$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'`),
      };
      for (const schedule of await due()) await publishScheduled(dying, { schedule }).catch(() => undefined);
    },
  };
  const tried = (act: Act, ctx: DoorContext) => acts[act](ctx).catch(() => undefined);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 12 }), async (steps) => {
      for (const { acts: some, beside, who } of steps)
        for (const act of some) await Promise.all([tried(act, people[who] as DoorContext), ...(beside ? [tried(beside, people[1 - who] as DoorContext)] : [])]);
    }),
    { numRuns: 8 },
  );
  // However the histories went, one plan more goes out: what follows is said of something.
  for (const act of ['write', 'approve', 'plan', 'pass', 'work'] as const) await acts[act](author);
  const schedules = await database.db.schedule.findMany({ include: { texts: true } });
  const made = schedules.flatMap(({ state, editionNumber }) => (state === 'done' ? [editionNumber] : []));
  expect(new Set(made).size).toBe(made.length);
  expect(made.length).toBeGreaterThan(0);
  for (const { state, editionNumber, at, texts, id } of schedules) {
    if (state !== 'done') continue;
    const publications = await database.db.publication.findMany({ where: { editionNumber: editionNumber as number } });
    expect(publications.length, `schedule ${id}`).toBe(texts.length);
    for (const { publishedAt } of publications) expect(publishedAt.getTime() - at.getTime(), `schedule ${id}`).toBeGreaterThanOrEqual(0);
  }
  const publications = await database.db.publication.findMany({ where: { postId, editionNumber: { gt: first } }, include: { revision: true, facts: true } });
  expect(new Set(publications.map(({ revisionId, factsRevisionId }) => `${revisionId}/${factsRevisionId}`)).size).toBe(publications.length);
  for (const { id, revision, facts, renderingId, publishedAt } of publications) {
    const where = { submission: { revisionId: revision.id, factsRevisionId: facts?.id ?? null, renderingId }, at: { lte: publishedAt } };
    const given = await database.db.approval.findMany({ where });
    expect(given.filter(({ sourceHash, factsHash }) => sourceHash === revision.sourceHash && factsHash === facts?.hash).length, `publication ${id}`).toBe(1);
    // Nothing newer of the text or its facts was there.
    const newer = await database.db.factsRevision.count({
      where: { incidentId: incidentId as number, id: { gt: facts?.id ?? 0 }, createdAt: { lt: publishedAt } },
    });
    expect(newer, `publication ${id}`).toBe(0);
  }
}, 300_000);
