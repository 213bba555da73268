import { afterAll, beforeAll, expect, test } from 'vitest';
import { activateAction } from '#domain/actions/activate-action.ts';
import { defineCohort } from '#domain/cohorts/define-cohort.ts';
import { createIncident } from '#tests/support/sample-incident.ts';
import type { OrderableProof } from '#model/proofs.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { operator, system, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { issueCode } from '#domain/credentials/email-code/issue-code.ts';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import { proveOwnership } from './prove-ownership.ts';
import { readGuide } from './read-guide.ts';
import { newSecret, secretId } from '#domain/core/secret.ts';
import { sendCode } from '#domain/credentials/email-code/send-code.ts';

const PASSWORD = 'violet kettle runs north';
let database: TestDatabase;
let passwordHash: string;
beforeAll(async () => {
  database = await testDatabase();
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(() => database.close());

async function signedIn(asked?: OrderableProof) {
  const account = await createAccount(database.db, { passwordHash });
  const { actor } = await createSession(database.db, account);
  if (asked) {
    const op = testContext(database.db, operator);
    const incidentSlug = await createIncident(database.db);
    await defineCohort(op, { incidentSlug, name: 'listed', accountIds: [String(account.id)], dataInvolved: [], toldFirst: false });
    await activateAction(op, { incidentSlug, cohort: 'listed', count: 1, kind: 'change_password', proof: asked });
  }
  const at = (seconds: number) => testContext(database.db, actor, { now: new Date(Date.now() + seconds * 1000) });
  return { account, actor, at, ctx: testContext(database.db, actor) };
}
type Person = Awaited<ReturnType<typeof signedIn>>;

/** Asks for a code, and reads it as the worker does. */
async function code({ ctx }: Person): Promise<{ code: string; ticket: string }> {
  const { ticket } = await sendCode(ctx, {});
  const issued = await issueCode(testContext(database.db, system), { requestId: secretId(ticket) });
  return { code: issued?.code as string, ticket };
}
const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: { kind: string; reason?: string }) => error.reason ?? error.kind,
  );

test('the current password proves where nobody asks for more', async () => {
  const person = await signedIn();
  expect(await readGuide(person.ctx, {})).toMatchObject({ email: person.account.email, proof: 'current', proved: false, signOutForced: false, reasons: [] });
  await expect(proveOwnership(person.ctx, { proof: 'current', password: 'wrong' })).rejects.toMatchObject({ fields: { password: 'password_wrong' } });
  await expect(proveOwnership(person.ctx, { proof: 'current', password: 'x'.repeat(1_000_000) })).rejects.toMatchObject({
    fields: { password: 'password_wrong' },
  });
  await proveOwnership(person.ctx, { proof: 'current', password: PASSWORD });
  expect(await readGuide(person.ctx, {})).toMatchObject({ proved: true });
  expect(await readGuide(person.at(601), {})).toMatchObject({ proved: false });
});

test('where the password may have leaked, knowing it proves nothing', async () => {
  const person = await signedIn('email_code');
  expect(await readGuide(person.ctx, {})).toMatchObject({
    proof: 'email_code',
    signOutForced: true,
    minutes: 4,
    reasons: [{ reason: { en: 'Your password was tried.' } }],
  });
  await expect(proveOwnership(person.ctx, { proof: 'current', password: PASSWORD })).rejects.toMatchObject({ kind: 'conflict', reason: 'proof_weaker' });
  await proveOwnership(person.ctx, { proof: 'email_code', ...(await code(person)) });
  expect(await readGuide(person.ctx, {})).toMatchObject({ proved: true, codeSent: false });
});

test('a code is asked for, made when it is sent, and lies nowhere in the database', async () => {
  const person = await signedIn();
  const { ticket } = await sendCode(person.ctx, {});
  expect(await readGuide(person.ctx, {})).toMatchObject({ codeSent: true });
  const sent = await issueCode(testContext(database.db, system), { requestId: secretId(ticket) });
  expect(sent).toMatchObject({ email: person.account.email, code: expect.stringMatching(/^\d{8}$/) });
  for (const table of ['OneTimeCode', 'AuditEntry', 'SecurityEvent']) {
    expect(JSON.stringify(await database.db.$queryRawUnsafe(`SELECT t::text FROM "${table}" t`))).not.toContain(sent?.code);
  }
  expect(JSON.stringify(await database.db.$queryRaw`SELECT payload::text FROM graphile_worker._private_jobs`)).not.toMatch(new RegExp(`${sent?.code}|@`));
});

