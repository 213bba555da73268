import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activateAction } from '#domain/actions/activate-action.ts';
import { defineCohort } from '#domain/cohorts/define-cohort.ts';
import { askPasskey } from '#domain/sessions/ask-passkey.ts';
import { stepUp } from '#domain/sessions/step-up.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { operator, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import type { Authenticator } from '#tests/support/factors/authenticator.ts';
import { passkeyOf } from '#tests/support/factors/passkey-of.ts';
import { createIncident } from '#tests/support/sample-incident.ts';
import { outcomeOf } from '#tests/support/verbs/outcome-of.ts';
import { askProofPasskey } from './ask-proof-passkey.ts';
import { changePassword } from './change-password.ts';
import { proveOwnership } from './prove-ownership.ts';
import { readGuide } from './read-guide.ts';

const DAY_MS = 86_400_000;
const NEXT = 'a quiet harbour at six';
type Lie = Parameters<Authenticator['get']>[1];
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Somebody with a passkey of so many days, who is asked for a new password with a code by mail. */
async function person(days = 1_000) {
  const account = await createAccount(database.db);
  const key = await passkeyOf(database.db, account, new Date(Date.now() - days * DAY_MS));
  const op = testContext(database.db, operator);
  const incidentSlug = await createIncident(database.db);
  await defineCohort(op, { incidentSlug, name: 'listed', accountIds: [String(account.id)], dataInvolved: [], toldFirst: false });
  await activateAction(op, { incidentSlug, cohort: 'listed', count: 1, kind: 'change_password', proof: 'email_code' });
  return { account, key, ...(await signedIn(account)) };
}
async function signedIn(account: Awaited<ReturnType<typeof createAccount>>) {
  const { actor } = await createSession(database.db, account);
  return { actor, ctx: testContext(database.db, { ...actor, session: 'restricted', hasFactor: true }) };
}
type Person = Pick<Awaited<ReturnType<typeof person>>, 'ctx'>;
async function answered({ ctx }: Person, key: Authenticator, lie: Lie = {}) {
  const { ticket, options } = await askProofPasskey(ctx, {});
  return { by: 'passkey', answer: key.get(options, lie), ticket } as const;
}
const prove = ({ ctx }: Person, given: Awaited<ReturnType<typeof answered>>) => outcomeOf(proveOwnership(ctx, { proof: 'factor', given }));

describe('a passkey of before the incident', () => {
  test('shows whose account it is, as strongly as a code by mail: the restricted session changes its password', async () => {
    const who = await person();
    expect(await readGuide(who.ctx, {})).toMatchObject({ proof: 'email_code', factors: { passkey: true, typed: false }, proved: false });
    expect(await prove(who, await answered(who, who.key))).toBe('done');
    expect(await readGuide(who.ctx, {})).toMatchObject({ proved: true });
    expect(await changePassword(who.ctx, { next: NEXT, confirm: NEXT, signOutOthers: true })).toMatchObject({ actionsLeft: [] });
    expect(await database.db.passwordChange.findMany({ where: { accountId: who.account.id } })).toMatchObject([{ proof: 'factor' }]);
  });

  test.each<[string, Lie]>([
    ['another origin', { origin: 'http://localhost:3001' }],
    ['another site', { rpId: 'tempo.example' }],
    ['another challenge', { challenge: randomBytes(32).toString('base64url') }],
    ['a user that nobody verified', { unverified: true }],
    ['another account', { userHandle: randomBytes(32).toString('base64url') }],
  ])('is refused with an answer for %s, and the failure is noted', async (_, lie) => {
    const who = await person();
    expect(await prove(who, await answered(who, who.key, lie))).toBe('passkey_refused');
    expect(await readGuide(who.ctx, {})).toMatchObject({ proved: false });
    expect(await database.db.securityEvent.count({ where: { accountId: who.account.id, kind: 'proof_failed' } })).toBe(1);
  });

  test('must count upwards, where it counts', async () => {
    const who = await person();
    await database.db.passkey.update({ where: { id: who.key.id }, data: { counter: 5n } });
    for (const counter of [4, 5]) expect(await prove(who, await answered(who, who.key, { counter }))).toBe('passkey_refused');
    expect(await prove(who, await answered(who, who.key, { counter: 6 }))).toBe('done');
  });

  test('is taken once of thirty uses of one answer at once', async () => {
    const who = await person();
    const given = await answered(who, who.key);
    const kinds = await Promise.all(Array.from({ length: 30 }, () => prove(who, given)));
    expect(kinds.filter((kind) => kind === 'done')).toHaveLength(1);
    expect(kinds.filter((kind) => !['done', 'passkey_refused', 'too_many'].includes(kind))).toEqual([]);
  });

  test('is refused after ten failures of its session, a right one too', async () => {
    const who = await person();
    for (let n = 0; n < 10; n += 1) expect(await prove(who, await answered(who, who.key, { unverified: true }))).toBe('passkey_refused');
    expect(await prove(who, await answered(who, who.key))).toBe('too_many');
  });

  test('leaves no grant behind when the transaction fails', async () => {
    const who = await person();
    const given = await answered(who, who.key);
    await database.db
      .$executeRaw`ALTER TABLE "AuditEntry" ADD CONSTRAINT refuse CHECK (outcome <> 'done' OR verb <> 'password-change/prove-ownership') NOT VALID`;
    try {
      await expect(proveOwnership(who.ctx, { proof: 'factor', given })).rejects.toThrow();
    } finally {
      await database.db.$executeRaw`ALTER TABLE "AuditEntry" DROP CONSTRAINT refuse`;
    }
    expect(await database.db.proofGrant.count({ where: { sessionId: who.actor.sessionId } })).toBe(0);
  });
});

test('one that was added since the incident began, or a stranger’s, proves nothing, and is not offered', async () => {
  const [who, other] = [await person(6.9), await person()];
  expect(await readGuide(who.ctx, {})).toMatchObject({ factors: { passkey: false } });
  expect(await prove(who, await answered(who, who.key))).toBe('passkey_refused');
  expect(await prove(who, await answered(who, other.key))).toBe('passkey_refused');
});

test('a challenge of the guide is of its session and purpose, and good once', async () => {
  const who = await person();
  const elsewhere = await signedIn(who.account);
  const given = await answered(elsewhere, who.key);
  expect(await prove(who, given)).toBe('passkey_refused');
  // The try has used it up, there too.
  expect(await prove(elsewhere, given)).toBe('passkey_refused');
  const toStepUp = await askPasskey(who.ctx, {});
  expect(await prove(who, { by: 'passkey', answer: who.key.get(toStepUp.options), ticket: toStepUp.ticket })).toBe('passkey_refused');
  expect(await outcomeOf(stepUp(who.ctx, { given: await answered(who, who.key) }))).toBe('passkey_refused');
  expect(await prove(who, await answered(who, who.key))).toBe('done');
});
