import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashPassword, verifyPassword } from '#domain/credentials/password/password-hash.ts';
import { resumeSession } from '#domain/status/resume-session.ts';
import type { Account } from '#generated/prisma/client.ts';
import { createAccount, createSession, type SignedIn } from '#tests/support/accounts.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { changePassword } from './change-password.ts';

const LEAKED = 'violet kettle runs north';
const LATER = [
  'a quiet harbour at six',
  'seven grey geese landing',
  'the bakery behind a hill',
  'wool socks beside my lamp',
  'pebbles under copper rain',
  'eleven borrowed ladders',
];
/** By crypt(3), of what is typed below. */
const BCRYPT = '$2b$05$abcdefghijklmnopqrstuuNWqteaDlVIbUjlBM0QamRnfePFtxcl6';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

let grants = 0;
/** Signs in anew, gives a proof, and asks for this password. */
async function change(account: Account, next: string): Promise<string> {
  return ask(await proven(account), next);
}
async function proven(account: Account): Promise<SignedIn> {
  const person = await createSession(database.db, account);
  await grant(person);
  return person;
}
function ask(person: SignedIn, next: string): Promise<string> {
  return changePassword(testContext(database.db, person.actor), { next, confirm: next, signOutOthers: false }).then(
    () => 'done',
    (error: { fields?: { next?: string }; reason?: string }) => error.fields?.next ?? error.reason ?? 'fault',
  );
}
async function grant({ session }: SignedIn) {
  const { passwordVersion } = await database.db.account.findUniqueOrThrow({ where: { id: session.accountId } });
  const expiresAt = new Date(Date.now() + 600_000);
  return database.db.proofGrant.create({
    data: { id: `grant-${grants++}`, sessionId: session.id, purpose: 'change-password', proof: 'current', passwordVersion, expiresAt },
  });
}
const kept = ({ id }: Account) => database.db.formerPassword.findMany({ where: { accountId: id }, orderBy: { id: 'asc' } });
const read = ({ id }: Account) => database.db.account.findUniqueOrThrow({ where: { id } });

test('the leaked password is not the new one, neither at once nor with five others between', async () => {
  const account = await createAccount(database.db, { passwordHash: await hashPassword(LEAKED) });
  expect(await change(account, LEAKED)).toBe('password_used_before');
  expect(await read(account)).toMatchObject({ passwordVersion: 0 });
  expect(await kept(account)).toEqual([]);
  for (const next of LATER.slice(0, 5)) {
    expect(await change(account, next)).toBe('done');
    expect(await change(account, LEAKED)).toBe('password_used_before');
  }
  // One more, and it is out of reach: the sixth before the present one.
  expect(await change(account, LATER[5] as string)).toBe('done');
  for (const before of LATER) expect(await change(account, before)).toBe('password_used_before');
  // It is kept for a while all the same, since by it an intruder's change of the address is taken back.
  expect(await kept(account)).toHaveLength(6);
  await database.db.$executeRaw`UPDATE "FormerPassword" SET "replacedAt" = "replacedAt" - interval '15 days' WHERE "accountId" = ${account.id}`;
  const rows = (await kept(account)).slice(-5);
  expect(await Promise.all(rows.map(({ passwordHash }, index) => verifyPassword(passwordHash, LATER[index] as string)))).toEqual(Array(5).fill(true));
  expect(await change(account, LEAKED)).toBe('done');
  expect(await kept(account)).toHaveLength(5);
});

test('nor is one whose hash came from elsewhere, nor one in decomposed letters, nor somebody else’s affair', async () => {
  const account = await createAccount(database.db, { passwordHash: BCRYPT });
  expect(await change(account, LEAKED)).toBe('password_used_before');
  expect(await change(account, 'cafés près de là-bas'.normalize('NFC'))).toBe('done');
  expect(await change(account, 'cafés près de là-bas'.normalize('NFD'))).toBe('password_used_before');
  expect(await change(account, LEAKED)).toBe('password_used_before');
  const other = await createAccount(database.db, { passwordHash: await hashPassword('a path of their own here') });
  expect(await change(other, LEAKED)).toBe('done');
});

test('of two changes at once one former password is kept', async () => {
  const account = await createAccount(database.db, { passwordHash: await hashPassword(LEAKED) });
  const people = [await proven(account), await proven(account)];
  const outcomes = await Promise.all(people.map((person, index) => ask(person, LATER[index] as string)));
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
  expect(await kept(account)).toHaveLength(1);
});

test('when the transaction fails, no former password is kept', async () => {
  const other = await testDatabase();
  try {
    const account = await createAccount(other.db, { passwordHash: await hashPassword(LEAKED) });
    const person = await createSession(other.db, account);
    await other.db.proofGrant.create({
      data: {
        id: 'grant',
        sessionId: person.session.id,
        purpose: 'change-password',
        proof: 'current',
        passwordVersion: 0,
        expiresAt: new Date(Date.now() + 600_000),
      },
    });
    await other.db.$executeRaw`ALTER TABLE "AuditEntry" ADD CONSTRAINT refuse CHECK (verb <> 'password-change/change-password')`;
    const [next] = LATER as [string];
    await expect(changePassword(testContext(other.db, person.actor), { next, confirm: next, signOutOthers: true })).rejects.toThrow();
    expect(await other.db.formerPassword.count()).toBe(0);
    expect(await resumeSession(other.db, person.secret)).toMatchObject({ kind: 'live' });
  } finally {
    await other.close();
  }
});
