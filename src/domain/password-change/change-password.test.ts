import { afterAll, beforeAll, expect, test } from 'vitest';
import { activateAction } from '#domain/actions/activate-action.ts';
import { defineCohort } from '#domain/cohorts/define-cohort.ts';
import { createIncident } from '#tests/support/sample-incident.ts';
import { startTotp } from '#domain/credentials/totp/start-totp.ts';
import { resumeSession } from '#domain/status/resume-session.ts';
import type { Account, Proof } from '#generated/prisma/client.ts';
import { noticesOf } from '#tests/support/mail/notices-of.ts';
import type { OrderableProof } from '#model/proofs.ts';
import { createAccount, createSession, type SignedIn } from '#tests/support/accounts.ts';
import { operator, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { changePassword } from './change-password.ts';
import { hashPassword, verifyPassword } from '#domain/credentials/password/password-hash.ts';

const NEXT = 'a quiet harbour at six';
let database: TestDatabase;
let passwordHash: string;
beforeAll(async () => {
  database = await testDatabase();
  passwordHash = await hashPassword('violet kettle runs north');
});
afterAll(() => database.close());

/** After whatever the tests ask for, which begins at the database's time. */
const now = new Date(Date.now() + 600_000);
const input = { next: NEXT, confirm: NEXT, signOutOthers: true };
const context = ({ actor }: SignedIn) => testContext(database.db, actor, { now });
const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: { kind: string; reason?: string }) => error.reason ?? error.kind,
  );
const alive = async (secret: string) => (await resumeSession(database.db, secret)).kind;
const read = (account: Account) => database.db.account.findUniqueOrThrow({ where: { id: account.id } });

let grants = 0;
async function grant({ session }: SignedIn, proof: Proof = 'current', expiresAt = new Date(now.getTime() + 1000)) {
  const { passwordVersion } = await database.db.account.findUniqueOrThrow({ where: { id: session.accountId } });
  return database.db.proofGrant.create({
    data: { id: `grant-${grants++}`, sessionId: session.id, purpose: 'change-password', proof, passwordVersion, expiresAt },
  });
}
async function signedIn(proof?: Proof) {
  const account = await createAccount(database.db, { passwordHash, locale: 'de' });
  const person = await createSession(database.db, account);
  if (proof) await grant(person, proof);
  return { account, person };
}
async function ask(account: Account, proof: OrderableProof, { upgrade = false } = {}) {
  const op = testContext(database.db, operator);
  const incidentSlug = await createIncident(database.db);
  await defineCohort(op, { incidentSlug, name: 'listed', accountIds: [String(account.id)], dataInvolved: [], toldFirst: false });
  await activateAction(op, { incidentSlug, cohort: 'listed', count: 1, kind: 'change_password', proof });
  if (upgrade)
    await activateAction(op, { incidentSlug, cohort: 'listed', count: 1, kind: 'upgrade_app', proof: 'current', platform: 'android', fixedVersion: '9.2.0' });
  return incidentSlug;
}
const notices = (account: Account) => noticesOf(database.db, account.id);

test('one change closes what it satisfies, ends the others, and gives this session a new secret', async () => {
  const { account, person } = await signedIn('email_code');
  const other = await createSession(database.db, account);
  const [first, second] = [await ask(account, 'email_code', { upgrade: true }), await ask(account, 'current')];
  expect(await resumeSession(database.db, person.secret)).toMatchObject({ actor: { session: 'restricted' } });
  const view = await changePassword(context(person), { ...input, signOutOthers: false });
  const title = { en: 'Access to internal systems' };
  expect(view).toMatchObject({ changedAt: now.toISOString(), sessionsEnded: 1, actionsLeft: [{ slug: first, title, kind: 'upgrade_app' }] });
  expect(view.actionsDone.map(({ slug }) => slug).sort()).toEqual([first, second].sort());
  expect([await alive(person.secret), await alive(other.secret), await alive(view.secret)]).toEqual(['ended', 'ended', 'live']);
  expect(await resumeSession(database.db, view.secret)).toMatchObject({ actor: { session: 'full' } });
  const changed = await read(account);
  expect(changed).toMatchObject({ passwordVersion: 1 });
  expect(await database.db.passwordChange.findMany({ where: { accountId: account.id } })).toMatchObject([{ at: now, proof: 'email_code', sessionsEnded: 1 }]);
  expect(await verifyPassword(changed.passwordHash, NEXT)).toBe(true);
  expect(await notices(account)).toMatchObject([{ kind: 'password_changed', at: now.toISOString(), sessionsEnded: 1 }]);
  expect(await database.db.securityEvent.findMany({ where: { accountId: account.id } })).toMatchObject([{ kind: 'password_changed' }]);
  const audit = await database.db.auditEntry.findMany({ where: { verb: 'password-change/change-password', actor: `account:${account.id}` } });
  expect(audit).toMatchObject([{ outcome: 'done', detail: { sessionsEnded: 1, actionsDone: 2, actionsLeft: 1 } }]);
  expect(JSON.stringify(audit, (_, value) => String(value))).not.toContain(view.secret);
});

