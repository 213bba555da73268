import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activateAction } from '#domain/actions/activate-action.ts';
import { defineCohort } from '#domain/cohorts/define-cohort.ts';
import { secretId } from '#domain/core/secret.ts';
import { issueCode } from '#domain/credentials/email-code/issue-code.ts';
import { recoveryCodeId } from '#domain/credentials/recovery-code/recovery-code.ts';
import { sealTotpSecret } from '#domain/credentials/totp/totp-secret.ts';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import { signIn } from '#domain/sessions/sign-in.ts';
import { resumeSession } from '#domain/status/resume-session.ts';
import type { Account } from '#generated/prisma/client.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { operator, system, testConfig, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { noticesOf } from '#tests/support/mail/notices-of.ts';
import { createIncident } from '#tests/support/sample-incident.ts';
import { askRecovery } from './ask-recovery.ts';
import { giveCode } from './give-code.ts';
import { giveRecoveryFactor } from './give-recovery-factor.ts';
import { readRecovery } from './read-recovery.ts';
import { setRecoveredPassword } from './set-recovered-password.ts';

const PASSWORD = 'violet kettle runs north';
const NEXT = 'a quiet harbour at six';
const LATER = 'gravel orchid tunnel saffron';
const YEAR_AGO = new Date(Date.now() - 365 * 86_400_000);
let database: TestDatabase;
let passwordHash: string;
beforeAll(async () => {
  database = await testDatabase();
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(() => database.close());

let sources = 0;
/** A browser of nobody yet, at an address of its own. */
const browser = (now?: Date, { db } = database) => {
  sources += 1;
  const client = { device: 'Firefox on Linux', source: `198.51.${Math.floor(sources / 250)}.${sources % 250}` };
  return testContext(db, undefined, { client, ...(now && { now }) });
};
const later = (ctx: ReturnType<typeof browser>, seconds: number) => ({ ...ctx, now: new Date(Date.now() + seconds * 1000) });
const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: { kind: string; reason?: string }) => error.reason ?? error.kind,
  );
const input = { next: NEXT, confirm: NEXT, keep: [] as string[] };

/** A browser that has asked for a code, and the code. */
async function asked(account: Pick<Account, 'email'>, ctx = browser()) {
  const { ticket } = await askRecovery(ctx, { email: account.email });
  const issued = await issueCode(testContext(ctx.db, system), { requestId: secretId(ticket) });
  return { ctx, ticket, code: issued?.code ?? 'none' };
}
/** One that has given it. */
async function proved(account: Account, ctx = browser()) {
  const { ticket, code } = await asked(account, ctx);
  await giveCode(ctx, { ticket, code });
  return { ctx, ticket };
}
const person = (data = {}) => createAccount(database.db, { passwordHash, ...data });
const read = ({ id }: Account) => database.db.account.findUniqueOrThrow({ where: { id } });
const kindsOf = async ({ id: accountId }: Account) =>
  (await database.db.securityEvent.findMany({ where: { accountId }, orderBy: { id: 'asc' } })).map(({ kind }) => kind);
async function orderChange(account: Account) {
  const op = testContext(database.db, operator);
  const incidentSlug = await createIncident(database.db);
  await defineCohort(op, { incidentSlug, name: 'listed', accountIds: [String(account.id)], dataInvolved: [], toldFirst: false });
  await activateAction(op, { incidentSlug, cohort: 'listed', count: 1, kind: 'change_password', proof: 'email_code' });
}

