import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressChangedSince } from './address-changed-since.ts';
import { issueCode } from '#domain/credentials/email-code/issue-code.ts';
import { sendCode } from '#domain/credentials/email-code/send-code.ts';
import { secretId } from '#domain/core/secret.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { outcomeOf } from '#tests/support/verbs/outcome-of.ts';
import { system, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { noticesOf } from '#tests/support/mail/notices-of.ts';
import { askForAddress } from './ask-for-address.ts';
import { changeAddress } from './change-address.ts';
import { readAddress } from './read-address.ts';

let database: TestDatabase;
let made = 0;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function person() {
  made += 1;
  const account = await createAccount(database.db, { passwordHash: 'the hash of then' });
  const { session, actor, ctx } = await signedIn(account);
  return { account, session, actor, ctx, next: `Next.${made}@tempo.example` };
}

async function signedIn(account: Awaited<ReturnType<typeof createAccount>>, minutesAgo = 1) {
  const { session, actor } = await createSession(database.db, account, { authenticatedAt: new Date(Date.now() - minutesAgo * 60_000) });
  const client = { device: 'Safari on iPad', source: `203.0.${made}.7` };
  return { session, actor, ctx: testContext(database.db, actor, { client }) };
}
const codeOf = async (ticket: string) => (await issueCode(testContext(database.db, system), { requestId: secretId(ticket) }))?.code ?? null;
const emailOf = async (id: bigint) => (await database.db.account.findUniqueOrThrow({ where: { id } })).email;

test('the address changes by a code that went to the new one; both are told, and the one of before is kept with the password of then', async () => {
  const { account, ctx, session, next } = await person();
  expect(await readAddress(ctx, {})).toEqual({ email: account.email, asked: null });
  const { ticket } = await askForAddress(ctx, { email: ` ${next} ` });
  expect(await readAddress(ctx, {})).toEqual({ email: account.email, asked: next });
  const issued = await issueCode(testContext(database.db, system), { requestId: secretId(ticket) });
  expect(issued).toMatchObject({ purpose: 'confirm', email: next });
  await database.db.proofGrant.create({
    data: { id: 'g', sessionId: session.id, purpose: 'change-password', proof: 'email_code', passwordVersion: 0, expiresAt: new Date(Date.now() + 60_000) },
  });
  const { changeId } = await changeAddress(ctx, { code: issued?.code ?? '', ticket });
  expect(await database.db.account.findUnique({ where: { id: account.id } })).toMatchObject({ email: next, emailKey: next.toLowerCase() });
  expect(await database.db.addressChange.findMany({ where: { accountId: account.id } })).toMatchObject([
    { id: BigInt(changeId), fromEmail: account.email, fromKey: account.emailKey, toEmail: next, device: 'Safari on iPad', passwordHash: 'the hash of then' },
  ]);
  expect(await database.db.proofGrant.count({ where: { sessionId: session.id } })).toBe(0);
  expect(await noticesOf(database.db, account.id)).toMatchObject([{ kind: 'address_left', changeId, device: 'Safari on iPad' }, { kind: 'address_changed' }]);
  const events = await database.db.securityEvent.findMany({ where: { accountId: account.id }, orderBy: { id: 'asc' } });
  expect(events.map(({ kind }) => kind)).toEqual(['code_sent', 'address_changed']);
  const audit = await database.db.auditEntry.findMany({ where: { verb: { startsWith: 'address-change/' } } });
  expect(JSON.stringify(audit, (_, value) => String(value))).not.toContain('@');
});

test('nothing of it without a fresh sign-in, or in part of a session', async () => {
  const { account, ctx, actor } = await person();
  const old = (await signedIn(account, 16)).ctx;
  const calls = (door: typeof ctx) => [
    readAddress(door, {}),
    askForAddress(door, { email: 'a@tempo.example' }),
    changeAddress(door, { code: '1', ticket: null }),
  ];
  expect(await Promise.all(calls(old).map(outcomeOf))).toEqual(Array(3).fill('step_up'));
  const restricted = testContext(database.db, { ...actor, session: 'restricted' });
  expect(await Promise.all(calls(restricted).map(outcomeOf))).toEqual(Array(3).fill('restricted'));
});

test('what is no address, and the present one in any spelling, is refused', async () => {
  const { account, ctx } = await person();
  expect(await outcomeOf(askForAddress(ctx, { email: 'no address' }))).toBe('email_invalid');
  expect(await outcomeOf(askForAddress(ctx, { email: account.email.toUpperCase() }))).toBe('email_same');
  expect(await database.db.oneTimeCode.count({ where: { accountId: account.id } })).toBe(0);
});

test('an address that is somebody’s looks the same to who asks, and its person is told; taken meanwhile, nothing changes', async () => {
  const [{ account, ctx, next }, other] = [await person(), await person()];
  const taken = await askForAddress(ctx, { email: other.account.email });
  expect(await readAddress(ctx, {})).toMatchObject({ asked: other.account.email });
  expect(await codeOf(taken.ticket)).toBeNull();
  expect(await noticesOf(database.db, other.account.id)).toMatchObject([{ kind: 'address_tried' }]);
  expect(await outcomeOf(changeAddress(ctx, { code: '00000000', ticket: taken.ticket }))).toBe('code_wrong');

  const { ticket } = await askForAddress(ctx, { email: next, replaces: taken.ticket });
  const code = await codeOf(ticket);
  await createAccount(database.db, { email: next, emailKey: next.toLowerCase() });
  expect(await outcomeOf(changeAddress(ctx, { code: code ?? '', ticket }))).toBe('address_taken');
  expect([await emailOf(account.id), await database.db.addressChange.count({ where: { accountId: account.id } })]).toEqual([account.email, 0]);
  expect(await noticesOf(database.db, account.id)).toEqual([]);
  // The code was not used up by what was undone.
  expect(await database.db.oneTimeCode.count({ where: { id: secretId(ticket) } })).toBe(1);
});

test('one change is under way: another ask, of any session, voids the earlier; the guide’s code is none', async () => {
  const { account, ctx, next } = await person();
  const first = await askForAddress(ctx, { email: next });
  const code = await codeOf(first.ticket);
  const second = (await signedIn(account)).ctx;
  const later = await askForAddress(second, { email: `later.${next}` });
  expect(await outcomeOf(changeAddress(ctx, { code: code ?? '', ticket: first.ticket }))).toBe('code_wrong');
  const lateCode = (await codeOf(later.ticket)) ?? '';
  // Another session of the account has not asked for it.
  expect(await outcomeOf(changeAddress(ctx, { code: lateCode, ticket: later.ticket }))).toBe('code_wrong');
  const guide = await sendCode(second, {});
  expect(await outcomeOf(changeAddress(second, { code: (await codeOf(guide.ticket)) ?? '', ticket: guide.ticket }))).toBe('code_wrong');
  expect(await outcomeOf(changeAddress(second, { code: lateCode, ticket: later.ticket }))).toBe('done');
  expect(await emailOf(account.id)).toBe(`later.${next}`);
});

test('of thirty uses of one code at once exactly one counts', async () => {
  const { account, ctx, next } = await person();
  const { ticket } = await askForAddress(ctx, { email: next });
  const code = (await codeOf(ticket)) ?? '';
  const outcomes = await Promise.all(Array.from({ length: 30 }, () => outcomeOf(changeAddress(ctx, { code, ticket }))));
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
  expect(await database.db.addressChange.count({ where: { accountId: account.id } })).toBe(1);
});

test('one account has other people’s mailboxes written to ten times a day, and one session thrice an hour', async () => {
  const { account, ctx, next } = await person();
  const ask = async (door: typeof ctx, n: number) => outcomeOf(askForAddress(door, { email: `${n}.${next}` }));
  expect([await ask(ctx, 0), await ask(ctx, 1), await ask(ctx, 2), await ask(ctx, 3)]).toEqual(['done', 'done', 'done', 'too_many']);
  for (const n of [4, 5, 6, 7, 8, 9, 10]) expect(await ask((await signedIn(account)).ctx, n)).toBe('done');
  expect(await ask((await signedIn(account)).ctx, 11)).toBe('too_many');
});

test('a fresh address is told as one, for seven days and since the incident began; one that was taken back is none', async () => {
  const { account } = await person();
  const now = new Date('2026-11-24T12:00:00Z');
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const changed = (since: Date | null) => addressChangedSince(database.db, account.id, { now, since });
  const at = (days: number) => database.db.addressChange.updateMany({ where: { accountId: account.id }, data: { at: daysAgo(days) } });
  expect(await changed(daysAgo(400))).toBe(false);
  const row = { fromEmail: 'a@b.example', fromKey: 'a@b.example', toEmail: 'c@b.example', at: daysAgo(6.9), device: '', network: '' };
  await database.db.addressChange.create({ data: { accountId: account.id, ...row } });
  expect([await changed(null), await changed(daysAgo(1)), await changed(daysAgo(30))]).toEqual([true, true, true]);
  await at(7.1);
  expect([await changed(null), await changed(daysAgo(1)), await changed(daysAgo(30))]).toEqual([false, false, true]);
  await database.db.addressChange.updateMany({ where: { accountId: account.id }, data: { revertedAt: now } });
  expect(await changed(daysAgo(30))).toBe(false);
});
