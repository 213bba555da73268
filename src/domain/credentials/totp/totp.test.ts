import fc from 'fast-check';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '#generated/prisma/client.ts';
import { readClock } from '#domain/core/postgres/database-clock.ts';
import { readFactors } from '#domain/credentials/factor/read-factors.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { testConfig, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { confirmTotp } from './confirm-totp.ts';
import { readTotpSetup } from './read-totp-setup.ts';
import { removeTotp } from './remove-totp.ts';
import { startTotp } from './start-totp.ts';
import { newTotpSecret, openTotpSecret, sealTotpSecret } from './totp-secret.ts';
import { totpStep } from './totp-step.ts';
import { verifyTotp } from './verify-totp.ts';

const config = testConfig();
const STEP_MS = 30_000;
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Somebody who has just signed in. */
async function person(roles: Role[] = []) {
  const account = await createAccount(database.db, { roles });
  const session = await createSession(database.db, account, { authenticatedAt: new Date() });
  const { actor } = session;
  return { account, actor, ctx: testContext(database.db, actor), at: (now: Date) => testContext(database.db, actor, { now }) };
}
type Person = Awaited<ReturnType<typeof person>>;

const code = (key: string, at: Date) => new TOTP({ secret: Secret.fromBase32(key), digits: 6, period: 30 }).generate({ timestamp: at.getTime() });
const begin = async ({ ctx }: Person) => {
  await startTotp(ctx, {});
  return (await readTotpSetup(ctx, { issuer: 'Tempo' }))?.key as string;
};

/** … and has an app, of which the code of `at` is used up. */
async function withApp(roles: Role[] = []) {
  const who = await person(roles);
  const key = await begin(who);
  const now = await readClock(database.db);
  await confirmTotp(who.ctx, { code: code(key, now) });
  const given = (typed: string, at: Date, before: Date | null = null) => verifyTotp(database.db, config, { accountId: who.account.id, typed, now: at, before });
  return { ...who, key, now, later: new Date(now.getTime() + 4 * STEP_MS), given };
}
const kindOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: { kind: string; reason?: string }) => error.reason ?? error.kind,
  );

test('a secret is sealed for one account, and for one CANDOR_SECRET', () => {
  const secret = newTotpSecret();
  const sealed = sealTotpSecret('a', 1n, secret);
  expect(secret).toHaveLength(20);
  expect(openTotpSecret('a', 1n, sealed)).toEqual(secret);
  expect(sealed.includes(secret)).toBe(false);
  expect(openTotpSecret('a', 2n, sealed)).toBeNull();
  expect(openTotpSecret('b', 1n, sealed)).toBeNull();
  for (let n = 0; n < sealed.length; n += 1) {
    const altered = Buffer.from(sealed);
    altered[n] = (altered[n] ?? 0) ^ 1;
    expect(openTotpSecret('a', 1n, altered)).toBeNull();
  }
});

test('a code is that of its step and of one either side, in the digits of any script, however it is spaced', () => {
  const secret = newTotpSecret();
  const key = new Secret({ buffer: new Uint8Array(secret).buffer }).base32;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: -3, max: 3 }), fc.constantFrom(0x30, 0x660, 0x6f0, 0x966, 0xff10), (ms, off, zero) => {
      const now = new Date(ms);
      const right = code(key, new Date(ms + off * STEP_MS));
      const typed = [...right].map((digit) => String.fromCodePoint(zero + Number(digit))).join(zero === 0x30 ? '' : ' ');
      const step = totpStep(secret, typed, now);
      // Codes of two steps may be the same by chance.
      const near = [-1, 0, 1].some((one) => code(key, new Date(ms + one * STEP_MS)) === right);
      expect(step !== null).toBe(near);
      if (Math.abs(off) <= 1) expect(Number(step) - Math.floor(ms / STEP_MS)).toBeGreaterThanOrEqual(-1);
    }),
  );
  for (const typed of ['', '12345', '1234567', 'x'.repeat(100)]) expect(totpStep(secret, typed, new Date())).toBeNull();
});

test('a secret is the account’s once a code of it was shown; the code is used up; neither lies anywhere in the open', async () => {
  const who = await person();
  const key = await begin(who);
  expect((await readFactors(who.ctx, {})).app).toBeNull();
  const now = await readClock(database.db);
  expect(await verifyTotp(database.db, config, { accountId: who.account.id, typed: code(key, now), now, before: null })).toBe(false);
  await expect(confirmTotp(who.ctx, { code: '000000' === code(key, now) ? '111111' : '000000' })).rejects.toMatchObject({ fields: { code: 'code_wrong' } });
  await confirmTotp(who.ctx, { code: code(key, now) });
  expect((await readFactors(who.ctx, {})).app).toMatchObject({ device: 'Firefox on Linux', network: '192.0.2.0/24' });
  expect(await readTotpSetup(who.ctx, { issuer: 'Tempo' })).toBeNull();
  expect(await verifyTotp(database.db, config, { accountId: who.account.id, typed: code(key, now), now, before: null })).toBe(false);
  expect(await kindOf(confirmTotp(who.ctx, { code: code(key, now) }))).toBe('setup_over');
  const raw = Buffer.from(Secret.fromBase32(key).bytes).toString('hex');
  for (const table of ['TotpSecret', 'AuditEntry', 'SecurityEvent'])
    expect(JSON.stringify(await database.db.$queryRawUnsafe(`SELECT t::text FROM "${table}" t`))).not.toMatch(new RegExp(`${raw}|${key}`, 'i'));
  expect(await database.db.securityEvent.count({ where: { accountId: who.account.id, kind: 'totp_added' } })).toBe(1);
});