describe('who has forgotten the password', () => {
  test('sets another with a code by mail, is signed in here and signed out everywhere else', async () => {
    const account = await person();
    const before = await createSession(database.db, account);
    const { ctx, ticket } = await proved(account);
    expect(await readRecovery(ctx, { ticket, device: null })).toEqual({ step: 'password', email: account.email, first: false, additions: [] });
    const view = await setRecoveredPassword(ctx, { ...input, ticket });
    expect(view).toMatchObject({ accountId: String(account.id), half: false, sessionsEnded: 1, removed: 0, kept: [] });
    expect((await resumeSession(database.db, before.secret)).kind).toBe('ended');
    expect(await resumeSession(database.db, view.secret)).toMatchObject({ kind: 'live', actor: { session: 'full', authenticated: { level: 'password' } } });
    expect(await outcome(signIn(browser(), { email: account.email, password: PASSWORD }))).toBe('invalid');
    expect(await outcome(signIn(browser(), { email: account.email, password: NEXT }))).toBe('done');
    const [change] = await database.db.passwordChange.findMany({ where: { accountId: account.id } });
    expect(change).toMatchObject({ proof: 'email_code', sessionsEnded: 1 });
    expect((await kindsOf(account)).slice(0, 5)).toEqual(['code_sent', 'proof_given', 'session_ended', 'password_changed', 'signed_in']);
    const notice = (await noticesOf(database.db, account.id)).find(({ kind }) => kind === 'password_changed');
    expect(notice).toMatchObject({ at: change?.at.toISOString(), sessionsEnded: 1, kept: [] });
    const audit = await database.db.auditEntry.findMany({
      where: { subject: `account:${account.id}`, verb: { startsWith: 'recovery/' } },
      orderBy: { seq: 'asc' },
    });
    expect(audit.map(({ verb }) => verb)).toEqual(['recovery/ask-recovery', 'recovery/give-code', 'recovery/set-recovered-password']);
    expect(JSON.stringify(audit, (_, value) => String(value))).not.toMatch(new RegExp(`${ticket}|${view.secret}|@`));
  });

  test('and so does who never had one: the same pages, and an account that is set up', async () => {
    const account = await person({ passwordHash: null, roles: ['admin'] });
    const { ctx, ticket } = await proved(account);
    expect(await readRecovery(ctx, { ticket, device: null })).toMatchObject({ first: true });
    const { secret } = await setRecoveredPassword(ctx, { ...input, ticket });
    expect(await resumeSession(database.db, secret)).toMatchObject({ actor: { session: 'enrolling' } });
    expect(await kindsOf(account)).toEqual(['code_sent', 'proof_given', 'enrolled', 'signed_in']);
  });

  test('is released from the order for another password, since the proof is as good as it asks', async () => {
    const account = await person();
    await orderChange(account);
    const { secret } = await createSession(database.db, account);
    expect(await resumeSession(database.db, secret)).toMatchObject({ actor: { session: 'restricted' } });
    const { ctx, ticket } = await proved(account);
    const view = await setRecoveredPassword(ctx, { ...input, ticket });
    expect(await resumeSession(database.db, view.secret)).toMatchObject({ actor: { session: 'full' } });
  });

  test('gets in though somebody has used up every try of the account', async () => {
    const account = await person();
    const key = account.emailKey;
    const source = '203.0.113.9';
    const guess = () => outcome(signIn(testContext(database.db, undefined, { client: { device: '', source } }), { email: key, password: 'wrong' }));
    for (let n = 0; n < 10; n += 1) expect(await guess()).toBe('invalid');
    expect(await guess()).toBe('too_many');
    const ctx = testContext(database.db, undefined, { client: { device: 'Firefox on Linux', source } });
    const { ticket } = await proved(account, ctx);
    await setRecoveredPassword(ctx, { ...input, ticket });
    expect(await outcome(signIn(ctx, { email: key, password: NEXT }))).toBe('done');
  });
});

