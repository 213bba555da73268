import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DoorContext } from '#domain/core/context.ts';
import { approve } from '#domain/review/approve.ts';
import { readSubmission } from '#domain/review/read-submission.ts';
import { sendBack } from '#domain/review/send-back.ts';
import { testContext } from '#tests/support/context.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { anotherLine } from '#tests/support/team/another-line.ts';
import { type Desk, deskDatabase, NOTE, openDesk } from '#tests/support/team/desk.ts';
import { commentOutside } from './comment-outside.ts';
import { makeLink } from './make-link.ts';
import { openLink } from './open-link.ts';
import { outsidePage } from './outside-page.ts';
import { readLinks } from './read-links.ts';
import { readOutside } from './read-outside.ts';
import { revokeLink } from './revoke-link.ts';

const WHO = { forWhom: 'A. Lind, counsel', days: 3, locale: 'en' } as const;
let database: TestDatabase;
let desk: Desk;
let author: DoorContext;
let approver: DoorContext;
let draft: number;
let submission: number;
beforeAll(async () => {
  database = await deskDatabase();
  desk = openDesk(database.db);
  [author, approver] = [await desk.member('author'), await desk.member('approver')];
  draft = await desk.open(author, NOTE);
}, 60_000);
afterAll(async () => {
  await database.close();
});
/** Another line is written and submitted each time. */
beforeEach(async () => {
  submission = await submitted();
});
async function submitted(): Promise<number> {
  await desk.write(author, draft, anotherLine);
  return desk.submit(author, draft);
}
/** Somebody outside, whom nobody knows. */
const outsider = (source = '203.0.113.7') => testContext(database.db, undefined, { client: { device: 'Firefox on Linux', source } });
const ask = (of = submission) => makeLink(author, { submission: of, ...WHO });
const seenBy = async (code: string) => (await readOutside(outsider(), { code })).view?.seen ?? '';
const decide = async (of: number) => {
  const { sourceHash, factsHash } = await readSubmission(approver, { id: of });
  return { submission: of, sourceHash, factsHash };
};
const auditOf = (subject: string) =>
  database.db.auditEntry.findMany({ where: { subject }, orderBy: { seq: 'asc' }, select: { verb: true, actor: true, detail: true } });

test('a code shows the one text, what readers act on and what was said with it, and each opening is on record', async () => {
  const { id, code } = await ask();
  expect(code).toMatch(/^[\w-]{43}$/);
  expect(await openLink(outsider(), { code: `  ${code}\n` })).toEqual({ id, code });
  const { over, view } = await readOutside(outsider(), { code });
  expect(over).toBeNull();
  expect(view).toMatchObject({ forWhom: WHO.forWhom, locale: 'en', comments: [], title: expect.stringMatching(/incident/i) });
  expect(view?.lines.at(-2)).toContain('stands here now.');
  const page = await outsidePage(outsider(), { code });
  expect(page?.path).toBe('/blog/how-we-handle-incidents');
  expect(JSON.stringify(page?.edition.posts)).toContain('stands here now.');
  await commentOutside(outsider(), { code, seen: view?.seen ?? '', line: 2, text: 'Say <b>who</b>.' });
  expect((await readSubmission(approver, { id: submission })).comments).toMatchObject([{ line: 2, text: 'Say <b>who</b>.', by: WHO.forWhom, isOutside: true }]);
  expect((await readOutside(outsider(), { code })).view?.comments).toMatchObject([{ line: 2, text: 'Say <b>who</b>.' }]);
  expect(await readLinks(approver, { submission })).toMatchObject([{ id, forWhom: WHO.forWhom, state: 'good', opened: 2 }]);
  const entries = await auditOf(`review-link:${id}`);
  expect(entries.map(({ verb }) => verb.split('/')[1])).toEqual(['make-link', 'open-link', 'read-outside', 'comment-outside', 'read-outside']);
  expect(entries[1]?.actor).toBe('visitor');
  expect(JSON.stringify([entries, await database.db.reviewLink.findMany()], (_, value) => (typeof value === 'bigint' ? `${value}` : value))).not.toContain(
    code,
  );
});

test('what one reader said another does not read, nor what the team says', async () => {
  const [one, two] = [await ask(), await ask()];
  await commentOutside(outsider(), { code: one.code, seen: await seenBy(one.code), line: null, text: 'Mine.' });
  expect((await readOutside(outsider(), { code: two.code })).view?.comments).toEqual([]);
});

