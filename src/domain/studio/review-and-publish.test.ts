import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountActor, DoorContext } from '#domain/core/context.ts';
import { publishAlone } from '#domain/publishing/approved/publish-alone.ts';
import { loadEdition } from '#domain/publishing/load-edition.ts';
import { publishApproved } from '#domain/publishing/publish-approved.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { ADVISORY, type Desk, deskDatabase, NOTE, openDesk } from '#tests/support/team/desk.ts';
import { outcomeOf } from '#tests/support/verbs/outcome-of.ts';
import { readFrontPage } from './read-front-page.ts';
import { approve } from '#domain/review/approve.ts';
import { comment } from '#domain/review/comment.ts';
import { readSubmission } from '#domain/review/read-submission.ts';
import { readVerdict } from '#domain/review/read-verdict.ts';
import { sendBack } from '#domain/review/send-back.ts';
import { submitDraft } from '#domain/review/submit-draft.ts';

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
  await database.close();
});

/** Why what readers act on changes. */
const WHY = { en: 'We have counted them once more.', de: 'Wir haben noch einmal gezählt.' };

let lines = 0;
const oneMore = (text: string) => `${text}\nLine ${++lines} stands here now.\n`;
const idOf = (ctx: DoorContext) => (ctx.actor as AccountActor).accountId;

async function seen(ctx: DoorContext, submission: number) {
  const { sourceHash, factsHash } = await readSubmission(ctx, { id: submission });
  return { submission, sourceHash, factsHash };
}

/** A text that its author has just submitted. */
async function submitted(place: Parameters<Desk['open']>[1] = NOTE) {
  const draft = await desk.open(author, place);
  await desk.write(author, draft, oneMore);
  return { draft, submission: await desk.submit(author, draft) };
}

test('what is submitted is shown against what is live, and its approvers are asked', async () => {
  const draft = await desk.open(author, ADVISORY);
  await desk.write(author, draft, (text) => text.replace('of one account', 'of 1 account'));
  const submission = await desk.submit(author, draft);
  const view = await readSubmission(approver, { id: submission });
  expect(view).toMatchObject({ state: 'waiting', isNewest: true, isOwn: false, isLive: false, holds: false, revision: 2 });
  expect(view.changes).toMatchObject([{ kind: 'number', was: null, is: '1', checked: 'agrees' }]);
  expect((await readSubmission(author, { id: submission })).isOwn).toBe(true);
  const jobs = await database.db.$queryRaw<{ payload: { accountId: string } }[]>`
    SELECT payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'mail-review'
      AND payload->>'submissionId' = ${String(submission)}`;
  expect(jobs.map(({ payload }) => payload.accountId)).toEqual([String(idOf(approver))]);
});

test('a text with an error is refused by its first finding, one that moved on as a conflict, and nothing is kept', async () => {
  const draft = await desk.open(author, { ...NOTE, locale: 'de' });
  const before = await database.db.revision.count();
  await desk.write(author, draft, (text) => `${text}\n{process.exit()}\n`);
  const { version } = await database.db.draft.findUniqueOrThrow({ where: { id: draft } });
  expect(await outcomeOf(submitDraft(author, { draft, version, findings: '' }))).toMatch(/^\d+:\d+ /);
  expect(await outcomeOf(submitDraft(author, { draft, version: version - 1, findings: '' }))).toBe('draft_moved');
  await desk.write(author, draft, (text) => text.replace('\n{process.exit()}\n', ''));
  expect(await outcomeOf(submitDraft(author, { draft, version: version + 1, findings: 'others' }))).toBe('findings_changed');
  expect(await database.db.revision.count()).toBe(before);
});

test('nobody decides about their own words, those of an earlier revision and of the facts included', async () => {
  const both = await desk.member('author', 'approver');
  const { draft, submission } = await submitted();
  await desk.write(both, draft, oneMore);
  const theirs = await desk.submit(both, draft);
  expect(await outcomeOf(approve(both, await seen(both, theirs)))).toBe('own_words');
  // One more comma by somebody else makes the text no stranger to who wrote the rest of it.
  await desk.write(author, draft, oneMore);
  const next = await desk.submit(author, draft);
  expect(await outcomeOf(approve(both, await seen(both, next)))).toBe('own_words');
  expect(await outcomeOf(sendBack(both, { ...(await seen(both, next)), reason: 'No.' }))).toBe('own_words');
  expect(await outcomeOf(approve(approver, await seen(approver, submission)))).toBe('moved_on');
  expect(await outcomeOf(approve(approver, await seen(approver, next)))).toBe('done');
  const post = await database.db.post.findFirstOrThrow({ where: { kind: 'advisory', slug: ADVISORY.slug } });
  const { json } = await database.db.factsRevision.findFirstOrThrow({ where: { incidentId: post.incidentId as number }, orderBy: { id: 'desc' } });
  const facts = { incidentId: post.incidentId as number, json: json as object, hash: 'of-approver', createdAt: new Date(), authorIds: [idOf(approver)] };
  await database.db.factsRevision.create({ data: facts });
  expect(await outcomeOf(approve(approver, await seen(approver, (await submitted(ADVISORY)).submission)))).toBe('own_words');
});

