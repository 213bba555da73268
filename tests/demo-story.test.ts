import { readdirSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountView } from '#domain/status/account-view.ts';
import { readStatus } from '#domain/status/read-status.ts';
import { verifyPassword } from '#domain/credentials/password/password-hash.ts';
import { factsSchema } from '#model/facts.ts';
import { verifyTotp } from '#domain/credentials/totp/verify-totp.ts';
import { startCodesPage } from '#scripts/demo/codes-page.ts';
import type { SampleAccount } from '#scripts/demo/data.ts';
import { tellStory } from '#scripts/demo/story.ts';
import { storyShift } from '#scripts/demo/story-shift.ts';
import { createSession } from '#tests/support/accounts.ts';
import { testConfig, testContext } from '#tests/support/context.ts';
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

test('staff come with an authenticator app, whose key is printed, and nobody else does', async () => {
  const now = new Date();
  for (const { email, roles, totp } of accounts) {
    expect(totp !== undefined, email).toBe(roles.length > 0);
    const { id: accountId } = await database.db.account.findUniqueOrThrow({ where: { emailKey: email } });
    expect(await database.db.totpSecret.count({ where: { accountId } })).toBe(totp === undefined ? 0 : 1);
    if (totp === undefined) continue;
    const typed = new TOTP({ secret: Secret.fromBase32(totp) }).generate({ timestamp: now.getTime() });
    const config = testConfig({ secret: 'x'.repeat(32) });
    expect(await verifyTotp(database.db, config, { accountId, typed, now, before: new Date(now.getTime() - 365 * 86_400_000) })).toBe(true);
  }
});

test('a page of the demo’s own shows what their apps show, to this machine and by its own name', async () => {
  const { url, stop } = await startCodesPage(accounts);
  const { headers, status } = await fetch(url);
  expect([status, headers.get('cache-control'), new URL(url).hostname]).toEqual([200, 'no-store', '127.0.0.1']);
  const text = await (await fetch(url)).text();
  for (const { email, totp } of accounts) {
    expect(text.includes(email), email).toBe(totp !== undefined);
    if (totp !== undefined) expect(text).not.toContain(totp);
  }
  const before = Date.now();
  const shown = await (await fetch(url)).text();
  const { email, totp = '' } = accounts.find((one) => one.totp !== undefined) as SampleAccount;
  const codes = [before, Date.now()].map((timestamp) => new TOTP({ secret: Secret.fromBase32(totp) }).generate({ timestamp }));
  expect(codes).toContain(new RegExp(`${email}</td><td><code>(\\d{6})`).exec(shown)?.[1]);
  const foreign = await new Promise<number | undefined>((answered) => {
    get(url, { headers: { host: 'evil.example' } }, ({ statusCode }) => answered(statusCode));
  });
  expect(foreign).toBe(404);
  await stop();
});

test('what the product is made of has no such page and no such key', () => {
  const product = ['app', 'src'].flatMap((root) => readdirSync(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const texts = product.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  expect(texts.length).toBeGreaterThan(300);
  expect(texts.filter((text) => /demo\/codes-page|demo\.json|scripts\/demo/.test(text))).toEqual([]);
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