test.each([
  ['replaced', async () => submitted()],
  ['decided', async (of: number) => approve(approver, await decide(of))],
  ['decided', async (of: number) => sendBack(approver, { ...(await decide(of)), reason: 'Once more.' })],
  ['revoked', async () => database.db.reviewLink.findFirstOrThrow({ orderBy: { id: 'desc' } }).then(({ id }) => revokeLink(approver, { id }))],
  ['over', async () => database.db.reviewLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } })],
] as const)('once it is %s a link says so, and shows nothing', async (over, happens) => {
  const { code } = await ask();
  const seen = await seenBy(code);
  await happens(submission);
  expect(await readOutside(outsider(), { code })).toMatchObject({ over, view: null });
  await expect(outsidePage(outsider(), { code })).rejects.toMatchObject({ kind: 'not_found' });
  await expect(commentOutside(outsider(), { code, seen, line: null, text: 'Too late.' })).rejects.toMatchObject({ reason: 'moved_on' });
  // The code is still one: it leads to the page that says why.
  expect(await openLink(outsider(), { code })).toMatchObject({ code });
});

test('nobody is asked about what waits no more, longer than a week, or without a name', async () => {
  const waits = submission;
  await submitted();
  await expect(ask(waits)).rejects.toMatchObject({ reason: 'moved_on' });
  await expect(ask(99_999)).rejects.toMatchObject({ kind: 'not_found' });
  const newest = await submitted();
  for (const wrong of [{ days: 8 }, { days: 0 }, { forWhom: ' ' }, { forWhom: 'a'.repeat(121) }])
    await expect(makeLink(author, { submission: newest, ...WHO, ...wrong })).rejects.toMatchObject({ kind: 'invalid' });
  await expect(makeLink(outsider(), { submission: newest, ...WHO })).rejects.toMatchObject({ kind: 'forbidden' });
  for (const other of [await desk.member('support'), await desk.member('responder')])
    await expect(makeLink(other, { submission: newest, ...WHO })).rejects.toMatchObject({ kind: 'forbidden' });
});

test('a code is no way to approve, and what is said with it is bounded', async () => {
  const { code, id } = await ask();
  await expect(approve(outsider(), await decide(submission))).rejects.toMatchObject({ kind: 'forbidden' });
  const seen = await seenBy(code);
  const say = (more: object) => commentOutside(outsider(), { code, seen, line: null, text: 'Words.', ...more });
  await expect(say({ line: 9_999 })).rejects.toMatchObject({ fields: { line: 'line_none' } });
  await expect(say({ text: ' ' })).rejects.toMatchObject({ fields: { text: 'comment_missing' } });
  await expect(say({ text: 'x'.repeat(2001) })).rejects.toMatchObject({ fields: { text: 'comment_long' } });
  await expect(say({ seen: 'another' })).rejects.toMatchObject({ reason: 'moved_on' });
  await expect(say({ code: 'nobodys' })).rejects.toMatchObject({ kind: 'not_found' });
  const { id: submissionId } = await database.db.submission.findUniqueOrThrow({ where: { id: submission } });
  await database.db.comment.createMany({ data: Array.from({ length: 100 }, () => ({ submissionId, reviewLinkId: id, text: 'x', at: new Date() })) });
  await expect(say({})).rejects.toMatchObject({ reason: 'comments_full' });
  await revokeLink(author, { id });
  await revokeLink(author, { id });
  expect((await auditOf(`review-link:${id}`)).filter(({ verb }) => verb.endsWith('revoke-link'))).toHaveLength(1);
});

test('wrong codes are counted by where they come from, and a right one takes nothing of it', async () => {
  const { code } = await ask();
  for (let n = 0; n < 19; n += 1)
    await expect(openLink(outsider('198.51.100.9'), { code: `wrong ${n}` })).rejects.toMatchObject({ fields: { code: 'code_wrong' } });
  await openLink(outsider('198.51.100.9'), { code });
  await expect(openLink(outsider('198.51.100.9'), { code: 'wrong once more' })).rejects.toMatchObject({ kind: 'invalid' });
  await expect(openLink(outsider('198.51.100.9'), { code })).rejects.toMatchObject({ kind: 'too_many' });
  expect(await openLink(outsider('192.0.2.44'), { code })).toMatchObject({ code });
});
