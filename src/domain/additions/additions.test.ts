import { afterAll, beforeAll, expect, test } from 'vitest';
import { activateAction } from '#domain/actions/activate-action.ts';
import { defineCohort } from '#domain/cohorts/define-cohort.ts';
import { askForAddress } from '#domain/address-change/ask-for-address.ts';
import { askTakeBack } from '#domain/address-change/ask-take-back.ts';
import { changeAddress } from '#domain/address-change/change-address.ts';
import { takeBack } from '#domain/address-change/take-back.ts';
import { secretId } from '#domain/core/secret.ts';
import { issueCode } from '#domain/credentials/email-code/issue-code.ts';
import { sendCode } from '#domain/credentials/email-code/send-code.ts';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import { changePassword } from '#domain/password-change/change-password.ts';
import { proveOwnership } from '#domain/password-change/prove-ownership.ts';
import { readGuide } from '#domain/password-change/read-guide.ts';
import { askRecovery } from '#domain/recovery/ask-recovery.ts';
import { giveCode } from '#domain/recovery/give-code.ts';
import { readRecovery } from '#domain/recovery/read-recovery.ts';
import { setRecoveredPassword } from '#domain/recovery/set-recovered-password.ts';
import { signIn } from '#domain/sessions/sign-in.ts';
import { reportSession } from '#domain/sessions/report-session.ts';
import { resumeSession } from '#domain/status/resume-session.ts';
import type { ToldIncident } from '#domain/status/told-incidents.ts';
import type { Account } from '#generated/prisma/client.ts';
import { noticesOf } from '#tests/support/mail/notices-of.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { operator, system, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { createIncident, sampleFacts } from '#tests/support/sample-incident.ts';
import { suspectSince } from './suspect-since.ts';

