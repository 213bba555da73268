import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountView } from '#domain/status/account-view.ts';
import { readStatus } from '#domain/status/read-status.ts';
import { verifyPassword } from '#domain/credentials/password/password-hash.ts';
import { factsSchema } from '#model/facts.ts';
import type { SampleAccount } from '#scripts/demo/data.ts';
import { tellStory } from '#scripts/demo/story.ts';
import { storyShift } from '#scripts/demo/story-shift.ts';
import { createSession } from '#tests/support/accounts.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';

let database: TestDatabase;
let accounts: SampleAccount[];

beforeAll(async () => {
  database = await testDatabase();
  const shift = await storyShift(new Date());
  accounts = await tellStory({
    DATABASE_URL: database.url,
    CANDOR_URL: 'http://localhost:3000',
    CANDOR_SECRET: 'x'.repeat(32),
    CANDOR_SHIFT: String(shift),
    CANDOR_DEMO: '1',
  });
}, 60_000);
afterAll(() => database.close());

/** What the sample account of this key is told. */
async function statusOf(key: string): Promise<AccountView> {
  const account = await database.db.account.findUniqueOrThrow({ where: { emailKey: `${key}@tempo.example` } });
  const { actor } = await createSession(database.db, account);
  return (await readStatus(testContext(database.db, actor), {})) as AccountView;
}

test('each line of the story has its account, whose password is the one that is printed', async () => {
  expect(accounts.map(({ key }) => key)).toEqual([
    'data-accessed',
    'certain-user',
    'android-below',
    'android-fixed',
    'ios-user',
    'tried-password',
    'nothing-to-do',
    'author',
    'approver',
    'responder',
    'admin',
  ]);
  for (const { email, password } of accounts) {
    const { passwordHash, demo } = await database.db.account.findUniqueOrThrow({ where: { emailKey: email } });
    expect([await verifyPassword(passwordHash, password), demo, password.length >= 15]).toEqual([true, true, true]);
  }
});

test('each account lives where we told of the incidents', async () => {
  const revisions = await database.db.factsRevision.findMany();
  const accounts = await database.db.account.findMany();
  expect(revisions.length).toBeGreaterThan(1);
  for (const { json } of revisions) for (const { market } of accounts) expect(factsSchema.parse(json).markets).toContain(market);
});

test('the newest incident was found two days ago, its newest update is two hours old, and the next comes tomorrow', async () => {
  const hours = (date: Date) => Math.round((date.getTime() - Date.now()) / 3_600_000);
  const incident = await database.db.incident.findFirstOrThrow({
    orderBy: { detectedAt: 'desc' },
    include: { facts: true, posts: { include: { updates: { orderBy: { at: 'desc' } } } } },
  });
  const { nextUpdateBy } = factsSchema.parse(incident.facts[0]?.json);
  expect(hours(incident.detectedAt)).toBe(-48);
  expect(hours(incident.posts[0]?.updates[0]?.at as Date)).toBe(-2);
  expect(hours(new Date(nextUpdateBy as string))).toSatisfy((until: number) => until >= 12 && until <= 36);
});

test.each([
  ['data-accessed', ['change_password:act']],
  ['certain-user', ['sign_in_again:act']],
  ['android-below', ['upgrade_app:act']],
  ['android-fixed', ['upgrade_app:ok']],
  ['ios-user', []],
  ['tried-password', ['change_password:act']],
  ['nothing-to-do', []],
])('%s is asked for %j', async (key, expected) => {
  const { incidents } = await statusOf(key);
  expect(incidents.flatMap(({ todo }) => todo.map(({ kind, tone }) => `${kind}:${tone}`))).toEqual(expected);
});
