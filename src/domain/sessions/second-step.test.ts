import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readClock } from '#domain/core/postgres/database-clock.ts';
import { addPasskey } from '#domain/credentials/passkey/add-passkey.ts';
import { startPasskey } from '#domain/credentials/passkey/start-passkey.ts';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import { makeRecoveryCodes } from '#domain/credentials/recovery-code/make-recovery-codes.ts';
import { confirmTotp } from '#domain/credentials/totp/confirm-totp.ts';
import { readTotpSetup } from '#domain/credentials/totp/read-totp-setup.ts';
import { startTotp } from '#domain/credentials/totp/start-totp.ts';
import { readStatus } from '#domain/status/read-status.ts';
import { resumeSession } from '#domain/status/resume-session.ts';
import type { Role } from '#model/roles.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { testConfig, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { Authenticator } from '#tests/support/factors/authenticator.ts';
import { askPasskey } from './ask-passkey.ts';
import { signInByPasskey } from './sign-in-by-passkey.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { stepUp } from './step-up.ts';

const PASSWORD = 'violet kettle runs north';
const ORIGIN = 'https://security.tempo.example';
const STEP_MS = 30_000;
const config = testConfig({ url: new URL(ORIGIN) });
let database: TestDatabase;
let passwordHash: string;
let sources = 0;
beforeAll(async () => {
  database = await testDatabase();
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(() => database.close());

const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: { kind: string; reason?: string }) => error.reason ?? error.kind,
  );
const visitor = () => {
  sources += 1;
  return testContext(database.db, undefined, { config, client: { device: 'Firefox on Linux', source: `198.51.${sources}.7` } });
};

/** Somebody with an authenticator app, of which the codes from two steps ahead on are unused. */
async function withApp(roles: Role[] = []) {
  const account = await createAccount(database.db, { passwordHash, roles, lastSignInAt: new Date(0) });
  const { actor } = await createSession(database.db, account, { authenticatedAt: new Date() });
  const ctx = testContext(database.db, actor, { config });
  await startTotp(ctx, {});
  const key = (await readTotpSetup(ctx, { issuer: 'Tempo' }))?.key as string;
  const app = new TOTP({ secret: Secret.fromBase32(key), period: 30 });
  await confirmTotp(ctx, { code: app.generate({ timestamp: (await readClock(database.db)).getTime() }) });
  return { account, ctx, actor, code: (at: Date) => app.generate({ timestamp: at.getTime() }) };
}

/** Who gave the password, and not yet the second factor. */
async function half(email: string, device?: string) {
  const signedIn = await signIn(visitor(), { email, password: PASSWORD, ...(device && { device }) });
  expect(signedIn.half).toBe(true);
  const resumed = await resumeSession(database.db, signedIn.secret);
  if (resumed.kind !== 'live') throw new Error(resumed.kind);
  return { ...signedIn, ctx: testContext(database.db, resumed.actor, { config }), actor: resumed.actor };
}
const later = (ms: number) => new Date(Date.now() + ms);

