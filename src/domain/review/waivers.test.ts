import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DoorContext } from '#domain/core/context.ts';
import { readFactsDraft } from '#domain/facts-drafts/read-facts-draft.ts';
import { saveFactsFields } from '#domain/facts-drafts/save-facts-fields.ts';
import { publishAlone } from '#domain/publishing/approved/publish-alone.ts';
import { readPublishable } from '#domain/publishing/approved/read-publishable.ts';
import type { Standing } from '#domain/publishing/approved/standing.ts';
import { publishApproved } from '#domain/publishing/publish-approved.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { ADVISORY, type Desk, deskDatabase, openDesk } from '#tests/support/team/desk.ts';
import { outcomeOf } from '#tests/support/verbs/outcome-of.ts';
import { acceptAll } from './accept-all.ts';
import { approve } from './approve.ts';
import { readSubmission } from './read-submission.ts';
import { readVerdict } from './read-verdict.ts';
import { submitDraft } from './submit-draft.ts';

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

/** An error that may stand with a reason, a warning that is ticked, and an error that nobody may let stand. */
const RELATIVE = '\nWe found this yesterday.\n';
const BOILERPLATE = '\nWe take the security of your data very seriously.\n';
const ABSOLUTE = '\nYour data is safe.\n';

let lines = 0;
async function written(more: string): Promise<number> {
  const draft = await desk.open(author, ADVISORY);
  const [base = ''] = (await database.db.draft.findUniqueOrThrow({ where: { id: draft } })).source.split('\nLine ');
  await desk.write(author, draft, () => `${base}\nLine ${++lines} stands here now.\n${more}`);
  return draft;
}

async function seen(submission: number) {
  const { sourceHash, factsHash } = await readSubmission(approver, { id: submission });
  return { submission, sourceHash, factsHash };
}

test('what may stand goes to a second person with what its author says of it; what nobody may let stand does not', async () => {
  const draft = await written(RELATIVE + BOILERPLATE);
  const { final, standing, findings, version } = await readVerdict(author, { id: draft });
  expect(final).toEqual([]);
  expect(standing.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['time/relative-date error', 'tone/boilerplate warning']);
  expect(standing[0]?.words).toMatch(/^yesterday/);
  const requests = standing.map(({ rule }) => (rule === 'time/relative-date' ? 'We count them at noon.' : ''));
  expect(await outcomeOf(submitDraft(author, { draft, version, findings: '' }))).toBe('findings_changed');
  const { submission } = await submitDraft(author, { draft, version, findings, requests });
  const view = await readSubmission(approver, { id: submission });
  expect(view.standing.map(({ request }) => request)).toEqual(requests.map((request) => request || null));

  const bad = await written(RELATIVE + ABSOLUTE);
  const verdict = await readVerdict(author, { id: bad });
  expect(verdict.final).toMatchObject([{ message: expect.stringContaining('is safe') }]);
  expect(await outcomeOf(submitDraft(author, { draft: bad, version: verdict.version, findings: verdict.findings }))).toMatch(/claim\/absolute/);
}, 30_000);

test('an error stands by a written reason of somebody else, a warning by a tick, and both are kept with the approval and in the audit log', async () => {
  const draft = await written(RELATIVE + BOILERPLATE);
  const submission = await desk.submit(author, draft);
  const { standing } = await readSubmission(approver, { id: submission });
  const word = await seen(submission);
  expect(await outcomeOf(approve(approver, word))).toBe('not_ticked');
  expect(await outcomeOf(approve(approver, { ...word, ticked: [0, 1] }))).toBe('waiver_missing');
  expect(await outcomeOf(approve(approver, { ...word, ticked: [0, 1], reasons: ['   '] }))).toBe('waiver_missing');
  expect(await outcomeOf(approve(approver, { ...word, ticked: [0, 1], reasons: ['x'.repeat(1001)] }))).toBe('waiver_long');
  expect(await outcomeOf(publishApproved(author, { submissions: [submission] }))).toBe('approval_ended');
  const admin = await desk.member('admin');
  expect(await outcomeOf(publishAlone(admin, { submissions: [submission], reason: 'Nobody else can be reached tonight.' }))).toBe('needs_waiver');

  await approve(approver, { ...word, ticked: [1], reasons: ['The count is done at noon; people need the ask now.'] });
  const { approval, holds } = await readSubmission(author, { id: submission });
  expect(holds).toBe(true);
  expect(approval?.accepted.map(({ rule, reason }) => [rule, reason])).toEqual(
    standing.map(({ rule, severity }) => [rule, severity === 'error' ? 'The count is done at noon; people need the ask now.' : null]),
  );
  const { detail } = await database.db.auditEntry.findFirstOrThrow({ where: { verb: 'review/approve', outcome: 'done' }, orderBy: { seq: 'desc' } });
  expect(Object.entries(detail as object)).toContainEqual([
    expect.stringMatching(/^time\/relative-date \d+:\d+$/),
    'The count is done at noon; people need the ask now.',
  ]);
  const { languages } = await readPublishable(author, { id: submission });
  expect(languages.find(({ locale }) => locale === 'en')).toMatchObject({ holds: true, needsWaiver: true, accepted: approval?.accepted });
  expect(await outcomeOf(publishApproved(author, { submissions: [submission], reasons: { en: 'The first words were for a rehearsal.' } }))).toBe('done');
}, 30_000);

