import { afterAll, beforeAll, expect, test } from 'vitest';
import { removePasskey } from '#domain/credentials/passkey/remove-passkey.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { testConfig, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { makeRecoveryCodes } from './make-recovery-codes.ts';
import { takeRecoveryCode } from './take-recovery-code.ts';

const config = testConfig();
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Somebody who has just signed in, with a passkey. */
async function person() {
  const account = await createAccount(database.db);
  const { actor } = await createSession(database.db, account, { authenticatedAt: new Date() });
  const passkey = { id: `passkey-of-${account.id}`, publicKey: Buffer.alloc(1), counter: 0n, name: 'device', addedAt: new Date(), device: 'x', network: 'y' };
  await database.db.passkey.create({ data: { ...passkey, accountId: account.id } });
  const take = (typed: string, before: Date | null = null) => takeRecoveryCode(database.db, config, { accountId: account.id, typed, before });
  return { account, passkeyId: passkey.id, take, ctx: testContext(database.db, actor) };
}

test('ten codes are made, of eighty bits each; nothing that is kept tells them', async () => {
  const who = await person();
  const { codes } = await makeRecoveryCodes(who.ctx, {});
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^(?:[A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}$/);
  for (const table of ['RecoveryCode', 'AuditEntry', 'SecurityEvent'])
    expect(JSON.stringify(await database.db.$queryRawUnsafe(`SELECT t::text FROM "${table}" t`))).not.toContain(codes[0]);
  expect(await database.db.securityEvent.count({ where: { accountId: who.account.id, kind: 'recovery_codes_made' } })).toBe(1);
});

test('each works once, however it is typed: of thirty uses at once one succeeds', async () => {
  const who = await person();
  const [first = '', second = ''] = (await makeRecoveryCodes(who.ctx, {})).codes;
  const tries = await Promise.all(Array.from({ length: 30 }, () => who.take(first)));
  expect(tries.filter(Boolean)).toHaveLength(1);
  const arabic = second
    .toLowerCase()
    .replaceAll('-', ' ')
    .replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
  expect(await who.take(arabic)).toBe(true);
  expect(await who.take('')).toBe(false);
  expect(await database.db.recoveryCode.count({ where: { accountId: who.account.id } })).toBe(8);
});

test('new ones end the earlier ones; a stranger’s are none', async () => {
  const [who, other] = [await person(), await person()];
  const [old = ''] = (await makeRecoveryCodes(who.ctx, {})).codes;
  const [code = ''] = (await makeRecoveryCodes(who.ctx, {})).codes;
  expect(await who.take(old)).toBe(false);
  expect(await other.take(code)).toBe(false);
  expect(await who.take(code)).toBe(true);
});

test('those made since the incident began prove nothing, and are not used up by the try', async () => {
  const who = await person();
  const [code = ''] = (await makeRecoveryCodes(who.ctx, {})).codes;
  const { addedAt } = await database.db.recoveryCode.findFirstOrThrow({ where: { accountId: who.account.id } });
  expect(await who.take(code, addedAt)).toBe(false);
  expect(await who.take(code, new Date(addedAt.getTime() + 1))).toBe(true);
});

test('they stand for a factor: who has none makes none, and with the last factor they go', async () => {
  const who = await person();
  const [code = ''] = (await makeRecoveryCodes(who.ctx, {})).codes;
  await removePasskey(who.ctx, { passkeyId: who.passkeyId });
  expect(await who.take(code)).toBe(false);
  await expect(makeRecoveryCodes(who.ctx, {})).rejects.toMatchObject({ fields: { form: 'factor_missing' } });
  expect(await database.db.recoveryCode.count({ where: { accountId: who.account.id } })).toBe(0);
});

test('who has not signed in of late is asked again', async () => {
  const account = await createAccount(database.db);
  const { actor } = await createSession(database.db, account);
  await expect(makeRecoveryCodes(testContext(database.db, actor), {})).rejects.toMatchObject({ reason: 'step_up' });
});