describe('where there is a second factor', () => {
  test('the password gives half a session: it leads to the question alone, is no sign-in, and lasts ten minutes', async () => {
    const { account } = await withApp();
    const { ctx, actor } = await half(account.email);
    expect(actor).toMatchObject({ session: 'half', hasFactor: true, authenticated: { level: 'password' } });
    expect(await outcome(readStatus(ctx, {}))).toBe('half');
    const row = await database.db.session.findUniqueOrThrow({ where: { id: actor.sessionId } });
    expect(row.expiresAt.getTime() - row.createdAt.getTime()).toBe(600_000);
    expect((await database.db.account.findUniqueOrThrow({ where: { id: account.id } })).lastSignInAt).toEqual(new Date(0));
    expect(await database.db.securityEvent.count({ where: { accountId: account.id, kind: 'signed_in' } })).toBe(0);
    expect(await outcome(signOut(ctx, {}))).toBe('done');
  });

  test('a code makes it a whole one, with another secret and a device that is known', async () => {
    const { account, code } = await withApp();
    const { ctx, secret } = await half(account.email);
    const now = later(2 * STEP_MS);
    const stepped = await stepUp({ ...ctx, now }, { given: { by: 'code', code: code(now) } });
    expect((await resumeSession(database.db, secret)).kind).toBe('ended');
    expect(await resumeSession(database.db, stepped.secret)).toMatchObject({ kind: 'live', actor: { session: 'full', authenticated: { level: 'factor' } } });
    expect(await database.db.knownDevice.count({ where: { accountId: account.id } })).toBe(1);
    expect((await database.db.account.findUniqueOrThrow({ where: { id: account.id } })).lastSignInAt).not.toEqual(new Date(0));
  });

  test('the password, a wrong code and a code of before do not; ten of a session are enough', async () => {
    const { account, code } = await withApp();
    const { ctx, secret } = await half(account.email);
    expect(await outcome(stepUp(ctx, { given: { by: 'password', password: PASSWORD } }))).toBe('proof_weaker');
    const old = later(-4 * STEP_MS);
    for (const typed of ['000000', code(old), '']) expect(await outcome(stepUp(ctx, { given: { by: 'code', code: typed } }))).toBe('invalid');
    expect(await resumeSession(database.db, secret)).toMatchObject({ actor: { session: 'half' } });
    for (let n = 0; n < 8; n += 1) await outcome(stepUp(ctx, { given: { by: 'code', code: '000000' } }));
    const now = later(2 * STEP_MS);
    expect(await outcome(stepUp({ ...ctx, now }, { given: { by: 'code', code: code(now) } }))).toBe('too_many');
  });

  test('who knows the password does not guess the second factor, however many sessions they begin; its person comes in by the device that it knows', async () => {
    const { account, code } = await withApp();
    const at = later(2 * STEP_MS);
    const { ctx } = await half(account.email);
    const { device } = await stepUp({ ...ctx, now: at }, { given: { by: 'code', code: code(at) } });
    if (device === null) throw new Error('no sign-in');
    const guess = async (known?: string) => {
      const { ctx: door } = await half(account.email, known);
      const typed = ['000000', 'ABCD-EFGH-JKLM-NPQR', '000001', '000002'];
      return Promise.all(typed.map((code) => outcome(stepUp(door, { given: { by: 'code', code }, device: known ?? null }))));
    };
    const guesses: string[] = [];
    for (let n = 0; n < 6; n += 1) guesses.push(...(await guess()));
    expect(guesses.filter((kind) => kind === 'invalid')).toHaveLength(10);
    const next = later(3 * STEP_MS);
    const strange = await half(account.email);
    expect(await outcome(stepUp({ ...strange.ctx, now: next }, { given: { by: 'code', code: code(next) } }))).toBe('too_many');
    const own = await half(account.email, device);
    expect(await outcome(stepUp({ ...own.ctx, now: next }, { given: { by: 'code', code: code(next) }, device }))).toBe('done');
    // A device that the account knows may have been the intruder's for a while: it guesses no more than another.
    const byDevice: string[] = [];
    for (let n = 0; n < 6; n += 1) byDevice.push(...(await guess(device)));
    expect(byDevice.filter((kind) => kind === 'invalid')).toHaveLength(10);
  }, 60_000);

  test('of thirty uses of one step, and of one recovery code, one succeeds', async () => {
    const { account, code, ctx: own } = await withApp();
    const sessions = await Promise.all(Array.from({ length: 10 }, () => half(account.email)));
    const now = later(2 * STEP_MS);
    const uses = sessions.flatMap(({ ctx }) => Array.from({ length: 3 }, () => outcome(stepUp({ ...ctx, now }, { given: { by: 'code', code: code(now) } }))));
    expect((await Promise.all(uses)).filter((kind) => kind === 'done')).toHaveLength(1);

    const { codes } = await makeRecoveryCodes(
      { ...own, actor: { ...own.actor, hasFactor: true, authenticated: { at: new Date(), level: 'factor' } } as never },
      {},
    );
    const more = await Promise.all(Array.from({ length: 10 }, () => half(account.email)));
    const tries = more.flatMap(({ ctx }) => Array.from({ length: 3 }, () => outcome(stepUp(ctx, { given: { by: 'code', code: codes[0] as string } }))));
    expect((await Promise.all(tries)).filter((kind) => kind === 'done')).toHaveLength(1);
  }, 120_000);

  test('one of the team is let in to all of it, for twelve hours', async () => {
    const { account, code } = await withApp(['author']);
    const { ctx } = await half(account.email);
    const now = later(2 * STEP_MS);
    const { secret } = await stepUp({ ...ctx, now }, { given: { by: 'code', code: code(now) } });
    const resumed = await resumeSession(database.db, secret);
    expect(resumed).toMatchObject({ actor: { session: 'full', roles: ['author'] } });
    const row = await database.db.session.findFirstOrThrow({
      where: { accountId: account.id, awaitsFactor: false, endedAt: null },
      orderBy: { createdAt: 'desc' },
    });
    expect(row.expiresAt.getTime() - row.createdAt.getTime()).toBe(12 * 3_600_000);
  });
});

describe('a passkey', () => {
  async function withPasskey() {
    const account = await createAccount(database.db, { passwordHash });
    const { actor } = await createSession(database.db, account, { authenticatedAt: new Date() });
    const ctx = testContext(database.db, actor, { config });
    const { ticket, options } = await startPasskey(ctx, { brand: 'Tempo' });
    const key = new Authenticator(ORIGIN);
    await addPasskey(ctx, { answer: key.create(options), ticket });
    return { account, key, ctx };
  }

  test('signs in alone, as a second factor would, and a challenge is good once', async () => {
    const { account, key } = await withPasskey();
    const door = visitor();
    const { ticket, options } = await askPasskey(door, {});
    const answer = key.get(options);
    const kinds = await Promise.all(Array.from({ length: 30 }, () => outcome(signInByPasskey(door, { answer, ticket }))));
    expect(kinds.filter((kind) => kind === 'done')).toHaveLength(1);
    const session = await database.db.session.findFirstOrThrow({ where: { accountId: account.id }, orderBy: { createdAt: 'desc' } });
    expect(session).toMatchObject({ level: 'factor', awaitsFactor: false });
  });

  test('of a closed account signs nobody in', async () => {
    const { account, key } = await withPasskey();
    await database.db.account.update({ where: { id: account.id }, data: { disabledAt: new Date() } });
    const { ticket, options } = await askPasskey(visitor(), {});
    expect(await outcome(signInByPasskey(visitor(), { answer: key.get(options), ticket }))).toBe('invalid');
    // The one that made the passkey, and none since.
    expect(await database.db.session.count({ where: { accountId: account.id } })).toBe(1);
  });

  test('is the second step too, and another account’s is none', async () => {
    const [mine, theirs] = [await withPasskey(), await withPasskey()];
    const { ctx } = await half(mine.account.email);
    const wrong = await askPasskey(ctx, {});
    expect(await outcome(stepUp(ctx, { given: { by: 'passkey', answer: theirs.key.get(wrong.options), ticket: wrong.ticket } }))).toBe('invalid');
    const { ticket, options } = await askPasskey(ctx, {});
    const { secret } = await stepUp(ctx, { given: { by: 'passkey', answer: mine.key.get(options), ticket } });
    expect(await resumeSession(database.db, secret)).toMatchObject({ actor: { session: 'full', authenticated: { level: 'factor' } } });
  });
});