test('thirty approvals at once are one, and a text goes back once', async () => {
  const { submission } = await submitted();
  const others = await Promise.all(Array.from({ length: 6 }, () => desk.member('approver')));
  const given = await seen(approver, submission);
  const outcomes = await Promise.all(Array.from({ length: 30 }, (_, index) => outcomeOf(approve(others[index % 6] as DoorContext, given))));
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
  expect(await database.db.approval.count({ where: { submissionId: submission } })).toBe(1);
  expect(await outcomeOf(sendBack(approver, { ...given, reason: 'Too late.' }))).toBe('moved_on');
}, 30_000);

test('what was seen with other hashes is not approved, and one who has not authenticated of late is asked to', async () => {
  const { submission } = await submitted();
  expect(await outcomeOf(approve(approver, { ...(await seen(approver, submission)), factsHash: 'other' }))).toBe('moved_on');
  expect(await outcomeOf(approve(approver, { ...(await seen(approver, submission)), sourceHash: 'other' }))).toBe('moved_on');
  const actor = { ...(approver.actor as AccountActor), authenticated: { at: new Date(Date.now() - 6 * 60_000), level: 'factor' as const } };
  expect(await outcomeOf(approve({ ...approver, actor }, await seen(approver, submission)))).toBe('step_up');
});

test('a comment stands on a line that there is, as it was typed', async () => {
  const { submission } = await submitted();
  await comment(approver, { submission, line: 3, text: ' <b>Is this</b> so? ' });
  expect(await outcomeOf(comment(approver, { submission, line: 9_999, text: 'Here.' }))).toBe('line_none');
  expect(await outcomeOf(comment(approver, { submission, line: null, text: '   ' }))).toBe('comment_missing');
  expect(await outcomeOf(comment(approver, { submission: 999_999, line: null, text: 'Here.' }))).toBe('not_found');
  await sendBack(approver, { ...(await seen(approver, submission)), reason: 'Say when.' });
  const { comments, state } = await readSubmission(author, { id: submission });
  expect([state, comments.map(({ line, text }) => [line, text])]).toEqual([
    'sent_back',
    [
      [3, '<b>Is this</b> so?'],
      [null, 'Say when.'],
    ],
  ]);
});

test('an emergency needs a reason, and ends with a second person’s word', async () => {
  const admin = await desk.member('admin');
  const { submission } = await submitted({ ...NOTE, slug: 'where-to-get-our-apps' });
  expect(await outcomeOf(publishAlone(admin, { submissions: [submission], reason: 'Now.' }))).toBe('reason_short');
  expect(await outcomeOf(publishAlone(approver, { submissions: [submission], reason: 'x'.repeat(30) }))).toBe('role');
  const { edition } = await publishAlone(admin, { submissions: [submission], reason: 'Nobody else can be reached, and keys are in use.' });
  expect(await database.db.emergency.findUniqueOrThrow({ where: { editionNumber: edition } })).toMatchObject({ accountId: idOf(admin) });
  expect(await outcomeOf(approve(admin, await seen(admin, submission)))).toBe('own_words');
  expect(await outcomeOf(publishAlone(admin, { submissions: [submission], reason: 'Once more, because I like to.' }))).toBe('live_already');
  const troubles = async () => (await readFrontPage(approver, { locale: 'en' })).troubles.filter(({ kind }) => kind === 'alone');
  expect(await troubles()).toMatchObject([{ slug: 'where-to-get-our-apps', submission }]);
  const post = (await loadEdition(database.db, null))?.posts.find(({ slug }) => slug === 'where-to-get-our-apps');
  expect(post?.alone).toMatchObject([{ reason: 'Nobody else can be reached, and keys are in use.' }]);
  expect(await outcomeOf(approve(approver, await seen(approver, submission)))).toBe('done');
  expect(await troubles()).toEqual([]);
}, 30_000);

test('what is public as it is, or waits as it is, is said, and is not submitted once more', async () => {
  const draft = await desk.open(author, { ...NOTE, locale: 'ar' });
  const verdict = () => readVerdict(author, { id: draft });
  expect(await verdict()).toMatchObject({ isLive: true, waiting: null });
  expect(await outcomeOf(desk.submit(author, draft))).toBe('live_already');
  const asks = await database.db.submission.count();
  await desk.write(author, draft, oneMore);
  expect(await verdict()).toMatchObject({ isLive: false, waiting: null });
  const submission = await desk.submit(author, draft);
  expect(await verdict()).toMatchObject({ isLive: false, waiting: submission });
  expect(await outcomeOf(desk.submit(author, draft))).toBe('already_submitted');
  expect(await database.db.submission.count()).toBe(asks + 1);
});

