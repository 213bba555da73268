import { afterAll, beforeAll, expect, test } from 'vitest';
import { disableAccount } from '#domain/accounts/disable-account.ts';
import { notify } from '#domain/notices/notify.ts';
import { tellResponders } from '#domain/notices/tell-responders.ts';
import { createAccount } from '#tests/support/accounts.ts';
import { operator, testConfig, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { noticesOf } from '#tests/support/mail/notices-of.ts';
import { publishSite } from '#tests/support/sample-incident.ts';
import type { Notice } from '#model/account/notices.ts';
import { mailNotice } from './mail-notice.ts';
import type { Outgoing } from './mailer.ts';

const AT = '2026-11-24T09:30:00.000Z';
const where = { at: AT, device: 'Firefox on Linux', network: '192.0.2.0/24' };
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await publishSite(database.db);
});
afterAll(() => database.close());

/** What is mailed of one notice. */
async function mailed(accountId: bigint, notice: Notice, times = 1): Promise<Outgoing[]> {
  const sent: Outgoing[] = [];
  const mailer = { send: async (mail: Outgoing) => void sent.push(mail), close: () => undefined };
  for (let n = 0; n < times; n += 1) await mailNotice({ accountId: String(accountId), notice }, { db: database.db, config: testConfig(), mailer });
  return sent;
}

test('a notice goes to the address on file, in its person’s language, under one id however often it is tried', async () => {
  const account = await createAccount(database.db, { locale: 'de' });
  const sent = await mailed(account.id, { kind: 'password_changed', at: AT, sessionsEnded: 2, kept: [] }, 2);
  expect(sent).toHaveLength(2);
  expect(sent[0]).toEqual(sent[1]);
  expect(sent[0]).toMatchObject({ to: account.email, messageId: `<password-changed.${account.id}.${Date.parse(AT)}@tempo.example>` });
  expect(sent[0]?.text).toContain('2 andere Geräte wurden abgemeldet.');
  expect((await mailed(account.id, { kind: 'new_device', ...where }))[0]?.messageId).toBe(`<new-device.${account.id}.${Date.parse(AT)}@tempo.example>`);
});

test('each of the two addresses of a change is told its own; another account’s change names none', async () => {
  const [account, other] = [await createAccount(database.db, { email: 'new@tempo.example' }), await createAccount(database.db)];
  const change = await database.db.addressChange.create({
    data: { accountId: account.id, fromEmail: 'Old@tempo.example', fromKey: 'old@tempo.example', toEmail: 'later@tempo.example', ...where },
  });
  const changeId = String(change.id);
  expect(await mailed(account.id, { kind: 'address_changed', ...where })).toMatchObject([{ to: 'new@tempo.example' }]);
  expect(await mailed(account.id, { kind: 'address_left', ...where, changeId })).toMatchObject([{ to: 'Old@tempo.example' }]);
  expect(await mailed(account.id, { kind: 'address_lost', ...where, changeId })).toMatchObject([{ to: 'later@tempo.example' }]);
  expect(await mailed(other.id, { kind: 'address_left', ...where, changeId })).toEqual([]);
});

test('who closes an account tells its person, and nothing else goes there; an erased one is told nothing', async () => {
  const account = await createAccount(database.db);
  await disableAccount(testContext(database.db, operator), { account: String(account.id) });
  const [notice] = await noticesOf(database.db, account.id);
  expect(notice).toMatchObject({ kind: 'account_disabled' });
  expect(await mailed(account.id, notice as Notice)).toMatchObject([{ to: account.email, subject: 'Tempo: your account was closed' }]);
  expect(await mailed(account.id, { kind: 'new_device', ...where })).toEqual([]);
  await database.db.account.update({ where: { id: account.id }, data: { erasedAt: new Date() } });
  expect(await mailed(account.id, notice as Notice)).toEqual([]);
});

test('every responder whose account is open is told, and nobody else; nothing is told after a rollback', async () => {
  const [first, second, closed, admin] = await Promise.all([
    createAccount(database.db, { roles: ['responder'] }),
    createAccount(database.db, { roles: ['author', 'responder'] }),
    createAccount(database.db, { roles: ['responder'], disabledAt: new Date() }),
    createAccount(database.db, { roles: ['admin'] }),
  ]);
  const notice: Notice = { kind: 'session_reported', ...where, about: '42' };
  expect(await database.db.$transaction((tx) => tellResponders(tx, notice))).toBe(2);
  const undone = database.db.$transaction(async (tx) => {
    await notify(tx, first.id, notice);
    throw new Error('not kept');
  });
  await expect(undone).rejects.toThrow('not kept');
  expect(await Promise.all([first, second, closed, admin].map(({ id }) => noticesOf(database.db, id)))).toEqual([[notice], [notice], [], []]);
  expect((await mailed(first.id, notice))[0]?.messageId).toBe(`<session-reported.${first.id}.${Date.parse(AT)}.42@tempo.example>`);
});

test('a payload names rows: no address is in it', async () => {
  const payloads = await database.db.$queryRaw<{ text: string }[]>`SELECT payload::text AS text FROM graphile_worker._private_jobs`;
  expect(payloads.length).toBeGreaterThan(2);
  expect(payloads.filter(({ text }) => text.includes('@'))).toEqual([]);
});
