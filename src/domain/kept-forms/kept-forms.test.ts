import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { keepForm } from './keep-form.ts';
import { takeForm } from './take-form.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const KEPT = { form: 'save-draft', body: 'version=1&source=Mine.', errors: {}, reason: 'draft_moved' };

async function author() {
  const account = await createAccount(database.db, { roles: ['author'] });
  const { actor } = await createSession(database.db, account);
  return testContext(database.db, actor);
}

test('what was refused is shown once, to whom it belongs', async () => {
  const [ctx, stranger] = [await author(), await author()];
  const kept = await keepForm(ctx, KEPT);
  expect(await takeForm(stranger, kept)).toBeNull();
  expect(await takeForm(ctx, kept)).toEqual(KEPT);
  expect(await takeForm(ctx, kept)).toBeNull();
});

test('thirty at once get it once', async () => {
  const ctx = await author();
  const kept = await keepForm(ctx, KEPT);
  const taken = await Promise.all(Array.from({ length: 30 }, () => takeForm(ctx, kept)));
  expect(taken.filter((one) => one !== null)).toHaveLength(1);
});

test('after ten minutes it is gone, and nothing of it is in the audit log', async () => {
  const ctx = await author();
  const kept = await keepForm(ctx, KEPT);
  await database.db.keptForm.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
  expect(await takeForm(ctx, kept)).toBeNull();
  expect(await database.db.auditEntry.count({ where: { verb: { startsWith: 'kept-forms/' } } })).toBe(0);
});