describe('asking', () => {
  test('looks the same for an address of somebody, of nobody, of a closed account and of one without a password', async () => {
    const closed = await person({ disabledAt: YEAR_AGO });
    const emails = [(await person()).email, 'nobody@tempo.example', closed.email, (await person({ passwordHash: null })).email];
    for (const email of emails) {
      const ctx = browser();
      const { ticket } = await askRecovery(ctx, { email });
      expect(ticket).toMatch(/^[\w-]{43}$/);
      expect(await readRecovery(ctx, { ticket, device: null })).toBeNull();
      await expect(giveCode(ctx, { ticket, code: '00000000' })).rejects.toMatchObject({ fields: { code: 'code_wrong' } });
      const three = [await outcome(askRecovery(ctx, { email })), await outcome(askRecovery(ctx, { email })), await outcome(askRecovery(ctx, { email }))];
      expect(three).toEqual(['done', 'done', 'too_many']);
    }
  });

  test('sends mail to who is there, and to nobody else', async () => {
    const closed = await person({ disabledAt: YEAR_AGO });
    for (const email of ['nobody@tempo.example', closed.email]) expect((await asked({ email })).code).toBe('none');
    expect(await kindsOf(closed)).toEqual([]);
    expect((await asked(await person())).code).toMatch(/^\d{8}$/);
  });

  test('says what is no address, and writes down neither address nor code', async () => {
    await expect(askRecovery(browser(), { email: 'no address' })).rejects.toMatchObject({ fields: { email: 'email_invalid' } });
    const email = 'somewhere.else@tempo.example';
    await asked({ email });
    const everything = await database.db.$queryRaw`
      SELECT (SELECT array_agg(t::text) FROM "OneTimeCode" t), (SELECT array_agg(t::text) FROM "AuditEntry" t),
        (SELECT array_agg(payload::text) FROM graphile_worker._private_jobs), (SELECT array_agg(key) FROM limits.failure)`;
    expect(JSON.stringify(everything)).not.toContain(email);
  });

  test('again ends what was asked before in this browser, and leaves the owner her own request', async () => {
    const account = await person();
    const [mine, theirs] = [await asked(account), await asked(account)];
    const { ticket } = await askRecovery(theirs.ctx, { email: account.email, replaces: theirs.ticket });
    expect(await outcome(giveCode(theirs.ctx, { ticket: theirs.ticket, code: theirs.code }))).toBe('invalid');
    expect(await outcome(giveCode(theirs.ctx, { ticket, code: mine.code }))).toBe('invalid');
    expect(await outcome(giveCode(mine.ctx, { ticket: mine.ticket, code: mine.code }))).toBe('done');
  });
});

describe('a code', () => {
  test('is good in the browser that asked alone, for ten minutes and five tries, in any script', async () => {
    const account = await person();
    const [one, two] = [await asked(account), await asked(account)];
    expect(await outcome(giveCode(two.ctx, { ticket: two.ticket, code: one.code }))).toBe('invalid');
    expect(await outcome(giveCode(two.ctx, { ticket: null, code: one.code }))).toBe('invalid');
    expect(await outcome(giveCode(later(one.ctx, 601), { ticket: one.ticket, code: one.code }))).toBe('invalid');
    for (let n = 0; n < 4; n += 1) expect(await outcome(giveCode(two.ctx, { ticket: two.ticket, code: 'wrong' }))).toBe('invalid');
    expect(await outcome(giveCode(two.ctx, { ticket: two.ticket, code: two.code }))).toBe('invalid');
    const arabic = one.code.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
    expect(await outcome(giveCode(one.ctx, { ticket: one.ticket, code: arabic }))).toBe('done');
    expect(await kindsOf(account)).toContain('recovery_failed');
  });

  test('of thirty uses at once works once', async () => {
    const { ctx, ticket, code } = await asked(await person());
    const kinds = await Promise.all(Array.from({ length: 30 }, () => outcome(giveCode(ctx, { ticket, code }))));
    expect(kinds.filter((kind) => kind === 'done')).toHaveLength(1);
    expect(await outcome(giveCode(ctx, { ticket, code }))).toBe('invalid');
  });

  test('that was asked for in the guide is none here', async () => {
    const account = await person();
    const { ctx, ticket, code } = await asked(account);
    await database.db.oneTimeCode.updateMany({ where: { accountId: account.id }, data: { purpose: 'change' } });
    expect(await outcome(giveCode(ctx, { ticket, code }))).toBe('invalid');
  });

  test('without a request is refused a hundred times, and then who types waits: refusals cost something', async () => {
    const ctx = browser();
    const kinds: string[] = [];
    for (let n = 0; n < 101; n += 1) kinds.push(await outcome(giveCode(ctx, { ticket: null, code: '00000000' })));
    expect(kinds).toEqual([...Array(100).fill('invalid'), 'too_many']);
  });
});