test('of their own will, a person may leave their other devices signed in', async () => {
  const { account, person } = await signedIn('current');
  const other = await createSession(database.db, account);
  expect(await changePassword(context(person), { ...input, signOutOthers: false })).toMatchObject({ sessionsEnded: 0, actionsDone: [], actionsLeft: [] });
  expect(await alive(other.secret)).toBe('live');
});

test('what others have shown with the old password is worth nothing, even where they stay signed in', async () => {
  const { account, person } = await signedIn('current');
  const half = await createSession(database.db, account, { awaitsFactor: true });
  const fresh = await createSession(database.db, account, { authenticatedAt: new Date() });
  const byFactor = await createSession(database.db, account, { authenticatedAt: new Date(), level: 'factor' });
  expect(await changePassword(context(person), { ...input, signOutOthers: false })).toMatchObject({ sessionsEnded: 0 });
  expect(await alive(half.secret)).toBe('ended');
  const resumed = async ({ secret }: { secret: string }) => {
    const session = await resumeSession(database.db, secret);
    return session.kind === 'live' ? testContext(database.db, session.actor) : null;
  };
  await expect(startTotp((await resumed(fresh)) ?? context(person), {})).rejects.toMatchObject({ reason: 'step_up' });
  expect(await startTotp((await resumed(byFactor)) ?? context(person), {})).toEqual({});
});

test.each([
  ['a short one', { next: 'short', confirm: 'short' }, { next: 'password_short' }, null],
  ['a common one', { next: 'passwordpassword', confirm: 'passwordpassword' }, { next: 'password_common' }, { level: 'very_weak', weakness: null }],
  ['a repeated one', { next: 'xq7xq7xq7xq7xq7xq7', confirm: '' }, { next: 'password_guessable' }, { level: 'very_weak', weakness: 'repeat' }],
  ['a megabyte', { next: 'y'.repeat(1_000_000), confirm: '' }, { next: 'password_long' }, undefined],
  ['one of more bytes than characters', { next: 'ß'.repeat(600), confirm: '' }, { next: 'password_long' }, null],
  ['two different ones', { confirm: 'another one entirely' }, { confirm: 'password_mismatch' }, { level: 'strong', weakness: null }],
])('%s is refused with its strength, and the proof stays', async (_, change, fields, strength) => {
  const { account, person } = await signedIn('current');
  await expect(changePassword(context(person), { ...input, ...change })).rejects.toMatchObject({
    kind: 'invalid',
    fields,
    ...(strength !== undefined && { strength }),
  });
  expect(await read(account)).toMatchObject({ passwordVersion: 0, passwordHash });
  expect(await database.db.proofGrant.count({ where: { sessionId: person.session.id } })).toBe(1);
});

test('without a proof, with a stale one, with a stranger’s, nothing changes', async () => {
  const [without, stale, stranger] = [await signedIn(), await signedIn(), await signedIn('email_code')];
  await grant(stale.person, 'current', now);
  expect(await outcome(changePassword(context(without.person), input))).toBe('proof_used');
  expect(await outcome(changePassword(context(stale.person), input))).toBe('proof_used');
  // Another account's session can't be named by one's own.
  const forged = { ...stranger.person, actor: { ...stranger.person.actor, accountId: without.account.id } };
  expect(await outcome(changePassword(context(forged), input))).toBe('signed_out');
  for (const { account } of [without, stale, stranger]) expect(await read(account)).toMatchObject({ passwordVersion: 0, passwordHash });
});

test('an order that came after the proof and asks for more is obeyed', async () => {
  const { account, person } = await signedIn('current');
  await ask(account, 'email_code');
  expect(await outcome(changePassword(context(person), input))).toBe('proof_weaker');
  expect(await read(account)).toMatchObject({ passwordVersion: 0, passwordHash });
  expect(await notices(account)).toEqual([]);
});