test('a code is for the browser that asked, for its account, for ten minutes, and for five tries', async () => {
  const person = await signedIn();
  const right = await code(person);
  const [second, stranger] = [await createSession(database.db, person.account), await signedIn()];
  const wrong = { fields: { code: 'code_wrong' } };
  for (const ticket of [null, '', newSecret()])
    await expect(proveOwnership(testContext(database.db, second.actor), { proof: 'email_code', ...right, ticket })).rejects.toMatchObject(wrong);
  await expect(proveOwnership(stranger.ctx, { proof: 'email_code', ...right })).rejects.toMatchObject(wrong);
  await expect(proveOwnership(person.at(601), { proof: 'email_code', ...right })).rejects.toMatchObject(wrong);
  for (let n = 0; n < 5; n += 1)
    await expect(
      proveOwnership(person.ctx, { proof: 'email_code', ticket: right.ticket, code: String(n).repeat(8) === right.code ? '12345670' : String(n).repeat(8) }),
    ).rejects.toMatchObject(wrong);
  await expect(proveOwnership(person.ctx, { proof: 'email_code', ...right })).rejects.toMatchObject(wrong);
});

test('of thirty uses of one code at once one succeeds', async () => {
  const person = await signedIn();
  const right = await code(person);
  const kinds = await Promise.all(Array.from({ length: 30 }, () => outcome(proveOwnership(person.ctx, { proof: 'email_code', ...right }))));
  expect(kinds.filter((kind) => kind === 'done')).toHaveLength(1);
  expect(await database.db.proofGrant.count({ where: { sessionId: person.actor.sessionId } })).toBe(1);
  expect(await outcome(proveOwnership(person.ctx, { proof: 'email_code', ...right }))).not.toBe('done');
});

test('a new code ends the one before, at once', async () => {
  const person = await signedIn();
  const first = await code(person);
  await sendCode(person.ctx, {});
  await expect(proveOwnership(person.ctx, { proof: 'email_code', ...first })).rejects.toMatchObject({ fields: { code: 'code_wrong' } });
});

test('three codes an hour for one session, also of those asked for at once, and another session has its own', async () => {
  const person = await signedIn();
  const before = (await database.db.$queryRaw<{ id: string }[]>`SELECT payload->>'requestId' AS id FROM graphile_worker._private_jobs`).map(({ id }) => id);
  const kinds = await Promise.all(Array.from({ length: 8 }, () => outcome(sendCode(person.ctx, {}))));
  expect(kinds.sort()).toEqual(['done', 'done', 'done', ...Array(5).fill('too_many')]);
  const jobs = await database.db.$queryRaw<
    { n: bigint }[]
  >`SELECT count(*) AS n FROM graphile_worker._private_jobs WHERE payload->>'requestId' IS NOT NULL AND payload->>'requestId' NOT IN (SELECT unnest(${before}::text[]))`;
  expect(Number(jobs[0]?.n)).toBe(3);
  const other = await createSession(database.db, person.account);
  expect(await outcome(sendCode(testContext(database.db, other.actor), {}))).toBe('done');
});

test('ten wrong passwords close the proof of a session, however they are sent, and of no other', async () => {
  const person = await signedIn();
  const kinds = await Promise.all(Array.from({ length: 15 }, () => outcome(proveOwnership(person.ctx, { proof: 'current', password: 'wrong' }))));
  expect(kinds.filter((kind) => kind === 'invalid')).toHaveLength(10);
  expect(await outcome(proveOwnership(person.ctx, { proof: 'current', password: PASSWORD }))).toBe('too_many');
  const other = await createSession(database.db, person.account);
  expect(await outcome(proveOwnership(testContext(database.db, other.actor), { proof: 'current', password: PASSWORD }))).toBe('done');
  expect(
    await database.db.auditEntry.count({ where: { verb: 'password-change/prove-ownership', actor: `account:${person.account.id}`, outcome: 'too_many' } }),
  ).toBe(1);
});

test('nobody waits for a code: none is made', async () => {
  const person = await signedIn();
  const { ticket } = await sendCode(person.ctx, {});
  const issue = (ctx = person.ctx, requestId = secretId(ticket)) => issueCode({ ...ctx, actor: system }, { requestId });
  expect(await issue(person.ctx, secretId('nobody asked'))).toBeNull();
  expect(await issue(person.at(601))).toBeNull();
  await database.db.session.update({ where: { id: person.actor.sessionId }, data: { endedAt: new Date() } });
  expect(await issue()).toBeNull();
  await expect(issueCode(person.ctx, { requestId: secretId(ticket) })).rejects.toMatchObject({ kind: 'forbidden' });
});