describe('the new password', () => {
  test('needs a code that was given, and its time', async () => {
    const account = await person();
    const waiting = await asked(account);
    expect(await outcome(setRecoveredPassword(waiting.ctx, { ...input, ticket: waiting.ticket }))).toBe('proof_used');
    expect(await outcome(setRecoveredPassword(waiting.ctx, { ...input, ticket: null }))).toBe('proof_used');
    await giveCode(waiting.ctx, { ticket: waiting.ticket, code: waiting.code });
    expect(await outcome(setRecoveredPassword(later(waiting.ctx, 601), { ...input, ticket: waiting.ticket }))).toBe('proof_used');
    expect(await read(account)).toMatchObject({ passwordVersion: 0, passwordHash });
  });

  test('that will not do is refused with its strength, forty tries are enough, and the request stays', async () => {
    const account = await person();
    const { ctx, ticket } = await proved(account);
    const weak = { ...input, ticket, next: 'Summer2026Summer2026', confirm: '' };
    await expect(setRecoveredPassword(ctx, weak)).rejects.toMatchObject({ fields: { next: 'password_guessable' }, strength: { level: 'very_weak' } });
    for (let n = 1; n < 40; n += 1) expect(await outcome(setRecoveredPassword(ctx, { ...weak, next: 'short' }))).toBe('invalid');
    expect(await outcome(setRecoveredPassword(ctx, { ...input, ticket }))).toBe('too_many');
    expect(await readRecovery(ctx, { ticket, device: null })).toMatchObject({ step: 'password' });
  });

  test('of ten at once from one request is set once, and once from two requests', async () => {
    const account = await person();
    const one = await proved(account);
    const kinds = await Promise.all(Array.from({ length: 10 }, () => outcome(setRecoveredPassword(one.ctx, { ...input, ticket: one.ticket }))));
    expect(kinds.filter((kind) => kind === 'done')).toHaveLength(1);
    expect(kinds.filter((kind) => !['done', 'changed_elsewhere', 'proof_used'].includes(kind))).toEqual([]);
    const [mine, theirs] = [await proved(account), await proved(account)];
    const both = await Promise.all(
      [mine, theirs].map(({ ctx, ticket }) => outcome(setRecoveredPassword(ctx, { ...input, next: LATER, confirm: LATER, ticket }))),
    );
    expect(both.sort()).toEqual(['changed_elsewhere', 'done']);
    expect(await read(account)).toMatchObject({ passwordVersion: 2 });
  });

  test('of an account that was closed meanwhile is not set', async () => {
    const account = await person();
    const { ctx, ticket } = await proved(account);
    await database.db.account.update({ where: { id: account.id }, data: { disabledAt: new Date() } });
    expect(await outcome(setRecoveredPassword(ctx, { ...input, ticket }))).toBe('proof_used');
  });

  test('is not there when the transaction fails: nothing is changed, and no mail goes', async () => {
    const other = await testDatabase();
    try {
      const account = await createAccount(other.db, { passwordHash });
      const session = await createSession(other.db, account);
      const { ctx, ticket } = await proved(account, browser(undefined, other));
      await other.db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
      // The audit entry is the last thing that is written.
      await other.db.$executeRaw`ALTER TABLE "AuditEntry" ADD CONSTRAINT refuse CHECK (verb <> 'recovery/set-recovered-password')`;
      await expect(setRecoveredPassword(ctx, { ...input, ticket })).rejects.toThrow();
      expect(await other.db.account.findFirst()).toMatchObject({ passwordVersion: 0, passwordHash });
      expect(await other.db.$queryRaw`SELECT 1 FROM graphile_worker._private_jobs`).toEqual([]);
      expect((await resumeSession(other.db, session.secret)).kind).toBe('live');
      expect(await readRecovery(ctx, { ticket, device: null })).toMatchObject({ step: 'password' });
    } finally {
      await other.close();
    }
  });
});