test('the front page says what waits, for whom, and what of it readers act on', async () => {
  const other = await desk.member('approver');
  const draft = await desk.open(author, { ...ADVISORY, locale: 'de' });
  await desk.write(author, draft, (text) => text.replace('eines Kontos', 'von 1 Konto'));
  const submission = await desk.submit(author, draft);
  const row = async (ctx: DoorContext) => (await readFrontPage(ctx, { locale: 'en' })).waiting.find((text) => text.submission === submission);
  expect(await row(other)).toMatchObject({ waitsFor: 'you', path: 'incidents/internal-systems-access/advisory.de.mdx', counts: { number: 1 } });
  expect(await row(author)).toMatchObject({ waitsFor: 'approver' });
  await approve(other, await seen(other, submission));
  expect(await row(author)).toMatchObject({ waitsFor: 'publication' });
  await publishApproved(author, { submissions: [submission], reasons: WHY });
  expect(await row(author)).toBeUndefined();
}, 30_000);

type Act = 'edit' | 'submit' | 'approve' | 'sendBack' | 'facts' | 'publish' | 'alone';
/** What people do in one go: else few histories would come as far as a publication. */
const GOES: Act[][] = [
  ['edit', 'submit'],
  ['edit'],
  ['submit'],
  ['approve', 'publish'],
  ['approve'],
  ['publish'],
  ['facts'],
  ['facts', 'submit'],
  ['sendBack'],
  ['alone'],
];
const step = fc.record({
  acts: fc.oneof(
    { weight: 4, arbitrary: fc.constant(GOES[0] as Act[]) },
    { weight: 4, arbitrary: fc.constant(GOES[3] as Act[]) },
    { weight: 8, arbitrary: fc.constantFrom(...GOES) },
  ),
  who: fc.nat(2),
});

test('whatever people do, nothing is published that nobody else approved for exactly this text and these facts, but an emergency', async () => {
  const people = await Promise.all([desk.member('author', 'approver'), desk.member('approver', 'author'), desk.member('admin')]);
  const draft = await desk.open(author, ADVISORY);
  const { postId } = await database.db.draft.findUniqueOrThrow({ where: { id: draft } });
  const { incidentId } = await database.db.post.findUniqueOrThrow({ where: { id: postId } });
  const [first] = await database.db.$queryRaw<[{ number: number }]>`SELECT max(number) AS number FROM "Edition"`;
  await desk.write(people[0] as DoorContext, draft, oneMore);
  await desk.submit(people[0] as DoorContext, draft);
  let revised = 0;
  let published = 0;
  const acts: Record<Act, (ctx: DoorContext) => Promise<unknown>> = {
    edit: (ctx) => desk.write(ctx, draft, oneMore),
    submit: (ctx) => desk.submit(ctx, draft),
    approve: async (ctx) => approve(ctx, await seen(ctx, await latest())),
    sendBack: async (ctx) => sendBack(ctx, { ...(await seen(ctx, await latest())), reason: 'Once more.' }),
    async facts(ctx) {
      const where = { incidentId: incidentId as number };
      const { json } = await database.db.factsRevision.findFirstOrThrow({ where, orderBy: { id: 'desc' } });
      await database.db.factsRevision.create({
        data: { ...where, json: json as object, hash: `facts-${++revised}`, createdAt: new Date(), authorIds: [idOf(ctx)] },
      });
    },
    publish: async (ctx) => {
      await publishApproved(ctx, { submissions: [await latest()], reasons: WHY });
      published += 1;
    },
    alone: async (ctx) => publishAlone(ctx, { submissions: [await latest()], reason: 'There is nobody else who is awake.' }),
  };
  const latest = async () => (await database.db.submission.findFirstOrThrow({ where: { revision: { postId } }, orderBy: { id: 'desc' } })).id;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
      for (const { acts: some, who } of steps) for (const act of some) await outcomeOf(acts[act](people[who] as DoorContext));
    }),
    { numRuns: 10 },
  );
  // Some history that ends well, so that there is something to judge.
  await desk.write(people[0] as DoorContext, draft, oneMore);
  const submission = await desk.submit(people[0] as DoorContext, draft);
  const other = await desk.member('approver');
  await approve(other, await seen(other, submission));
  await publishApproved(people[0] as DoorContext, { submissions: [submission], reasons: WHY });
  published += 1;

  const publications = await database.db.publication.findMany({
    where: { postId, editionNumber: { gt: first.number }, edition: { emergency: null } },
    include: { revision: true, facts: true, edition: true },
  });
  expect(publications).toHaveLength(published);
  for (const { id, revision, facts, renderingId, publishedAt } of publications) {
    const approvals = await database.db.approval.findMany({
      where: { submission: { revisionId: revision.id, factsRevisionId: facts?.id ?? null, renderingId }, at: { lte: publishedAt } },
      include: { submission: true },
    });
    const good = approvals.filter(
      ({ approverId, sourceHash, factsHash, submission: of }) =>
        sourceHash === revision.sourceHash &&
        factsHash === facts?.hash &&
        ![...revision.authorIds, ...(facts?.authorIds ?? []), of.authorId].includes(approverId),
    );
    expect(good.length, `publication ${id}`).toBeGreaterThan(0);
  }
}, 120_000);
