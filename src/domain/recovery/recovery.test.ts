import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activateAction } from '#domain/actions/activate-action.ts';
import { defineCohort } from '#domain/cohorts/define-cohort.ts';
import { signIn } from '#domain/sessions/sign-in.ts';
import { resumeSession } from '#domain/status/resume-session.ts';
import type { Account } from '#generated/prisma/client.ts';
import { createSession } from '#tests/support/accounts.ts';
import { operator, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { noticesOf } from '#tests/support/mail/notices-of.ts';
import { asked, browser, kindsOf, NEXT, PASSWORD, person, proved, YEAR_AGO } from '#tests/support/recovery/recoveries.ts';
import { createIncident } from '#tests/support/sample-incident.ts';
import { outcomeOf } from '#tests/support/verbs/outcome-of.ts';
import { askRecovery } from './ask-recovery.ts';
import { giveCode } from './give-code.ts';
import { readRecovery } from './read-recovery.ts';
import { setRecoveredPassword } from './set-recovered-password.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
const input = { next: NEXT, confirm: NEXT, keep: [] as string[] };

async function orderChange(account: Account) {
  const op = testContext(database.db, operator);
  const incidentSlug = await createIncident(database.db);
  await defineCohort(op, { incidentSlug, name: 'listed', accountIds: [String(account.id)], dataInvolved: [], toldFirst: false });
  await activateAction(op, { incidentSlug, cohort: 'listed', count: 1, kind: 'change_password', proof: 'email_code' });
}

describe('who has forgotten the password', () => {
  test('sets another with a code by mail, is signed in here and signed out everywhere else', async () => {
    const account = await person(database.db);
    const before = await createSession(database.db, account);
    const { ctx, ticket } = await proved(database.db, account);
    const none = { passkey: false, typed: false, asked: false };
    expect(await readRecovery(ctx, { ticket, device: null })).toEqual({ step: 'password', email: account.email, first: false, factors: none, additions: [] });
    const view = await setRecoveredPassword(ctx, { ...input, ticket });
    expect(view).toMatchObject({ accountId: String(account.id), half: false, sessionsEnded: 1, removed: 0, kept: [] });
    expect((await resumeSession(database.db, before.secret)).kind).toBe('ended');
    expect(await resumeSession(database.db, view.secret)).toMatchObject({ kind: 'live', actor: { session: 'full', authenticated: { level: 'password' } } });
    expect(await outcomeOf(signIn(browser(database.db), { email: account.email, password: PASSWORD }))).toBe('sign_in_failed');
    expect(await outcomeOf(signIn(browser(database.db), { email: account.email, password: NEXT }))).toBe('done');
    const [change] = await database.db.passwordChange.findMany({ where: { accountId: account.id } });
    expect(change).toMatchObject({ proof: 'email_code', sessionsEnded: 1 });
    expect((await kindsOf(database.db, account)).slice(0, 5)).toEqual(['code_sent', 'proof_given', 'session_ended', 'password_changed', 'signed_in']);
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
    const account = await person(database.db, { passwordHash: null, roles: ['admin'] });
    const { ctx, ticket } = await proved(database.db, account);
    expect(await readRecovery(ctx, { ticket, device: null })).toMatchObject({ first: true });
    const { secret } = await setRecoveredPassword(ctx, { ...input, ticket });
    expect(await resumeSession(database.db, secret)).toMatchObject({ actor: { session: 'enrolling' } });
    expect(await kindsOf(database.db, account)).toEqual(['code_sent', 'proof_given', 'enrolled', 'signed_in']);
  });

  test('is released from the order for another password, since the proof is as good as it asks', async () => {
    const account = await person(database.db);
    await orderChange(account);
    const { secret } = await createSession(database.db, account);
    expect(await resumeSession(database.db, secret)).toMatchObject({ actor: { session: 'restricted' } });
    const { ctx, ticket } = await proved(database.db, account);
    const view = await setRecoveredPassword(ctx, { ...input, ticket });
    expect(await resumeSession(database.db, view.secret)).toMatchObject({ actor: { session: 'full' } });
  });

  test('gets in though somebody has used up every try of the account', async () => {
    const account = await person(database.db);
    const key = account.emailKey;
    const source = '203.0.113.9';
    const guess = () => outcomeOf(signIn(testContext(database.db, undefined, { client: { device: '', source } }), { email: key, password: 'wrong' }));
    for (let n = 0; n < 10; n += 1) expect(await guess()).toBe('sign_in_failed');
    expect(await guess()).toBe('too_many');
    const ctx = testContext(database.db, undefined, { client: { device: 'Firefox on Linux', source } });
    const { ticket } = await proved(database.db, account, ctx);
    await setRecoveredPassword(ctx, { ...input, ticket });
    expect(await outcomeOf(signIn(ctx, { email: key, password: NEXT }))).toBe('done');
  });
});

describe('asking', () => {
  test('looks the same for an address of somebody, of nobody, of a closed account and of one without a password', async () => {
    const closed = await person(database.db, { disabledAt: YEAR_AGO });
    const emails = [(await person(database.db)).email, 'nobody@tempo.example', closed.email, (await person(database.db, { passwordHash: null })).email];
    for (const email of emails) {
      const ctx = browser(database.db);
      const { ticket } = await askRecovery(ctx, { email });
      expect(ticket).toMatch(/^[\w-]{43}$/);
      expect(await readRecovery(ctx, { ticket, device: null })).toBeNull();
      await expect(giveCode(ctx, { ticket, code: '00000000' })).rejects.toMatchObject({ fields: { code: 'code_wrong' } });
      const three = [await outcomeOf(askRecovery(ctx, { email })), await outcomeOf(askRecovery(ctx, { email })), await outcomeOf(askRecovery(ctx, { email }))];
      expect(three).toEqual(['done', 'done', 'too_many']);
    }
  });

  test('sends mail to who is there, and to nobody else', async () => {
    const closed = await person(database.db, { disabledAt: YEAR_AGO });
    for (const email of ['nobody@tempo.example', closed.email]) expect((await asked(database.db, { email })).code).toBe('none');
    expect(await kindsOf(database.db, closed)).toEqual([]);
    expect((await asked(database.db, await person(database.db))).code).toMatch(/^\d{8}$/);
  });

  test('says what is no address, and writes down neither address nor code', async () => {
    await expect(askRecovery(browser(database.db), { email: 'no address' })).rejects.toMatchObject({ fields: { email: 'email_invalid' } });
    const email = 'somewhere.else@tempo.example';
    await asked(database.db, { email });
    const everything = await database.db.$queryRaw`
      SELECT (SELECT array_agg(t::text) FROM "OneTimeCode" t), (SELECT array_agg(t::text) FROM "AuditEntry" t),
        (SELECT array_agg(payload::text) FROM graphile_worker._private_jobs), (SELECT array_agg(key) FROM limits.failure)`;
    expect(JSON.stringify(everything)).not.toContain(email);
  });

  test('again ends what was asked before in this browser, and leaves the owner her own request', async () => {
    const account = await person(database.db);
    const [mine, theirs] = [await asked(database.db, account), await asked(database.db, account)];
    const { ticket } = await askRecovery(theirs.ctx, { email: account.email, replaces: theirs.ticket });
    expect(await outcomeOf(giveCode(theirs.ctx, { ticket: theirs.ticket, code: theirs.code }))).toBe('code_wrong');
    expect(await outcomeOf(giveCode(theirs.ctx, { ticket, code: mine.code }))).toBe('code_wrong');
    expect(await outcomeOf(giveCode(mine.ctx, { ticket: mine.ticket, code: mine.code }))).toBe('done');
  });
});
