import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DoorContext } from '#domain/core/context.ts';
import { makeKey } from '#domain/keys/make-key.ts';
import { readKeys } from '#domain/keys/read-keys.ts';
import { revokeKey } from '#domain/keys/revoke-key.ts';
import { approve } from '#domain/review/approve.ts';
import { readSubmission } from '#domain/review/read-submission.ts';
import { submitPush } from '#domain/review/submit-push.ts';
import { readFrontPage } from '#domain/studio/read-front-page.ts';
import { loadEdition } from './load-edition.ts';
import { publishContent } from './publish.ts';
import { pushContent } from './push.ts';
import type { Role } from '#model/roles.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { CORRECTION } from '#tests/support/content/correction.ts';
import { system, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { noticesOf } from '#tests/support/mail/notices-of.ts';
import { sampleFiles, writeContent } from '#tests/support/sample-content.ts';

const NOTE = 'notes/how-we-work.en.mdx';
const REASON = 'Nobody else could be reached tonight.';
const key = (secret: string) => ({ second: { by: 'key' as const, secret } });
const alone = { second: { by: 'emergency' as const } };
let database: TestDatabase;
let content: Awaited<ReturnType<typeof writeContent>>;
let pushed: Awaited<ReturnType<typeof pushContent>>;
beforeAll(async () => {
  database = await testDatabase();
  content = await writeContent(sampleFiles());
});
afterAll(async () => {
  await content.remove();
  await database.close();
});

function as(name: string, reason = 'a test'): DoorContext {
  const base = testContext(database.db, { kind: 'operator', as: name, reason });
  return { ...base, config: { ...base.config, contentDir: content.dir, shiftMs: 0 } };
}
async function member(...roles: Role[]): Promise<DoorContext> {
  const { actor } = await createSession(database.db, await createAccount(database.db, { roles }), { authenticatedAt: new Date() });
  return testContext(database.db, actor);
}
const made = async (ctx: DoorContext, days = 7) => makeKey(ctx, { name: 'A machine', days });
const accountOf = ({ actor }: DoorContext) => (actor.kind === 'account' ? actor.accountId : 0n);
const edition = async () => (await loadEdition(database.db, null))?.number;

/** Something new is pushed each time, and nobody has read it. */
beforeEach(async () => {
  await appendFile(join(content.dir, NOTE), '\nOne more line.\n');
  pushed = await pushContent(as('jane'), {});
});
const publish = (ctx: DoorContext, second: object = {}) => publishContent(ctx, { texts: pushed.texts, site: pushed.site, ...second });

test('the first edition of a site asks for nobody, and the next one does', async () => {
  expect(await publish(as('jane'))).toEqual({ edition: 1, published: 9, site: true });
  await appendFile(join(content.dir, NOTE), '\nOne more.\n');
  pushed = await pushContent(as('jane'), {});
  await expect(publish(as('jane'))).rejects.toMatchObject({ kind: 'conflict', reason: 'second_person', message: expect.stringContaining(NOTE) });
  expect(await edition()).toBe(1);
  const demo = as('jane');
  expect(await publish({ ...demo, config: { ...demo.config, demo: true } })).toMatchObject({ edition: 2, published: 1 });
});

test('an approver’s key is their word, kept as the studio keeps it', async () => {
  const approver = await member('approver');
  const { secret, id } = await made(approver);
  const before = await edition();
  const view = await publish(as('jane'), key(secret));
  expect(view).toMatchObject({ edition: (before ?? 0) + 1, published: 1, key: id });
  const [approval] = await database.db.approval.findMany({ orderBy: { submissionId: 'desc' }, take: 1, include: { submission: true } });
  expect(approval).toMatchObject({ approverId: accountOf(approver), way: 'key', submission: { state: 'approved', pushedAs: 'jane', authorId: null } });
  expect(await database.db.emergency.count({ where: { editionNumber: view.edition } })).toBe(0);
  expect((await readKeys(approver, {}))[0]?.lastUsedAt).toEqual(expect.any(String));
  // Nothing is new, so nobody is asked; a key that is named is good all the same.
  expect(await publish(as('jane'))).toMatchObject({ published: 0 });
  expect(await publish(as('jane'), key(secret))).toMatchObject({ published: 0, key: id });
  const [entry] = await database.db.auditEntry.findMany({ where: { verb: 'publishing/publish' }, orderBy: { seq: 'desc' }, skip: 2, take: 1 });
  expect(entry?.detail).toMatchObject({ published: 1, key: id });
  expect(JSON.stringify(await database.db.auditEntry.findMany({ select: { detail: true, subject: true } }))).not.toContain(secret.slice(-20));
});

test('a key is worth nothing once it is over or revoked, or its person may not approve, and nothing is published', async () => {
  const before = await edition();
  const refused = (secret: string) =>
    expect(publish(as('jane'), key(secret))).rejects.toMatchObject({ kind: 'invalid', fields: { '--approved-by': 'key_wrong' } });
  await refused('candor-approval-nobodys');
  const approver = await member('approver');
  const [over, revoked, demoted] = [await made(approver), await made(approver), await made(await member('approver'))];
  await database.db.approvalKey.update({ where: { id: over.id }, data: { expiresAt: new Date(Date.now() - 1_000) } });
  await refused(over.secret);
  await revokeKey(approver, { id: revoked.id });
  await refused(revoked.secret);
  const { accountId } = await database.db.approvalKey.findUniqueOrThrow({ where: { id: demoted.id } });
  await database.db.account.update({ where: { id: accountId }, data: { roles: ['author'] } });
  await refused(demoted.secret);
  await database.db.account.update({ where: { id: accountId }, data: { roles: ['approver'], disabledAt: new Date() } });
  await refused(demoted.secret);
  expect(await edition()).toBe(before);
  expect(await database.db.auditEntry.count({ where: { verb: 'publishing/publish', outcome: 'invalid' } })).toBe(5);
});

test('nobody approves their own words: who pushes, who wrote in the studio, who submitted', async () => {
  const approver = await member('approver');
  const { secret } = await made(approver);
  const { email } = await database.db.account.findUniqueOrThrow({ where: { id: accountOf(approver) } });
  for (const name of [email, email.toUpperCase(), email.split('@')[0] as string])
    await expect(publish(as(name), key(secret))).rejects.toMatchObject({ reason: 'own_words' });
  const { id } = await database.db.revision.findFirstOrThrow({ orderBy: { id: 'desc' } });
  await database.db.revision.update({ where: { id }, data: { authorIds: [accountOf(approver)] } });
  await expect(publish(as('jane'), key(secret))).rejects.toMatchObject({ reason: 'own_words' });
  await database.db.revision.update({ where: { id }, data: { authorIds: [] } });
  // Not one row of what was refused stays.
  expect(await database.db.submission.count({ where: { revisionId: id } })).toBe(0);
  expect(await publish(as('jane'), key(secret))).toMatchObject({ published: 1 });
});

test('in an emergency the reason is public, and the studio asks until a second person has approved exactly that', async () => {
  await expect(publish(as('jane', 'In a hurry'), alone)).rejects.toMatchObject({ kind: 'invalid', fields: { '--reason': expect.stringContaining('20') } });
  const view = await publish(as('jane', REASON), alone);
  expect(view).toMatchObject({ published: 1, alone: true });
  const note = (await loadEdition(database.db, null))?.posts.find(({ kind }) => kind === 'note');
  expect(note?.alone.map(({ reason }) => reason)).toEqual([REASON]);
  const approver = await member('approver');
  const troubles = async () => (await readFrontPage(approver, { locale: 'en' })).troubles.filter(({ kind }) => kind === 'alone');
  const [trouble] = await troubles();
  expect(trouble).toMatchObject({ edition: view.edition, slug: 'how-we-work' });
  const submission = trouble?.kind === 'alone' ? trouble.submission : 0;
  const { sourceHash, factsHash, author, isOwn } = await readSubmission(approver, { id: submission });
  expect({ author, isOwn }).toEqual({ author: 'jane', isOwn: false });
  await approve(approver, { submission, sourceHash, factsHash });
  expect(await troubles()).toEqual([]);
});

test('what was pushed can be submitted, is approved in the studio, and then goes out without more', async () => {
  const { submissions } = await submitPush(as('jane'), { texts: pushed.texts });
  expect(submissions).toHaveLength(1);
  // Once more asks nobody once more.
  expect((await submitPush(as('jane'), { texts: pushed.texts })).submissions).toEqual(submissions);
  await expect(publish(as('jane'))).rejects.toMatchObject({ reason: 'second_person' });
  const approver = await member('approver');
  const [submission] = submissions as [number];
  const { sourceHash, factsHash } = await readSubmission(approver, { id: submission });
  await approve(approver, { submission, sourceHash, factsHash });
  expect(await publish(as('jane'))).toMatchObject({ published: 1 });
});

test('facts that changed ask for a second person for each text that shows them; another look asks for nobody', async () => {
  await publish(as('jane', REASON), alone);
  const path = join(content.dir, 'incidents/access/incident.yaml');
  const { readFile, writeFile } = await import('node:fs/promises');
  await writeFile(path, `${(await readFile(path, 'utf8')).replace('1.2.3', '1.2.4')}${CORRECTION}`);
  pushed = await pushContent(as('jane'), {});
  await expect(publish(as('jane'))).rejects.toMatchObject({ reason: 'second_person', message: expect.stringContaining('incidents/access/advisory.en.mdx') });
  await publish(as('jane', REASON), alone);
  const note = pushed.texts.find(({ facts }) => facts === null);
  const rendering = await database.db.rendering.findUniqueOrThrow({ where: { id: note?.rendering ?? 0 } });
  const { id: _id, json, ...rest } = rendering;
  const other = await database.db.rendering.create({ data: { ...rest, json: { ...(json as object), title: 'Another look' } } });
  expect(await publishContent(as('jane'), { texts: [{ revision: note?.revision ?? 0, facts: null, rendering: other.id }] })).toMatchObject({ published: 1 });
});

test('a key is made by an approver who has just shown who they are, ten at most, and told by mail', async () => {
  const approver = await member('approver');
  const first = await made(approver);
  expect(first.secret).toMatch(/^candor-approval-[\w-]{43}$/);
  expect((await noticesOf(database.db, accountOf(approver))).map(({ kind }) => kind)).toEqual(['approval_key_made']);
  expect(await database.db.securityEvent.count({ where: { accountId: accountOf(approver), kind: 'approval_key_made' } })).toBe(1);
  expect(JSON.stringify(await database.db.approvalKey.findMany(), (_, value) => (typeof value === 'bigint' ? `${value}` : value))).not.toContain(first.secret);
  for (let n = 1; n < 10; n += 1) await made(approver);
  await expect(made(approver)).rejects.toMatchObject({ reason: 'keys_full' });
  await revokeKey(approver, { id: first.id });
  await revokeKey(approver, { id: first.id });
  await made(approver);
  await expect(revokeKey(await member('admin'), { id: first.id })).rejects.toMatchObject({ kind: 'not_found' });
  for (const [field, input] of [
    ['name', { name: ' ', days: 1 }],
    ['name', { name: 'a'.repeat(81), days: 1 }],
    ['days', { name: 'a', days: 0 }],
    ['days', { name: 'a', days: 366 }],
  ] as const)
    await expect(makeKey(await member('admin'), input)).rejects.toMatchObject({ kind: 'invalid', fields: { [field]: expect.stringMatching(/^key_/) } });
  await expect(made(await member('author'))).rejects.toMatchObject({ kind: 'forbidden' });
  const { actor } = approver;
  const stale = actor.kind === 'account' ? { ...actor, authenticated: { ...actor.authenticated, at: new Date(Date.now() - 600_000) } } : actor;
  await expect(made(testContext(database.db, stale))).rejects.toMatchObject({ kind: 'forbidden', reason: 'step_up' });
  await expect(publishContent(testContext(database.db, system), { texts: [] })).rejects.toMatchObject({ kind: 'forbidden' });
});

test('wrong keys are counted, and after twenty a right one waits, too', async () => {
  await database.db.$executeRaw`DELETE FROM limits.failure`;
  for (let n = 0; n < 20; n += 1) await expect(publish(as(`name-${n}`), key('candor-approval-x'))).rejects.toMatchObject({ kind: 'invalid' });
  const { secret } = await made(await member('approver'));
  await expect(publish(as('jane'), key(secret))).rejects.toMatchObject({ kind: 'too_many' });
});
