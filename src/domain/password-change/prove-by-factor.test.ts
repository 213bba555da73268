import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { activateAction } from '#domain/actions/activate-action.ts';
import { defineCohort } from '#domain/cohorts/define-cohort.ts';
import { makeRecoveryCodes } from '#domain/credentials/recovery-code/make-recovery-codes.ts';
import { confirmTotp } from '#domain/credentials/totp/confirm-totp.ts';
import { readTotpSetup } from '#domain/credentials/totp/read-totp-setup.ts';
import { startTotp } from '#domain/credentials/totp/start-totp.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { operator, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { createIncident } from '#tests/support/sample-incident.ts';
import { proveOwnership } from './prove-ownership.ts';
import { readGuide } from './read-guide.ts';

const DAY_MS = 86_400_000;
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Somebody who added an authenticator app and recovery codes, so many days ago, and is asked for a new password if the test says so. */
async function person(days: number, { asked = true } = {}) {
  const account = await createAccount(database.db);
  const { actor } = await createSession(database.db, account, { authenticatedAt: new Date() });
  const ctx = testContext(database.db, actor);
  await startTotp(ctx, {});
  const { key } = (await readTotpSetup(ctx, { issuer: 'Tempo' })) as { key: string };
  const app = new TOTP({ secret: Secret.fromBase32(key) });
  await confirmTotp(ctx, { code: app.generate() });
  const { codes } = await makeRecoveryCodes(ctx, {});
  const added = { where: { accountId: account.id }, data: { addedAt: new Date(Date.now() - days * DAY_MS) } };
  await database.db.totpSecret.updateMany(added);
  await database.db.recoveryCode.updateMany(added);
  if (asked) {
    const op = testContext(database.db, operator);
    const incidentSlug = await createIncident(database.db);
    await defineCohort(op, { incidentSlug, name: 'listed', accountIds: [String(account.id)], dataInvolved: [], toldFirst: false });
    await activateAction(op, { incidentSlug, cohort: 'listed', count: 1, kind: 'change_password', proof: 'email_code' });
  }
  // The code that confirmed the app is used up: a minute later there is another.
  const later = new Date(Date.now() + 60_000);
  const prove = (code: string) => proveOwnership(testContext(database.db, actor, { now: later }), { proof: 'factor', given: { by: 'code', code } });
  return { account, actor, ctx, codes, code: () => app.generate({ timestamp: later.getTime() }), prove };
}
const wrong = { fields: { code: 'code_wrong' } };

/** The sample incident's own beginning. */
async function begun(): Promise<number> {
  const { json } = await database.db.factsRevision.findFirstOrThrow({ orderBy: { id: 'desc' } });
  return (Date.now() - Date.parse((json as { occurred: { from: string } }).occurred.from)) / DAY_MS;
}

test('an authenticator app of before the incident shows whose account it is, as strongly as a code by mail', async () => {
  const who = await person(1_000);
  expect(await readGuide(who.ctx, {})).toMatchObject({ proof: 'email_code', factors: { typed: true, passkey: false }, proved: false });
  await expect(who.prove('000000' === who.code() ? '111111' : '000000')).rejects.toMatchObject(wrong);
  expect(await who.prove(who.code())).toMatchObject({ proof: 'factor' });
  expect(await readGuide(who.ctx, {})).toMatchObject({ proved: true });
  await expect(who.prove(who.code())).rejects.toMatchObject(wrong);
});

test('so does a recovery code, once: of ten uses at once one succeeds', async () => {
  const who = await person(1_000);
  const [code = ''] = who.codes;
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => who.prove(code)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await database.db.recoveryCode.count({ where: { accountId: who.account.id } })).toBe(9);
});

test('what was added since the incident began proves nothing, and is not offered', async () => {
  await person(1_000);
  const who = await person((await begun()) - 1);
  expect(await readGuide(who.ctx, {})).toMatchObject({ factors: { typed: false } });
  await expect(who.prove(who.code())).rejects.toMatchObject(wrong);
  await expect(who.prove(who.codes[0] ?? '')).rejects.toMatchObject(wrong);
});

test('nor does what was added in the last seven days, whether an incident is known or not', async () => {
  const [six, eight] = [await person(6.9, { asked: false }), await person(7.1, { asked: false })];
  await expect(six.prove(six.code())).rejects.toMatchObject(wrong);
  expect(await eight.prove(eight.code())).toMatchObject({ proof: 'factor' });
});

test('another account’s code proves nothing, and an order can’t ask for a factor that not everybody has', async () => {
  const [one, other] = [await person(1_000), await person(1_000)];
  await expect(other.prove(one.code())).rejects.toMatchObject(wrong);
  await expect(other.prove(one.codes[0] ?? '')).rejects.toMatchObject(wrong);
  const order = { incidentSlug: 'any', cohort: 'any', count: 1, kind: 'change_password', proof: 'factor' } as never;
  await expect(activateAction(testContext(database.db, operator), order)).rejects.toMatchObject({ kind: 'invalid', fields: { proof: expect.anything() } });
});