/** One won, and each of the others is told: who looks for the proof only after the winner's commit finds it used. */
function toldApart(kinds: string[]): void {
  expect(kinds.filter((kind) => kind === 'done')).toHaveLength(1);
  expect(kinds.filter((kind) => !['done', 'changed_elsewhere', 'proof_used'].includes(kind))).toEqual([]);
}

test('of two changes at once from two devices one wins, and the other is told', async () => {
  const { account, person } = await signedIn('current');
  const other = await createSession(database.db, account);
  await grant(other);
  toldApart(await Promise.all([person, other].map((each) => outcome(changePassword(context(each), input)))));
  expect(await read(account)).toMatchObject({ passwordVersion: 1 });
  expect(await notices(account)).toHaveLength(1);
});

test('the same when neither signs the other out', async () => {
  const { account, person } = await signedIn('current');
  const other = await createSession(database.db, account);
  await grant(other);
  toldApart(await Promise.all([person, other].map((each) => outcome(changePassword(context(each), { ...input, signOutOthers: false })))));
});

test('of ten changes at once from one session one wins, and the others are told', async () => {
  const { account, person } = await signedIn('current');
  const kinds = await Promise.all(Array.from({ length: 10 }, () => outcome(changePassword(context(person), input))));
  toldApart(kinds);
  expect(await read(account)).toMatchObject({ passwordVersion: 1 });
});

test('the session itself may be ended in the meantime, and that is no change', async () => {
  const { person } = await signedIn('current');
  await database.db.session.update({ where: { id: person.session.id }, data: { endedAt: new Date(0) } });
  expect(await outcome(changePassword(context(person), input))).toBe('signed_out');
});

test('when the transaction fails, nothing is changed and no mail goes', async () => {
  const other = await testDatabase();
  try {
    const account = await createAccount(other.db, { passwordHash });
    const person = await createSession(other.db, account);
    await other.db.proofGrant.create({
      data: {
        id: 'grant',
        sessionId: person.session.id,
        purpose: 'change-password',
        proof: 'current',
        passwordVersion: 0,
        expiresAt: new Date(now.getTime() + 1000),
      },
    });
    // The audit entry is the last thing that is written.
    await other.db.$executeRaw`ALTER TABLE "AuditEntry" ADD CONSTRAINT refuse CHECK (verb <> 'password-change/change-password')`;
    await expect(changePassword(testContext(other.db, person.actor, { now }), input)).rejects.toThrow();
    expect(await other.db.account.findFirst()).toMatchObject({ passwordVersion: 0, passwordHash });
    expect(await other.db.$queryRaw`SELECT 1 FROM graphile_worker._private_jobs`).toEqual([]);
    expect(await other.db.proofGrant.count()).toBe(1);
    expect(await resumeSession(other.db, person.secret)).toMatchObject({ kind: 'live' });
  } finally {
    await other.close();
  }
});

test('forty tries an hour are enough, refused ones too', async () => {
  const { account, person } = await signedIn('current');
  const kinds: string[] = [];
  for (let n = 0; n < 40; n += 1) kinds.push(await outcome(changePassword(context(person), { ...input, next: 'short' })));
  expect(kinds).toEqual(Array(40).fill('invalid'));
  expect(await outcome(changePassword(context(person), input))).toBe('too_many');
  expect(await read(account)).toMatchObject({ passwordVersion: 0, passwordHash });
});

test('a later change with a weaker proof opens nothing again', async () => {
  const { account, person } = await signedIn('email_code');
  await ask(account, 'email_code');
  const restricted = async (secret: string) => {
    const resumed = await resumeSession(database.db, secret);
    return resumed.kind === 'live' && resumed.actor.session === 'restricted';
  };
  expect(await restricted(person.secret)).toBe(true);
  const first = await changePassword(context(person), input);
  expect(await restricted(first.secret)).toBe(false);
  const session = await database.db.session.findFirstOrThrow({ where: { accountId: account.id, endedAt: null } });
  const again = { ...person, session, actor: { ...person.actor, sessionId: session.id } };
  await grant(again, 'current');
  const second = await changePassword(context(again), { ...input, next: 'another calm harbour', confirm: 'another calm harbour' });
  expect(second.actionsLeft).toEqual([]);
  expect(await restricted(second.secret)).toBe(false);
});
