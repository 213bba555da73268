import { Logger, run } from 'graphile-worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proveOwnership } from '#domain/password-change/prove-ownership.ts';
import { secretId } from '#domain/core/secret.ts';
import { sendCode } from '#domain/credentials/email-code/send-code.ts';
import { publishSite } from '#tests/support/sample-incident.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { testConfig, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import type { Outgoing } from './mailer.ts';
import { mailCode } from './mail-code.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await publishSite(database.db);
});
afterAll(() => database.close());

/** A relay in memory. */
function relay(fails = 0) {
  const sent: Outgoing[] = [];
  let failures = fails;
  const send = async (mail: Outgoing) => {
    if (failures-- > 0) throw new Error('The relay is down.');
    sent.push(mail);
  };
  return { sent, mailer: { send, close: () => undefined } };
}
const deps = (mailer: ReturnType<typeof relay>['mailer'], { db } = database) => ({ db, config: testConfig(), mailer });
const codeIn = (mail: Outgoing | undefined) => /^\d{8}$/m.exec(mail?.text ?? '')?.[0] as string;

async function asking({ db } = database) {
  const account = await createAccount(db, { locale: 'de' });
  const person = await createSession(db, account);
  const ctx = testContext(db, person.actor);
  const ask = async () => {
    const { ticket } = await sendCode(ctx, {});
    return { ticket, payload: { requestId: secretId(ticket), locale: 'de' } };
  };
  return { account, ctx, ask };
}

test('before anything is published a mail waits, and no code is made', async () => {
  const unpublished = await testDatabase();
  const { payload } = await (await asking(unpublished)).ask();
  const { sent, mailer } = relay();
  await expect(mailCode(payload, deps(mailer, unpublished))).rejects.toThrow('Nothing is published yet');
  expect(sent).toEqual([]);
  await publishSite(unpublished.db);
  await mailCode(payload, deps(mailer, unpublished));
  await unpublished.close();
  expect(sent).toMatchObject([{ from: { name: 'Tempo', address: 'security@tempo.example' }, subject: 'Tempo: Ihr Code für ein neues Passwort' }]);
});

test('the code in the mail works; after a failure the next attempt sends another, and only that one works', async () => {
  const { account, ctx, ask } = await asking();
  const { ticket, payload } = await ask();
  const { sent, mailer } = relay(1);
  await expect(mailCode(payload, deps(mailer))).rejects.toThrow('relay');
  await mailCode(payload, deps(mailer));
  await mailCode(payload, deps(mailer));
  expect(sent.map(({ to }) => to)).toEqual([account.email, account.email]);
  expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(2);
  await expect(proveOwnership(ctx, { proof: 'email_code', code: codeIn(sent[0]), ticket })).rejects.toMatchObject({ kind: 'invalid' });
  expect(await proveOwnership(ctx, { proof: 'email_code', code: codeIn(sent[1]), ticket })).toMatchObject({ proof: 'email_code' });
});

test('nobody waits any more: no mail', async () => {
  const { account, ask } = await asking();
  const { payload } = await ask();
  await database.db.oneTimeCode.deleteMany({ where: { accountId: account.id } });
  const { sent, mailer } = relay();
  await mailCode(payload, deps(mailer));
  expect(sent).toEqual([]);
});

test('a job that a verb enqueued is run by the worker once it is committed', async () => {
  const { ask } = await asking();
  const { sent, mailer } = relay();
  await ask();
  const runner = await run({
    connectionString: database.url,
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
    taskList: { 'mail-code': (payload) => mailCode(payload, deps(mailer)) },
  });
  try {
    await expect.poll(() => sent.some(({ to }) => to.includes('@'))).toBe(true);
  } finally {
    await runner.stop();
  }
});