describe('the second factor', () => {
  const SECRET = Buffer.from('twenty bytes, secret');
  const CODE = 'AAAA-BBBB-CCCC-DDDD';
  const key = testConfig().secret;
  const from = { device: 'x', network: 'x' };
  const totp = ({ id: accountId }: Account, addedAt: Date) =>
    database.db.totpSecret.create({ data: { ...from, accountId, secret: sealTotpSecret(key, accountId, SECRET), addedAt, confirmedAt: addedAt } });
  const recoveryCode = ({ id: accountId }: Account, addedAt: Date) =>
    database.db.recoveryCode.create({ data: { ...from, accountId, id: recoveryCodeId(key, accountId, CODE), addedAt } });
  const shown = () => new TOTP({ secret: new Secret({ buffer: new Uint8Array(SECRET).buffer }) }).generate();

  test('opens the way to the new password, by the app or by a recovery code, each once', async () => {
    const account = await person();
    await totp(account, YEAR_AGO);
    await recoveryCode(account, YEAR_AGO);
    const [one, two, three] = [await proved(account), await proved(account), await proved(account)];
    const kinds = await Promise.all(Array.from({ length: 30 }, () => outcome(giveRecoveryFactor(one.ctx, { ticket: one.ticket, code: shown() }))));
    expect(kinds.filter((kind) => kind === 'done')).toHaveLength(1);
    expect(await readRecovery(one.ctx, { ticket: one.ticket, device: null })).toMatchObject({ step: 'password' });
    expect(await outcome(giveRecoveryFactor(two.ctx, { ticket: two.ticket, code: CODE.toLowerCase() }))).toBe('done');
    expect(await outcome(giveRecoveryFactor(three.ctx, { ticket: three.ticket, code: CODE }))).toBe('invalid');
    const { secret } = await setRecoveredPassword(two.ctx, { ...input, ticket: two.ticket });
    expect(await resumeSession(database.db, secret)).toMatchObject({ actor: { session: 'full', authenticated: { level: 'factor' } } });
  });

  test('is no recovery code that was made since', async () => {
    const account = await person();
    await totp(account, YEAR_AGO);
    await recoveryCode(account, new Date(Date.now() - 86_400_000));
    const { ctx, ticket } = await proved(account);
    expect(await outcome(giveRecoveryFactor(ctx, { ticket, code: CODE }))).toBe('invalid');
    expect(await database.db.recoveryCode.count({ where: { accountId: account.id } })).toBe(1);
  });

  test('is asked for where there is one from before, and the mail alone sets no password', async () => {
    const account = await person();
    await totp(account, YEAR_AGO);
    const { ctx, ticket } = await proved(account);
    expect(await readRecovery(ctx, { ticket, device: null })).toMatchObject({ step: 'factor' });
    expect(await outcome(setRecoveredPassword(ctx, { ...input, ticket }))).toBe('proof_used');
    for (let n = 0; n < 6; n += 1) expect(await outcome(giveRecoveryFactor(ctx, { ticket, code: '000000' }))).toBe('invalid');
    expect(await database.db.oneTimeCode.findFirst({ where: { accountId: account.id } })).toMatchObject({ tries: 5, factorAt: null });
    expect(await outcome(giveRecoveryFactor(ctx, { ticket: null, code: '000000' }))).toBe('proof_used');
    expect(await kindsOf(account)).toContain('recovery_failed');
  });

  test('that was given makes a session of that level', async () => {
    const account = await person();
    await totp(account, YEAR_AGO);
    const { ctx, ticket } = await proved(account);
    await database.db.oneTimeCode.updateMany({ where: { accountId: account.id }, data: { factorAt: new Date() } });
    const { secret } = await setRecoveredPassword(ctx, { ...input, ticket });
    expect(await resumeSession(database.db, secret)).toMatchObject({ actor: { session: 'full', hasFactor: true, authenticated: { level: 'factor' } } });
  });

  test('that is new is not asked for, goes with the old password, and is asked for at once where it is kept', async () => {
    const account = await person();
    const yesterday = new Date(Date.now() - 86_400_000);
    await totp(account, yesterday);
    const first = await proved(account);
    expect(await readRecovery(first.ctx, { ticket: first.ticket, device: null })).toMatchObject({ step: 'password', additions: [{ kind: 'totp' }] });
    expect(await setRecoveredPassword(first.ctx, { ...input, ticket: first.ticket })).toMatchObject({ removed: 1, half: false });
    await totp(account, yesterday);
    const again = await proved(account);
    const { additions = [] } = (await readRecovery(again.ctx, { ticket: again.ticket, device: null })) ?? {};
    const keep = additions.filter(({ kind }) => kind === 'totp').map(({ handle }) => handle);
    expect(await setRecoveredPassword(again.ctx, { next: LATER, confirm: LATER, keep, ticket: again.ticket })).toMatchObject({ kept: ['totp'], half: true });
  });
});
