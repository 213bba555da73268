import { afterAll, beforeAll, expect, test } from 'vitest';
import { secretId } from '#domain/core/secret.ts';
import { issueCode } from '#domain/credentials/email-code/issue-code.ts';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import { resumeSession } from '#domain/status/resume-session.ts';
import type { AccountActor, DoorContext } from '#domain/core/context.ts';
import { changePassword } from '#domain/password-change/change-password.ts';
import { proveOwnership } from '#domain/password-change/prove-ownership.ts';
import { signIn } from '#domain/sessions/sign-in.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { outcomeOf } from '#tests/support/verbs/outcome-of.ts';
import { system, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { noticesOf } from '#tests/support/mail/notices-of.ts';
import { askForAddress } from './ask-for-address.ts';
import { askTakeBack } from './ask-take-back.ts';
import { changeAddress } from './change-address.ts';
import { takeBack } from './take-back.ts';

const PASSWORD = 'violet kettle runs north';
const NEWER = 'gravel orchid tunnel saffron';
let database: TestDatabase;
let [then, newer] = ['', ''];
let made = 0;
beforeAll(async () => {
  database = await testDatabase();
  [then, newer] = await Promise.all([hashPassword(PASSWORD), hashPassword(NEWER)]);
});
afterAll(() => database.close());

const from = (source: string) => testContext(database.db, undefined, { client: { device: 'Firefox on Linux', source } });
const codeOf = async (ticket: string) => (await issueCode(testContext(database.db, system), { requestId: secretId(ticket) }))?.code ?? null;
const read = (id: bigint) => database.db.account.findUniqueOrThrow({ where: { id } });

/** An account whose address somebody who was signed in has changed, as often as there are names. */
async function robbed(...names: string[]) {
  made += 1;
  const account = await createAccount(database.db, { passwordHash: then, lastSignInAt: new Date() });
  const intruder = await createSession(database.db, account, { authenticatedAt: new Date() });
  await database.db.knownDevice.create({ data: { accountId: account.id, id: `known-${made}`, addedAt: new Date(), lastUsedAt: new Date() } });
  const ctx = testContext(database.db, intruder.actor, { client: { device: 'Chrome on Windows', source: `192.0.${made}.1` } });
  const addresses = (names.length > 0 ? names : ['intruder']).map((name) => `${name}-${made}@evil.example`);
  for (const email of addresses) {
    const { ticket } = await askForAddress(ctx, { email });
    await changeAddress(ctx, { code: (await codeOf(ticket)) ?? '', ticket });
  }
  return { account, intruder, addresses, owner: from(`198.51.${made}.9`) };
}

/** Whoever knows the password changes it in the guide. */
async function changes(ctx: DoorContext, password: string, next: string) {
  await proveOwnership(ctx, { proof: 'current', password });
  const { secret } = await changePassword(ctx, { next, confirm: next, signOutOthers: true });
  return { ...ctx, actor: { ...ctx.actor, sessionId: secretId(secret) } as AccountActor };
}

async function asked(door: ReturnType<typeof from>, email: string) {
  const { ticket } = await askTakeBack(door, { email, locale: 'de' });
  return { ticket, code: (await codeOf(ticket)) ?? '' };
}

test('the intruder changed address and password; the owner takes the address back with the code and the password of before, and everything of the intruder ends', async () => {
  const { account, intruder, addresses, owner } = await robbed();
  await database.db.account.update({ where: { id: account.id }, data: { passwordHash: newer, passwordVersion: { increment: 1 } } });
  const given = await asked(owner, ` ${account.email.toUpperCase()} `);
  expect(await outcomeOf(takeBack(owner, { ...given, password: NEWER }))).toBe('password_not_of_then');
  const signedIn = await takeBack(owner, { ...given, password: PASSWORD });
  const { passwordHash, ...rest } = await read(account.id);
  expect(rest).toMatchObject({ email: account.email, emailKey: account.emailKey });
  expect([then, newer]).not.toContain(passwordHash);
  expect(await resumeSession(database.db, intruder.secret)).toEqual({ kind: 'ended' });
  expect(await resumeSession(database.db, signedIn.secret)).toMatchObject({ kind: 'live', actor: { accountId: account.id, session: 'full' } });
  expect(await database.db.knownDevice.findMany({ where: { accountId: account.id } })).toMatchObject([{ id: secretId(signedIn.device) }]);
  expect(await database.db.oneTimeCode.count({ where: { accountId: account.id } })).toBe(0);
  const [, , restored, lost] = await noticesOf(database.db, account.id);
  const change = await database.db.addressChange.findFirstOrThrow({ where: { accountId: account.id } });
  expect([restored?.kind, lost, change.toEmail]).toEqual([
    'address_restored',
    expect.objectContaining({ kind: 'address_lost', changeId: String(change.id) }),
    addresses[0],
  ]);
  const events = await database.db.securityEvent.findMany({ where: { accountId: account.id }, orderBy: { id: 'asc' } });
  expect(events.map(({ kind }) => kind)).toEqual(['code_sent', 'address_changed', 'proof_failed', 'session_ended', 'address_restored', 'signed_in']);
  // Once is enough, and what the change had brought takes nothing back.
  expect((await asked(owner, account.email)).code).toBe('');
  expect((await asked(owner, addresses[0] as string)).code).toBe('');
});

test('the intruder changes the password first, as often as they like, and then the address: the owner’s own password takes it back', async () => {
  const { account, intruder, owner } = await robbed();
  await database.db.addressChange.deleteMany({ where: { accountId: account.id } });
  await database.db.account.update({ where: { id: account.id }, data: { email: account.email, emailKey: account.emailKey } });
  let ctx = testContext(database.db, { ...intruder.actor, authenticated: { at: new Date(), level: 'password' } });
  let present = PASSWORD;
  for (const word of ['maple', 'copper']) {
    const next = `gravel orchid tunnel ${word} saffron`;
    ctx = await changes(ctx, present, next);
    present = next;
  }
  const { ticket } = await askForAddress(ctx, { email: 'later@evil.example' });
  await changeAddress(ctx, { code: (await codeOf(ticket)) ?? '', ticket });
  const taken = await takeBack(owner, { ...(await asked(owner, account.email)), password: PASSWORD });
  // Neither opens the account any more: the intruder knows both.
  for (const password of [PASSWORD, present]) expect(await outcomeOf(signIn(from('203.0.113.80'), { email: account.email, password }))).toBe('sign_in_failed');
  const resumed = await resumeSession(database.db, taken.secret);
  if (resumed.kind !== 'live') throw new Error(resumed.kind);
  const mine = testContext(database.db, resumed.actor);
  const next = 'a quiet harbour at six';
  await changePassword(mine, { next, confirm: next, signOutOthers: true });
  expect(await outcomeOf(signIn(from('203.0.113.81'), { email: account.email, password: next }))).toBe('done');
}, 60_000);

test('a password that was changed by more than knowing it takes nothing back', async () => {
  const { account, intruder, addresses, owner } = await robbed();
  await database.db.account.update({ where: { id: account.id }, data: { passwordHash: newer } });
  const at = new Date(Date.now() - 3_600_000);
  await database.db.formerPassword.create({ data: { accountId: account.id, passwordHash: then, replacedAt: at } });
  await database.db.passwordChange.create({ data: { accountId: account.id, at, proof: 'email_code' } });
  await database.db.addressChange.updateMany({ where: { accountId: account.id }, data: { passwordHash: newer } });
  expect(await outcomeOf(takeBack(owner, { ...(await asked(owner, account.email)), password: PASSWORD }))).toBe('password_not_of_then');
  expect((await read(account.id)).email).toBe(addresses[0]);
  expect(await resumeSession(database.db, intruder.secret)).toMatchObject({ kind: 'live' });
  expect(await outcomeOf(takeBack(owner, { ...(await asked(owner, account.email)), password: NEWER }))).toBe('done');
});

test('what the intruder added goes with the address, and what the owner had before stays', async () => {
  const { account, owner } = await robbed();
  const added = { accountId: account.id, device: 'Chrome on Windows', network: '192.0.2.0/24' };
  const key = (id: string, days: number) => ({
    ...added,
    id,
    publicKey: Buffer.from('x'),
    counter: 0n,
    transports: [],
    name: 'device',
    addedAt: new Date(Date.now() - days * 86_400_000),
  });
  await database.db.passkey.createMany({ data: [key(`owners-${made}`, 30), key(`intruders-${made}`, 1)] });
  await database.db.totpSecret.create({ data: { ...added, secret: new Uint8Array([1]), addedAt: new Date(), confirmedAt: new Date() } });
  await database.db.recoveryCode.create({ data: { ...added, id: `intruders-${made}`, addedAt: new Date() } });
  const view = await takeBack(owner, { ...(await asked(owner, account.email)), password: PASSWORD });
  expect(await database.db.passkey.findMany({ where: { accountId: account.id } })).toMatchObject([{ id: `owners-${made}` }]);
  expect([
    await database.db.totpSecret.count({ where: { accountId: account.id } }),
    await database.db.recoveryCode.count({ where: { accountId: account.id } }),
  ]).toEqual([0, 0]);
  expect(view.half).toBe(true);
});

test('of several changes the mailbox of before them all undoes them all at once', async () => {
  const { account, addresses, owner } = await robbed('first', 'second');
  await takeBack(owner, { ...(await asked(owner, account.email)), password: PASSWORD });
  expect((await asked(owner, addresses[0] as string)).code).toBe('');
  const lost = (await noticesOf(database.db, account.id)).find(({ kind }) => kind === 'address_lost');
  const last = await database.db.addressChange.findFirstOrThrow({ where: { accountId: account.id, toEmail: addresses[1] as string } });
  expect(lost).toMatchObject({ kind: 'address_lost', changeId: String(last.id) });
});

test('the mailbox between two changes undoes what came after it, and no more', async () => {
  const { account, addresses, owner } = await robbed('first', 'second');
  const middle = await asked(owner, addresses[0] as string);
  await takeBack(owner, { ...middle, password: PASSWORD });
  expect((await read(account.id)).email).toBe(addresses[0]);
  const first = await asked(owner, account.email);
  await takeBack(owner, { ...first, password: PASSWORD });
  expect((await read(account.id)).email).toBe(account.email);
  expect(await database.db.addressChange.count({ where: { accountId: account.id, revertedAt: null } })).toBe(0);
});

test('an address that was nobody’s, is somebody’s, belongs to a closed account or left too long ago gets no code, and looks the same', async () => {
  const [{ account, owner }, closed, late] = [await robbed(), await robbed(), await robbed()];
  await database.db.account.update({ where: { id: closed.account.id }, data: { disabledAt: new Date() } });
  await database.db.addressChange.updateMany({ where: { accountId: late.account.id }, data: { at: new Date(Date.now() - 7 * 86_400_000 - 60_000) } });
  for (const email of ['nobody@tempo.example', 'intruder-1@evil.example', closed.account.email, late.account.email]) {
    const { ticket } = await askTakeBack(owner, { email, locale: 'en' });
    expect([email, ticket.length, await codeOf(ticket)]).toEqual([email, 43, null]);
    expect(await outcomeOf(takeBack(owner, { ticket, code: '00000000', password: PASSWORD }))).toBe('code_wrong');
  }
  expect(await outcomeOf(askTakeBack(owner, { email: 'no address', locale: 'en' }))).toBe('email_invalid');
  // The account that has the address by now is told, and keeps it.
  const other = await createAccount(database.db, { email: account.email, emailKey: account.emailKey });
  expect((await asked(owner, account.email)).code).toBe('');
  expect(await noticesOf(database.db, other.id)).toMatchObject([{ kind: 'address_tried' }]);
});

test('five tries, of another browser none; a code of the change itself takes nothing back', async () => {
  const { account, intruder, owner } = await robbed();
  const { ticket, code } = await asked(owner, account.email);
  expect(await outcomeOf(takeBack(owner, { ticket: 'x'.repeat(43), code, password: PASSWORD }))).toBe('code_wrong');
  for (const password of ['a', 'b', 'c', 'd', 'x'.repeat(1024)]) {
    expect(await outcomeOf(takeBack(owner, { ticket, code, password }))).toBe('password_not_of_then');
  }
  expect(await outcomeOf(takeBack(owner, { ticket, code, password: PASSWORD }))).toBe('code_wrong');
  const changing = testContext(database.db, intruder.actor);
  const { ticket: other } = await askForAddress(changing, { email: `again-${made}@evil.example` });
  expect(await outcomeOf(takeBack(owner, { ticket: other, code: (await codeOf(other)) ?? '', password: PASSWORD }))).toBe('code_wrong');
  const back = await asked(owner, account.email);
  expect(await outcomeOf(changeAddress(changing, back))).toBe('code_wrong');
});

test('of thirty at once exactly one takes the address back; nothing after a rollback', async () => {
  const { account, addresses, owner, intruder } = await robbed();
  const given = await asked(owner, account.email);
  await database.db.oneTimeCode.update({ where: { id: secretId(given.ticket) }, data: { tries: -30 } });
  const holder = await createAccount(database.db, { email: account.email, emailKey: account.emailKey });
  expect(await outcomeOf(takeBack(owner, { ...given, password: PASSWORD }))).toBe('address_taken');
  expect((await resumeSession(database.db, intruder.secret)).kind).toBe('live');
  expect((await read(account.id)).email).toBe(addresses[0]);
  await database.db.account.delete({ where: { id: holder.id } });
  const outcomes = await Promise.all(Array.from({ length: 30 }, () => outcomeOf(takeBack(owner, { ...given, password: PASSWORD }))));
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
  expect(await database.db.session.count({ where: { accountId: account.id, endedAt: null } })).toBe(1);
});

test('two codes for one change give the address back once', async () => {
  const { account, owner } = await robbed();
  const [one, two] = [await asked(owner, account.email), await asked(from('203.0.113.77'), account.email)];
  const outcomes = await Promise.all([one, two].map((given) => outcomeOf(takeBack(owner, { ...given, password: PASSWORD }))));
  expect(outcomes.sort()).toEqual(['done', 'proof_used']);
});

test('an account with a second factor is half signed in', async () => {
  const { account, owner } = await robbed();
  const secret = new Uint8Array([1]);
  const addedAt = new Date(Date.now() - 30 * 86_400_000);
  await database.db.totpSecret.create({ data: { accountId: account.id, secret, addedAt, confirmedAt: new Date(), device: '', network: '' } });
  const view = await takeBack(owner, { ...(await asked(owner, account.email)), password: PASSWORD });
  expect(view.half).toBe(true);
  expect(await resumeSession(database.db, view.secret)).toMatchObject({ kind: 'live', actor: { session: 'half' } });
});