test('an approval that lets less stand than there is does not hold', async () => {
  const submission = await desk.submit(author, await written(RELATIVE + BOILERPLATE));
  await approve(approver, { ...(await seen(submission)), ticked: [1], reasons: ['People need the ask now.'] });
  const { accepted } = await database.db.approval.findUniqueOrThrow({ where: { submissionId: submission } });
  const [first, second] = accepted as object[];
  for (const lesser of [
    [],
    [first],
    [second, first],
    [{ ...first, reason: '' }, second],
    [{ ...first, reason: null }, second],
    [{ ...first, line: 1 }, second],
  ]) {
    await database.db.approval.update({ where: { submissionId: submission }, data: { accepted: lesser as object[] } });
    expect((await readSubmission(author, { id: submission })).holds, JSON.stringify(lesser)).toBe(false);
    expect(await outcomeOf(publishApproved(author, { submissions: [submission] }))).toBe('approval_ended');
  }
  await database.db.approval.update({ where: { submissionId: submission }, data: { accepted: accepted as object[] } });
  expect((await readSubmission(author, { id: submission })).holds).toBe(true);
}, 30_000);

test('whatever is ticked and written, all of it stands or the word does not count', () => {
  const standing = fc
    .array(fc.constantFrom('error' as const, 'warning' as const), { maxLength: 8 })
    .map((kinds) =>
      kinds.map((severity, index): Standing => ({ rule: `family/${index}`, severity, line: index + 1, column: 1, words: '', message: '', request: null })),
    );
  const reason = fc.constantFrom('', 'Because it is so.');
  fc.assert(
    fc.property(standing, fc.array(fc.nat(9), { maxLength: 9 }), fc.array(reason, { maxLength: 9 }), (found, ticked, reasons) => {
      const errors = found.filter(({ severity }) => severity === 'error');
      const isWhole =
        found.every(({ severity }, index) => severity === 'error' || ticked.includes(index)) && errors.every((_, index) => (reasons[index] ?? '') !== '');
      const accept = () => acceptAll(found, { ticked, reasons });
      if (!isWhole) {
        expect(accept).toThrow();
        return;
      }
      expect(accept().map(({ rule, reason: why }) => [rule, why])).toEqual(
        found.map((one) => [one.rule, one.severity === 'error' ? reasons[errors.indexOf(one)] : null]),
      );
    }),
  );
});

test('a sentence of the facts that may stand goes to review with the text that they go with; what nobody may let stand keeps them back', async () => {
  const { incidentId } = await database.db.post.findFirstOrThrow({ where: { slug: ADVISORY.slug } });
  const incident = incidentId as number;
  const write = async (words: string) => {
    const { version, base } = await readFactsDraft(author, { incident });
    return saveFactsFields(author, { incident, version, base, fields: { 'howFound.en': words }, add: '', remove: '' });
  };
  const draft = await written('');
  await write('We found it. Your data is safe.');
  expect((await readFactsDraft(author, { incident })).gaps.map(({ field, kind }) => `${kind} ${field}`)).toContain('wrong howFound');
  expect((await readVerdict(author, { id: draft })).final).toMatchObject([{ message: expect.stringContaining('one thing is missing or wrong') }]);

  await write('We found it yesterday.');
  expect((await readFactsDraft(author, { incident })).gaps.map(({ field, kind }) => `${kind} ${field}`)).toContain('advice howFound');
  const { final, standing } = await readVerdict(author, { id: draft });
  expect(final).toEqual([]);
  expect(standing).toMatchObject([
    { rule: 'time/relative-date', severity: 'error', words: '', message: expect.stringMatching(/^incident\.yaml, \d+:\d+: "yesterday"/) },
  ]);
  const submission = await desk.submit(author, draft);
  const word = await seen(submission);
  expect(await outcomeOf(approve(approver, word))).toBe('waiver_missing');
  await approve(approver, { ...word, reasons: ['It is dated in the advisory.'] });
  // Once it was let stand, it is not asked again.
  expect((await readVerdict(author, { id: await written('') })).standing).toEqual([]);
}, 30_000);