const PASSWORD = 'violet kettle runs north';
const NEXT = 'a quiet harbour at six';
const DAY_MS = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY_MS);
let database: TestDatabase;
let passwordHash: string;
beforeAll(async () => {
  database = await testDatabase();
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(() => database.close());

let made = 0;
const browserOf = (device: string) => {
  made += 1;
  return testContext(database.db, undefined, { client: { device, source: `203.0.113.${made}` } });
};
const owner = () => createAccount(database.db, { passwordHash });
const codeOf = async (ticket: string) => (await issueCode(testContext(database.db, system), { requestId: secretId(ticket) }))?.code as string;

/** Everything by which somebody may get in, or is trusted, later on. */
async function add({ id: accountId }: Account, addedAt: Date, device: string): Promise<void> {
  made += 1;
  const from = { accountId, addedAt, device, network: '203.0.113.0/24' };
  await database.db.passkey.create({
    data: { ...from, id: `key-${made}`, publicKey: Buffer.from('x'), counter: 0n, transports: [], name: `Key of ${device}` },
  });
  await database.db.recoveryCode.createMany({ data: Array.from({ length: 10 }, (_, n) => ({ ...from, id: `${made}-${n}` })) });
  await database.db.knownDevice.create({ data: { accountId, id: `device-${made}`, addedAt, lastUsedAt: addedAt } });
}
const left = async ({ id: accountId }: Account) => {
  const where = { accountId };
  const { db } = database;
  return {
    passkeys: (await db.passkey.findMany({ where })).map(({ device }) => device),
    codes: await db.recoveryCode.count({ where }),
    apps: await db.totpSecret.count({ where }),
    devices: await db.knownDevice.count({ where }),
  };
};

async function recovering(account: Account) {
  const ctx = browserOf('Firefox on Linux');
  const { ticket } = await askRecovery(ctx, { email: account.email });
  await giveCode(ctx, { ticket, code: await codeOf(ticket) });
  return { ctx, ticket, view: await readRecovery(ctx, { ticket, device: null }) };
}
/** Asks the account for another password because of an incident that began so many days ago, and signs it in. */
async function ordered(account: Account, days: number) {
  const at = ago(days).toISOString();
  const facts = sampleFacts({ occurred: { from: at, to: at, certainty: 'known' } });
  const op = testContext(database.db, operator);
  const incidentSlug = await createIncident(database.db, { facts });
  await defineCohort(op, { incidentSlug, name: 'listed', accountIds: [String(account.id)], dataInvolved: [], toldFirst: false });
  await activateAction(op, { incidentSlug, cohort: 'listed', count: 1, kind: 'change_password', proof: 'email_code' });
}
async function inGuide(account: Account) {
  const { actor } = await createSession(database.db, account);
  const ctx = testContext(database.db, actor);
  const { ticket } = await sendCode(ctx, {});
  await proveOwnership(ctx, { proof: 'email_code', code: await codeOf(ticket), ticket });
  return ctx;
}

test('an intruder with the password adds a passkey, codes and a browser of theirs; the owner recovers, and all of it is dead', async () => {
  const account = await owner();
  await database.db.knownDevice.create({ data: { accountId: account.id, id: 'of the owner', addedAt: ago(400), lastUsedAt: ago(2) } });
  const theirs = await signIn(browserOf('Chrome on Windows'), { email: account.email, password: PASSWORD });
  await add(account, ago(1), 'Chrome on Windows');

  const { ctx, ticket, view } = await recovering(account);
  expect(view?.additions.map(({ kind, name, device }) => [kind, name, device])).toEqual([
    ['device', null, 'Chrome on Windows'],
    ['device', null, 'Unknown device'],
    ['passkey', 'Key of Chrome on Windows', 'Chrome on Windows'],
    ['recovery_codes', null, 'Chrome on Windows'],
  ]);
  const recovered = await setRecoveredPassword(ctx, { next: NEXT, confirm: NEXT, keep: [], ticket });
  expect(recovered).toMatchObject({ removed: 13, kept: [], half: false });

  // The owner's own, from before, and the browser of now are what is left.
  expect(await left(account)).toEqual({ passkeys: [], codes: 0, apps: 0, devices: 2 });
  expect((await resumeSession(database.db, theirs.secret)).kind).toBe('ended');
  await expect(signIn(browserOf('Chrome on Windows'), { email: account.email, password: PASSWORD, device: theirs.device })).rejects.toMatchObject({
    kind: 'invalid',
  });
  expect(await database.db.knownDevice.count({ where: { id: secretId(theirs.device) } })).toBe(0);
  expect(await resumeSession(database.db, recovered.secret)).toMatchObject({ kind: 'live', actor: { session: 'full' } });
  expect(await database.db.securityEvent.count({ where: { accountId: account.id, kind: 'additions_removed' } })).toBe(1);
});

test('an intruder with the password changes the address, too: their own mailbox opens nothing, and the owner takes both back', async () => {
  const account = await owner();
  const theirs = await signIn(browserOf('Chrome on Windows'), { email: account.email, password: PASSWORD });
  const resumed = await resumeSession(database.db, theirs.secret);
  const inside = testContext(database.db, resumed.kind === 'live' ? resumed.actor : undefined);
  const email = `intruder-${account.id}@elsewhere.example`;
  const asked = await askForAddress(inside, { email });
  await changeAddress(inside, { code: await codeOf(asked.ticket), ticket: asked.ticket });
  await add(account, ago(0.01), 'Chrome on Windows');

  const hopeful = browserOf('Chrome on Windows');
  const { ticket: useless } = await askRecovery(hopeful, { email });
  const code = await codeOf(useless);
  await expect(giveCode(hopeful, { ticket: useless, code })).rejects.toMatchObject({ kind: 'conflict', reason: 'address_fresh' });
  expect(await readRecovery(hopeful, { ticket: useless, device: null })).toBeNull();

  const own = browserOf('Firefox on Linux');
  const back = await askTakeBack(own, { email: account.email, locale: 'en' });
  await takeBack(own, { code: await codeOf(back.ticket), password: PASSWORD, ticket: back.ticket });
  const { ctx, ticket } = await recovering(account);
  await setRecoveredPassword(ctx, { next: NEXT, confirm: NEXT, keep: [], ticket });
  expect(await left(account)).toMatchObject({ passkeys: [], codes: 0 });
  expect(await database.db.account.findUnique({ where: { id: account.id } })).toMatchObject({ email: account.email });
  expect((await resumeSession(database.db, theirs.secret)).kind).toBe('ended');
});

test('in the guide a code to an address that is new proves nothing, and the page says so before it is asked for', async () => {
  const account = await owner();
  const change = { fromEmail: 'a@tempo.example', fromKey: 'a@tempo.example', toEmail: account.email, at: ago(6), device: '', network: '' };
  await database.db.addressChange.create({ data: { accountId: account.id, ...change } });
  await expect(inGuide(account)).rejects.toMatchObject({ reason: 'address_fresh' });
  const { actor } = await createSession(database.db, account);
  expect(await readGuide(testContext(database.db, actor), {})).toMatchObject({ addressFresh: true, proved: false });
  await database.db.addressChange.updateMany({ where: { accountId: account.id }, data: { at: ago(8) } });
  expect(await readGuide(await inGuide(account), {})).toMatchObject({ addressFresh: false, proved: true });
});

test('in the guide by a second factor the address of the intruder goes, too, and both mailboxes are told; a change that is kept stays', async () => {
  const account = await owner();
  const [first, second] = [`one-${account.id}@elsewhere.example`, `two-${account.id}@elsewhere.example`];
  await ordered(account, 30);
  const addresses = [account.email, first, second];
  for (const n of [0, 1]) {
    const from = { fromEmail: addresses[n] ?? '', fromKey: addresses[n] ?? '', toEmail: addresses[n + 1] ?? '' };
    await database.db.addressChange.create({ data: { accountId: account.id, ...from, at: ago(3 - n), device: 'Chrome on Windows', network: 'unknown' } });
  }
  await database.db.account.update({ where: { id: account.id }, data: { email: second, emailKey: second } });
  const byFactor = async () => {
    const { session, actor } = await createSession(database.db, account);
    const { passwordVersion } = await database.db.account.findUniqueOrThrow({ where: { id: account.id } });
    const grant = { id: `by-factor-${session.id}`, purpose: 'change-password', proof: 'factor' as const, passwordVersion };
    await database.db.proofGrant.create({ data: { ...grant, sessionId: session.id, expiresAt: new Date(Date.now() + 600_000) } });
    return testContext(database.db, actor);
  };
  const ctx = await byFactor();
  const { additions } = await readGuide(ctx, {});
  expect(additions.map(({ kind, name }) => [kind, name])).toEqual([
    ['address', second],
    ['address', first],
  ]);
  const keep = [additions[1]?.handle ?? ''];
  expect(await changePassword(ctx, { next: NEXT, confirm: NEXT, signOutOthers: true, keep })).toMatchObject({ removed: 1, kept: ['address'] });
  expect(await database.db.account.findUnique({ where: { id: account.id } })).toMatchObject({ email: first, emailKey: first });
  expect((await noticesOf(database.db, account.id)).map(({ kind }) => kind).sort()).toEqual(['address_lost', 'address_restored', 'password_changed']);
  expect(await database.db.securityEvent.count({ where: { accountId: account.id, kind: 'address_restored' } })).toBe(1);

  await ordered(account, 30);
  const later = 'gravel orchid tunnel saffron';
  expect(await changePassword(await byFactor(), { next: later, confirm: later, signOutOthers: true })).toMatchObject({ removed: 1, kept: [] });
  expect(await database.db.account.findUnique({ where: { id: account.id } })).toMatchObject({ email: account.email });
});

test('what its person says is theirs stays, by name alone, and mail and audit say so', async () => {
  const account = await owner();
  await add(account, ago(2), 'Safari on iPad');
  await add(account, ago(1), 'Chrome on Windows');
  const { ctx, ticket, view } = await recovering(account);
  const mine = view?.additions.find(({ kind, device }) => kind === 'passkey' && device === 'Safari on iPad');
  const codes = view?.additions.find(({ kind, device }) => kind === 'recovery_codes' && device === 'Safari on iPad');
  const keep = [mine?.handle ?? '', codes?.handle ?? '', '0'.repeat(32)];
  expect(await setRecoveredPassword(ctx, { next: NEXT, confirm: NEXT, keep, ticket })).toMatchObject({
    removed: 13,
    kept: ['passkey', 'recovery_codes'],
    half: true,
  });
  expect(await left(account)).toEqual({ passkeys: ['Safari on iPad'], codes: 10, apps: 0, devices: 0 });
  const notice = (await noticesOf(database.db, account.id)).find(({ kind }) => kind === 'password_changed');
  expect(Object(notice).kept).toEqual([
    { kind: 'passkey', addedAt: mine?.addedAt },
    { kind: 'recovery_codes', addedAt: codes?.addedAt },
  ]);
  const [entry] = await database.db.auditEntry.findMany({ where: { verb: 'recovery/set-recovered-password', subject: `account:${account.id}` } });
  expect(entry?.detail).toMatchObject({ removed: 13, kept: 'passkey recovery_codes' });
});

test('in the guide, what was added since the incident of the order began goes too, however long ago that was; the acting browser stays known', async () => {
  const account = await owner();
  await add(account, ago(60), 'Safari on iPad');
  await add(account, ago(20), 'Chrome on Windows');
  await ordered(account, 30);
  const device = 'the secret of this browser';
  await database.db.knownDevice.create({ data: { accountId: account.id, id: secretId(device), addedAt: ago(1), lastUsedAt: ago(1) } });
  const ctx = await inGuide(account);
  const { additions } = await readGuide(ctx, { device });
  expect(additions.map(({ kind }) => kind).sort()).toEqual(['device', 'passkey', 'recovery_codes']);
  expect(await changePassword(ctx, { next: NEXT, confirm: NEXT, signOutOthers: true, device })).toMatchObject({ removed: 12, kept: [] });
  expect(await left(account)).toEqual({ passkeys: ['Safari on iPad'], codes: 10, apps: 0, devices: 2 });
});

test('a change of one’s own will removes nothing, and asks about nothing', async () => {
  const account = await owner();
  await add(account, ago(1), 'Safari on iPad');
  const ctx = await inGuide(account);
  expect(await readGuide(ctx, {})).toMatchObject({ additions: [] });
  expect(await changePassword(ctx, { next: NEXT, confirm: NEXT, signOutOthers: true })).toMatchObject({ removed: 0, kept: [] });
  expect(await left(account)).toMatchObject({ passkeys: ['Safari on iPad'], codes: 10 });
});

test('who says that a sign-in was not them is asked about what was added in it, and without an answer it goes with the old password', async () => {
  const account = await owner();
  const { actor } = await createSession(database.db, account);
  const ctx = testContext(database.db, actor);
  const theirs = await signIn(browserOf('Chrome on Windows'), { email: account.email, password: PASSWORD });
  await add(account, ago(0.01), 'Chrome on Windows');
  await reportSession(ctx, { sessionId: secretId(theirs.secret) });
  await proveOwnership(ctx, { proof: 'current', password: PASSWORD });
  expect((await readGuide(ctx, {})).additions.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['device', 'passkey', 'recovery_codes']));
  const changed = await changePassword(ctx, { next: NEXT, confirm: NEXT, signOutOthers: true });
  expect(changed).toMatchObject({ removed: 13, kept: [] });
  expect(await left(account)).toEqual({ passkeys: [], codes: 0, apps: 0, devices: 0 });
  // It is answered with that: a later change is of one's own will again.
  await add(account, ago(0.01), 'Safari on iPad');
  const later = testContext(database.db, { ...actor, sessionId: secretId(changed.secret) });
  await proveOwnership(later, { proof: 'current', password: NEXT });
  expect(await readGuide(later, {})).toMatchObject({ additions: [] });
});

test('a stranger’s things are neither shown nor touched', async () => {
  const [account, stranger] = [await owner(), await owner()];
  await add(stranger, ago(1), 'Safari on iPad');
  const { ctx, ticket, view } = await recovering(account);
  expect(view?.additions).toEqual([]);
  await setRecoveredPassword(ctx, { next: NEXT, confirm: NEXT, keep: [], ticket });
  expect(await left(stranger)).toMatchObject({ passkeys: ['Safari on iPad'], codes: 10, devices: 1 });
});

test('thousands of browsers are not all shown, and all of them go', async () => {
  const account = await owner();
  const data = Array.from({ length: 2_000 }, (_, n) => ({ accountId: account.id, id: `flood-${account.id}-${n}`, addedAt: ago(1), lastUsedAt: ago(1) }));
  await database.db.knownDevice.createMany({ data });
  const { ctx, ticket, view } = await recovering(account);
  expect(view?.additions).toHaveLength(50);
  expect(await setRecoveredPassword(ctx, { next: NEXT, confirm: NEXT, keep: [], ticket })).toMatchObject({ removed: 2_000 });
});

test.each<[string, readonly { from: number; status?: ToldIncident['status']; own?: boolean }[], number]>([
  ['seven days at least', [], 7],
  ['seven days, where an incident began later', [{ from: 2 }], 7],
  ['since the newest incident of the account began', [{ from: 30 }], 30],
  ['even where that is over', [{ from: 30, status: 'resolved' }], 30],
  ['or an older one that goes on', [{ from: 10 }, { from: 90 }, { from: 400, status: 'resolved' }], 90],
  ['and not since another’s', [{ from: 30, own: false }], 7],
])('suspect is what was added %s', (_, incidents, days) => {
  const now = new Date();
  const told = incidents.map(({ from, status = 'identified', own = true }: { from: number; status?: ToldIncident['status']; own?: boolean }): ToldIncident => {
    const at = new Date(now.getTime() - from * DAY_MS).toISOString();
    const facts = sampleFacts({ occurred: { from: at, to: at, certainty: 'known' } });
    return { slug: 'x', facts, status, published: [], cohorts: own ? [{ name: 'listed', dataInvolved: [] }] : [], asks: [] };
  });
  expect(suspectSince(told, now)).toEqual(new Date(now.getTime() - days * DAY_MS));
});