test('what one session begins, no other one sees or confirms; a quarter of an hour later nobody does', async () => {
  const who = await person();
  const key = await begin(who);
  const { actor } = await createSession(database.db, who.account, { authenticatedAt: new Date() });
  const other = testContext(database.db, actor);
  expect(await readTotpSetup(other, { issuer: 'Tempo' })).toBeNull();
  expect(await kindOf(confirmTotp(other, { code: code(key, new Date()) }))).toBe('setup_over');
  const late = new Date(Date.now() + 16 * 60_000);
  const lateActor = { ...who.actor, authenticated: { at: late, level: 'password' as const } };
  expect(await kindOf(confirmTotp(testContext(database.db, lateActor, { now: late }), { code: code(key, late) }))).toBe('setup_over');
});

test('another app takes the place of the one before it only once it is confirmed', async () => {
  const who = await withApp();
  const next = await begin(who);
  expect(await who.given(code(who.key, who.later), who.later)).toBe(true);
  await confirmTotp(who.ctx, { code: code(next, await readClock(database.db)) });
  const after = new Date(who.later.getTime() + 4 * STEP_MS);
  expect(await who.given(code(who.key, after), after)).toBe(false);
  expect(await who.given(code(next, after), after)).toBe(true);
});

test('a step works once, and none before it after it: of thirty uses at once one succeeds', async () => {
  const who = await withApp();
  const typed = code(who.key, who.later);
  const tries = await Promise.all(Array.from({ length: 30 }, () => who.given(typed, who.later)));
  expect(tries.filter(Boolean)).toHaveLength(1);
  expect(await who.given(code(who.key, new Date(who.later.getTime() - STEP_MS)), who.later)).toBe(false);
  expect(await who.given(code(who.key, new Date(who.later.getTime() + STEP_MS)), who.later)).toBe(true);
});

test('of eight confirmations at once one succeeds', async () => {
  const who = await person();
  const right = code(await begin(who), await readClock(database.db));
  const kinds = await Promise.all(Array.from({ length: 8 }, () => kindOf(confirmTotp(who.ctx, { code: right }))));
  expect(kinds.filter((kind) => kind === 'done')).toHaveLength(1);
});

test('what was added since the incident began proves nothing, whenever it was begun', async () => {
  const who = await withApp();
  const { addedAt } = await database.db.totpSecret.findFirstOrThrow({ where: { accountId: who.account.id } });
  expect(await who.given(code(who.key, who.later), who.later, addedAt)).toBe(false);
  expect(await who.given(code(who.key, who.later), who.later, new Date(addedAt.getTime() + 1))).toBe(true);
});

test('a stranger’s code proves nothing', async () => {
  const [one, other] = [await withApp(), await withApp()];
  expect(await other.given(code(one.key, one.later), one.later)).toBe(false);
});

test('who removes the app has none; the last factor of staff stays', async () => {
  const customer = await withApp();
  await removeTotp(customer.ctx, {});
  expect(await customer.given(code(customer.key, customer.later), customer.later)).toBe(false);
  expect(await kindOf(removeTotp(customer.ctx, {}))).toBe('not_found');

  const staff = await withApp(['responder']);
  await expect(removeTotp(staff.ctx, {})).rejects.toMatchObject({ fields: { form: 'factor_last' } });
  expect(await staff.given(code(staff.key, staff.later), staff.later)).toBe(true);
});

test('who has not signed in of late is asked again, before anything is begun, shown or removed', async () => {
  const account = await createAccount(database.db);
  const { actor } = await createSession(database.db, account);
  const ctx = testContext(database.db, actor);
  const attempts = [() => startTotp(ctx, {}), () => confirmTotp(ctx, { code: '1' }), () => readTotpSetup(ctx, { issuer: 'T' }), () => removeTotp(ctx, {})];
  for (const attempt of attempts) expect(await kindOf(attempt())).toBe('step_up');
  expect(await database.db.totpSecret.count({ where: { accountId: account.id } })).toBe(0);
});

test('ten wrong codes are enough', async () => {
  const who = await person();
  await begin(who);
  const kinds: string[] = [];
  for (let n = 0; n < 11; n += 1) kinds.push(await kindOf(confirmTotp(who.ctx, { code: 'none' })));
  expect(kinds).toEqual([...Array(10).fill('invalid'), 'too_many']);
});
