import { afterAll, beforeAll, expect, test } from 'vitest';
import { askTakeBack } from '#domain/address-change/ask-take-back.ts';
import { takeBack } from '#domain/address-change/take-back.ts';
import { secretId } from '#domain/core/secret.ts';
import { startTotp } from '#domain/credentials/totp/start-totp.ts';
import { signOut } from '#domain/sessions/sign-out.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { askRecovery } from './ask-recovery.ts';
import { setRecoveredPassword } from './set-recovered-password.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const from = (source: string) => testContext(database.db, undefined, { client: { device: 'Firefox on Linux', source } });
type Door = ReturnType<typeof from>;
const kindOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: { kind: string }) => error.kind,
  );
/** What so many calls write into the audit log, whoever of them is refused. */
async function entries(calls: number, call: (n: number) => Promise<unknown>): Promise<number> {
  const before = await database.db.auditEntry.count();
  for (let n = 0; n < calls; n += 25) await Promise.all(Array.from({ length: Math.min(25, calls - n) }, (_, more) => kindOf(call(n + more))));
  return (await database.db.auditEntry.count()) - before;
}
const ticket = 'x'.repeat(43);

test.each<[string, (ctx: Door, n: number) => Promise<unknown>]>([
  ['what is no address, at the recovery', (ctx, n) => askRecovery(ctx, { email: `no address ${n}` })],
  ['what is no address, to be taken back', (ctx, n) => askTakeBack(ctx, { email: `no address ${n}`, locale: 'en' })],
  ['addresses that are nobody’s, to be taken back', (ctx, n) => askTakeBack(ctx, { email: `nobody-${n}@tempo.example`, locale: 'en' })],
  ['new passwords without a request', (ctx) => setRecoveredPassword(ctx, { next: 'a quiet harbour at six', confirm: '', keep: [], ticket })],
  ['addresses taken back without a request', (ctx) => takeBack(ctx, { code: '00000000', password: 'x', ticket })],
])(
  'a stranger who sends %s without end fills no log, from all of a network',
  async (_, call) => {
    const block = Math.floor(Math.random() * 60_000).toString(16);
    expect(await entries(340, (n) => call(from(`2001:db8:${block}:${n.toString(16)}::/64`), n))).toBeLessThanOrEqual(310);
  },
  180_000,
);

test('nor does somebody who is signed in and may not', async () => {
  const account = await createAccount(database.db);
  const { actor } = await createSession(database.db, account);
  const ctx = testContext(database.db, actor, { client: { device: 'Firefox on Linux', source: '203.0.113.200' } });
  expect(await entries(340, () => startTotp(ctx, {}))).toBeLessThanOrEqual(310);
  // What is done is recorded all the same.
  expect(await entries(1, () => signOut(ctx, {}))).toBe(1);
}, 180_000);

test('one account begins and makes factors thirty times an hour, and not for ever', async () => {
  const account = await createAccount(database.db);
  const { actor } = await createSession(database.db, account, { authenticatedAt: new Date() });
  const ctx = testContext(database.db, actor);
  const kinds: string[] = [];
  for (let n = 0; n < 40; n += 1) kinds.push(await kindOf(startTotp(ctx, {})));
  expect(kinds.filter((kind) => kind === 'done')).toHaveLength(30);
}, 180_000);

test('an intruder makes browsers that the account knows, and still fills no mailbox; the owner’s own of long ago has its mails', async () => {
  const account = await createAccount(database.db);
  const know = (device: string, days: number) => {
    const at = new Date(Date.now() - days * 86_400_000);
    return database.db.knownDevice.create({ data: { accountId: account.id, id: secretId(device), addedAt: at, lastUsedAt: at } });
  };
  const asks = async (n: number, device: string) => kindOf(askRecovery(from(`192.0.${n}.7`), { email: account.email, device }));
  await know('of the owner', 30);
  const kinds: string[] = [];
  for (let n = 0; n < 25; n += 1) {
    await know(`of the intruder ${n}`, 1);
    kinds.push(await asks(n, `of the intruder ${n}`));
  }
  expect(kinds.filter((kind) => kind === 'done')).toHaveLength(20);
  expect(await asks(77, 'of the owner')).toBe('done');
}, 180_000);
