import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount as createByOperator } from '#domain/accounts/create-account.ts';
import { disableAccount } from '#domain/accounts/disable-account.ts';
import { enableAccount } from '#domain/accounts/enable-account.ts';
import { setRoles } from '#domain/accounts/set-roles.ts';
import { sendCode } from '#domain/credentials/email-code/send-code.ts';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import { changePassword } from '#domain/password-change/change-password.ts';
import { proveOwnership } from '#domain/password-change/prove-ownership.ts';
import { askRecovery } from '#domain/recovery/ask-recovery.ts';
import { giveCode } from '#domain/recovery/give-code.ts';
import { setRecoveredPassword } from '#domain/recovery/set-recovered-password.ts';
import { newSecret } from '#domain/core/secret.ts';
import { endAllSessions } from '#domain/sessions/end-all-sessions.ts';
import { signIn } from '#domain/sessions/sign-in.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { operator, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const PASSWORD = 'violet kettle runs north';
const NEXT = 'gravel orchid tunnel saffron';
const WRONG = 'not the password at all';
const client = { device: 'Firefox on Linux', source: '203.0.113.9' };

test('no entry holds a password, a code, an address of mail or a whole address of a network, whatever was tried', async () => {
  const { db } = database;
  const op = testContext(db, operator);
  const visitor = () => testContext(db, undefined, { client });
  const account = await createAccount(db, { email: 'kim@tempo.example', passwordHash: await hashPassword(PASSWORD) });
  const person = await createSession(db, account);
  const own = testContext(db, person.actor);
  await createByOperator(op, { email: 'new@tempo.example', roles: ['author'], market: 'SE', locale: 'en' });
  const tried: Promise<unknown>[] = [
    createByOperator(op, { email: 'new@tempo.example', roles: [], market: 'SE', locale: 'en' }),
    createByOperator(op, { email: 'no address', roles: [], market: 'SE', locale: 'en' }),
    signIn(visitor(), { email: account.email, password: WRONG }),
    signIn(visitor(), { email: 'nobody@tempo.example', password: WRONG }),
    giveCode(visitor(), { code: '87654321', ticket: newSecret() }),
    setRecoveredPassword(visitor(), { next: NEXT, confirm: NEXT, keep: [], ticket: null }),
    proveOwnership(own, { proof: 'current', password: WRONG }),
    proveOwnership(own, { proof: 'email_code', code: '12345678', ticket: null }),
    changePassword(own, { next: NEXT, confirm: NEXT, signOutOthers: false }),
    disableAccount(op, { account: 'nobody@tempo.example' }),
  ];
  expect((await Promise.allSettled(tried)).map(({ status }) => status)).toEqual(tried.map(() => 'rejected'));
  const { secret } = await signIn(visitor(), { email: account.email, password: PASSWORD });
  const { ticket } = await sendCode(own, {});
  const { ticket: forgotten } = await askRecovery(visitor(), { email: 'kim@tempo.example' });
  await proveOwnership(own, { proof: 'current', password: PASSWORD });
  await changePassword(own, { next: NEXT, confirm: NEXT, signOutOthers: true });
  for (const verb of [endAllSessions, disableAccount, enableAccount]) await verb(op, { account: account.email });
  const worded = testContext(db, { kind: 'operator', as: 'jane.doe@tempo.example', reason: 'Kim <kim@tempo.example> wrote, from käthe+x@bücher.example too.' });
  await setRoles(worded, { account: account.email, roles: ['author'] });
  expect(await db.auditEntry.findFirst({ where: { verb: 'accounts/set-roles' } })).toMatchObject({
    actor: 'operator:jane.doe@…',
    detail: { reason: 'Kim <[address]> wrote, from [address] too.' },
  });

  const entries = await db.auditEntry.findMany();
  expect(new Set(entries.map(({ verb }) => verb)).size).toBeGreaterThan(8);
  expect(entries.filter(({ outcome }) => outcome !== 'done').length).toBeGreaterThan(7);
  const text = JSON.stringify(entries, (_, value) => (typeof value === 'bigint' ? String(value) : value));
  for (const word of [PASSWORD, NEXT, WRONG, secret, person.secret, ticket, forgotten, '87654321', '12345678', '@tempo', '@b', client.source])
    expect([word, text.includes(word)]).toEqual([word, false]);
});
