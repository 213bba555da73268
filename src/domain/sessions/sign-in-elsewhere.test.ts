import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Account } from '#generated/prisma/client.ts';
import { verifyPassword } from '#domain/credentials/password/password-hash.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { signIn } from './sign-in.ts';

const PASSWORD = 'violet kettle runs north';
/** By crypt(3). */
const BCRYPT = '$2b$05$abcdefghijklmnopqrstuuNWqteaDlVIbUjlBM0QamRnfePFtxcl6';
const OURS = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;

let database: TestDatabase;
let sources = 0;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const enter = ({ email }: Account, password = PASSWORD) =>
  signIn(testContext(database.db, undefined, { client: { device: 'Firefox on Linux', source: `198.51.${sources++}.7` } }), { email, password });
const read = ({ id }: Account) => database.db.account.findUniqueOrThrow({ where: { id } });

test('a hash from elsewhere opens the account, and is one of ours from then on; that is no change of the password', async () => {
  const account = await createAccount(database.db, { passwordHash: BCRYPT, passwordVersion: 3 });
  const { session } = await createSession(database.db, account);
  await expect(enter(account, 'another password')).rejects.toMatchObject({ fields: { form: 'sign_in_failed' } });
  expect((await read(account)).passwordHash).toBe(BCRYPT);
  await enter(account);
  const { passwordHash, passwordVersion } = await read(account);
  expect(passwordHash).toMatch(OURS);
  expect(passwordVersion).toBe(3);
  expect(await verifyPassword(passwordHash, PASSWORD)).toBe(true);
  await enter(account);
  expect((await read(account)).passwordHash).toBe(passwordHash);
  expect(await database.db.passwordChange.count({ where: { accountId: account.id } })).toBe(0);
  expect((await database.db.session.findUniqueOrThrow({ where: { id: session.id } })).endedAt).toBeNull();
});

test('of ten sign-ins at once with a hash from elsewhere each gets in, and one hash is kept', async () => {
  const account = await createAccount(database.db, { passwordHash: BCRYPT });
  await Promise.all(Array.from({ length: 10 }, () => enter(account)));
  expect((await read(account)).passwordHash).toMatch(OURS);
  expect(await database.db.session.count({ where: { accountId: account.id } })).toBe(10);
});

test('a password that is changed while a sign-in makes a new hash of the old one stays changed', async () => {
  const account = await createAccount(database.db, { passwordHash: BCRYPT });
  let entering: Promise<unknown> | undefined;
  await database.db.$transaction(async (tx) => {
    await tx.account.update({ where: { id: account.id }, data: { passwordHash: 'changed', passwordVersion: { increment: 1 } } });
    entering = enter(account).catch((error: { fields: object }) => error.fields);
    // Until the sign-in stands before the row.
    for (let waits = 0; waits === 0; ) {
      const [row] = await database.db.$queryRaw<[{ count: bigint }]>`SELECT count(*) FROM pg_locks WHERE NOT granted`;
      waits = Number(row.count);
    }
  });
  expect(await entering).toEqual({ form: 'sign_in_failed' });
  expect((await read(account)).passwordHash).toBe('changed');
});

test('an account whose hash costs more than our budget is refused in the same words, and its hash never tried', async () => {
  const account = await createAccount(database.db, { passwordHash: BCRYPT.replace('$05$', '$31$') });
  await expect(enter(account)).rejects.toMatchObject({ fields: { form: 'sign_in_failed' } });
});
