import { afterAll, beforeAll, expect, test } from 'vitest';
import { secretId } from '#domain/core/secret.ts';
import { addPasskey } from '#domain/credentials/passkey/add-passkey.ts';
import { startPasskey } from '#domain/credentials/passkey/start-passkey.ts';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { testConfig, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { Authenticator } from '#tests/support/factors/authenticator.ts';
import { rotateSession } from './rotate-session.ts';
import { stepUp } from './step-up.ts';

const PASSWORD = 'violet kettle runs north';
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('a passkey that was begun before somebody showed once more who is there is finished after it', async () => {
  const account = await createAccount(database.db, { passwordHash: await hashPassword(PASSWORD) });
  const { actor } = await createSession(database.db, account, { authenticatedAt: new Date() });
  const ctx = testContext(database.db, actor);
  const key = new Authenticator(testConfig().url.origin);
  const { ticket, options } = await startPasskey(ctx, { brand: 'Tempo' });
  const { secret } = await stepUp(ctx, { given: { by: 'password', password: PASSWORD } });
  const stepped = testContext(database.db, { ...actor, sessionId: secretId(secret) });
  expect(await addPasskey(stepped, { answer: key.create(options), ticket })).toEqual({ passkeyId: key.id });
});

test('whatever hangs on a session follows it to its next secret, and goes with it', async () => {
  const columns = await database.db.$queryRaw<{ table: string; rule: string | null }[]>`
    SELECT c.table_name AS table, pg_get_constraintdef(k.oid) AS rule
    FROM information_schema.columns c LEFT JOIN pg_constraint k ON k.conname = c.table_name || '_sessionId_fkey'
    WHERE c.table_schema = 'public' AND c.column_name = 'sessionId' ORDER BY 1`;
  const rule = 'FOREIGN KEY ("sessionId") REFERENCES "Session"(id) ON UPDATE CASCADE ON DELETE CASCADE';
  expect(columns).toEqual(['OneTimeCode', 'PasskeyChallenge', 'Presence', 'ProofGrant', 'TotpSecret'].map((table) => ({ table, rule })));
});

test('the old secret is worth nothing, and what was under way is the new one’s', async () => {
  const account = await createAccount(database.db);
  const { session } = await createSession(database.db, account);
  const expiresAt = new Date(Date.now() + 60_000);
  const code = { id: 'of a session', accountId: account.id, sessionId: session.id, purpose: 'change' as const, expiresAt };
  await database.db.oneTimeCode.create({ data: code });
  const { secret } = await database.db.$transaction((tx) => rotateSession(tx, session.id));
  expect(await database.db.session.count({ where: { id: session.id } })).toBe(0);
  expect(await database.db.oneTimeCode.findUnique({ where: { id: code.id } })).toMatchObject({ sessionId: secretId(secret) });
  await database.db.session.delete({ where: { id: secretId(secret) } });
  expect(await database.db.oneTimeCode.count({ where: { id: code.id } })).toBe(0);
});
