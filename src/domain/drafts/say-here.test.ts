import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '#model/roles.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { sayHere } from './say-here.ts';

let database: TestDatabase;
let id: number;
beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  id = (await db.draft.create({ data: { locale: 'en', source: '', savedAt: new Date(), post: { create: { kind: 'note', slug: 'a' } } } })).id;
});
afterAll(() => database.close());

async function member(...roles: Role[]) {
  const account = await createAccount(database.db, { roles });
  const at = async () => testContext(database.db, (await createSession(database.db, account)).actor);
  return { here: await at(), elsewhere: await at() };
}

test('who else is here is said by role, while they are', async () => {
  const [author, approver] = [await member('author'), await member('approver', 'admin')];
  expect(await sayHere(author.here, { id, writing: true })).toEqual([]);
  expect(await sayHere(approver.here, { id, writing: false })).toEqual([{ role: 'author', writing: true }]);
  expect(await sayHere(author.elsewhere, { id, writing: false })).toEqual([
    { role: 'you', writing: true },
    { role: 'approver', writing: false },
  ]);
  await database.db.presence.updateMany({ data: { seenAt: new Date(Date.now() - 46_000) } });
  expect(await sayHere(approver.here, { id, writing: false })).toEqual([]);
});

test('thirty polls at once are one row, and a draft that is not there has nobody', async () => {
  const { here } = await member('author');
  await database.db.presence.deleteMany();
  await Promise.all(Array.from({ length: 30 }, () => sayHere(here, { id, writing: false })));
  expect(await database.db.presence.count()).toBe(1);
  await expect(sayHere(here, { id: 999_999, writing: false })).rejects.toMatchObject({ kind: 'not_found' });
  expect(await database.db.auditEntry.count({ where: { verb: 'drafts/say-here' } })).toBe(0);
});
