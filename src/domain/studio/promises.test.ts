import { afterAll, beforeAll, expect, test } from 'vitest';
import { system, testContext } from '#tests/support/context.ts';
import { createAccount } from '#tests/support/accounts.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { deskDatabase } from '#tests/support/team/desk.ts';
import { warnOfPromises } from './warn-of-promises.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await deskDatabase();
}, 60_000);
afterAll(() => database.close());

test('the team is told once that a promise is due, whoever looks first, and nobody else is', async () => {
  const author = await createAccount(database.db, { roles: ['author'] });
  await createAccount(database.db, { roles: ['support'] });
  await createAccount(database.db, { roles: ['approver'], disabledAt: new Date() });
  // In two hours, on a whole minute.
  const by = Math.floor(Date.now() / 60_000) * 60_000 + 2 * 3_600_000;
  await database.db.$executeRaw`
    UPDATE "FactsRevision" f SET json = jsonb_set(f.json, '{nextUpdateBy}', to_jsonb(${new Date(by).toISOString()}::text))
    FROM "Incident" i WHERE i.id = f."incidentId" AND i.slug = 'internal-systems-access'`;
  const at = (minutes: number) => testContext(database.db, system, { now: new Date(by - minutes * 60_000) });
  const queued = () => database.db.$queryRaw<{ account: string }[]>`
    SELECT payload->>'accountId' AS account FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE t.identifier = 'mail-promise'`;
  expect(await warnOfPromises(at(31), {})).toEqual({ warned: 0 });
  const warned = await Promise.all([1, 2, 3].map(() => warnOfPromises(at(30), {})));
  expect(warned.map((one) => one.warned).sort()).toEqual([0, 0, 1]);
  expect(await queued()).toEqual([{ account: String(author.id) }]);
  expect(await warnOfPromises(at(0), {})).toEqual({ warned: 0 });
  // A draft of it stands open, in every language, and is nobody's yet.
  const drafts = await database.db.draft.findMany({ orderBy: { locale: 'asc' }, include: { post: true, update: true } });
  expect(drafts.map(({ locale, post, authorIds }) => [locale, post.slug, authorIds])).toEqual(
    ['ar', 'de', 'en'].map((locale) => [locale, 'internal-systems-access', []]),
  );
  expect(drafts.every(({ source, update }) => source.includes(`slug: ${update?.slug}`))).toBe(true);
});
