import { afterAll, beforeAll, expect, test } from 'vitest';
import { secretId } from '#domain/core/secret.ts';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import { resumeSession } from '#domain/status/resume-session.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { stepUp } from './step-up.ts';

const PASSWORD = 'violet kettle runs north';
let database: TestDatabase;
let passwordHash: string;
beforeAll(async () => {
  database = await testDatabase();
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(() => database.close());

async function signedIn() {
  const account = await createAccount(database.db, { passwordHash });
  const person = await createSession(database.db, account);
  return { account, person, ctx: testContext(database.db, person.actor) };
}
const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: { kind: string; reason?: string }) => error.reason ?? error.kind,
  );

test('the password shows once more who is there: the time is new, and so is the secret', async () => {
  const { account, person, ctx } = await signedIn();
  const { secret, device } = await stepUp(ctx, { given: { by: 'password', password: PASSWORD } });
  expect(device).toBeNull();
  expect((await resumeSession(database.db, person.secret)).kind).toBe('ended');
  const session = await database.db.session.findUniqueOrThrow({ where: { id: secretId(secret) } });
  expect(session.authenticatedAt.getTime()).toBeGreaterThan(person.session.authenticatedAt.getTime());
  expect([session.createdAt, session.expiresAt]).toEqual([person.session.createdAt, person.session.expiresAt]);
  expect(await database.db.securityEvent.findMany({ where: { accountId: account.id } })).toMatchObject([{ kind: 'confirmed_again' }]);
});

test('a wrong one changes nothing, is noted, and ten of a session are enough', async () => {
  const { account, person, ctx } = await signedIn();
  const kinds = await Promise.all(Array.from({ length: 12 }, () => outcome(stepUp(ctx, { given: { by: 'password', password: 'wrong' } }))));
  expect([kinds.filter((kind) => kind === 'invalid').length, kinds.filter((kind) => kind === 'too_many').length]).toEqual([10, 2]);
  expect((await resumeSession(database.db, person.secret)).kind).toBe('live');
  expect(await database.db.securityEvent.count({ where: { accountId: account.id, kind: 'proof_failed' } })).toBe(10);
  expect(await outcome(stepUp(ctx, { given: { by: 'password', password: PASSWORD } }))).toBe('too_many');
});

test('of two at once one gets the session on', async () => {
  const { ctx } = await signedIn();
  const kinds = await Promise.all([1, 2, 3].map(() => outcome(stepUp(ctx, { given: { by: 'password', password: PASSWORD } }))));
  expect(kinds.sort()).toEqual(['done', 'signed_out', 'signed_out']);
});

test('where there is a second factor the password is not enough', async () => {
  const { ctx, person } = await signedIn();
  const factor = { ...person.actor, hasFactor: true };
  expect(await outcome(stepUp({ ...ctx, actor: factor }, { given: { by: 'password', password: PASSWORD } }))).toBe('proof_weaker');
  expect(await outcome(stepUp({ ...ctx, actor: { ...factor, session: 'half' } }, { given: { by: 'password', password: PASSWORD } }))).toBe('proof_weaker');
});
