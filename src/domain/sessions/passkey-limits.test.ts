import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount } from '#tests/support/accounts.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import type { Authenticator } from '#tests/support/factors/authenticator.ts';
import { passkeyOf } from '#tests/support/factors/passkey-of.ts';
import { outcomeOf } from '#tests/support/verbs/outcome-of.ts';
import { askPasskey } from './ask-passkey.ts';
import { signInByPasskey } from './sign-in-by-passkey.ts';

const YEAR_AGO = new Date(Date.now() - 365 * 86_400_000);
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const from = (source: string) => testContext(database.db, undefined, { client: { device: 'Firefox on Linux', source } });
async function person() {
  const account = await createAccount(database.db);
  return { account, key: await passkeyOf(database.db, account, YEAR_AGO) };
}
/** Signs in by a passkey; each from a source of its own asks for what it signs, so that only what is tried counts. */
async function signIn(key: Authenticator, source: string, device?: string, lie: Parameters<Authenticator['get']>[1] = {}) {
  const { ticket, options } = await askPasskey(from(`2001:db8:${Math.floor(Math.random() * 65_536).toString(16)}::/64`), {});
  return signInByPasskey(from(source), { ticket, answer: key.get(options, lie), ...(device && { device }) });
}

test('a hundred answers that are wrong are enough for one source; another goes on', async () => {
  const { key } = await person();
  const kinds: string[] = [];
  for (let n = 0; n < 103; n += 1) kinds.push(await outcomeOf(signIn(key, '203.0.113.10', undefined, { unverified: true })));
  expect(kinds.filter((kind) => kind === 'passkey_refused')).toHaveLength(100);
  expect(kinds.slice(100)).toEqual(['too_many', 'too_many', 'too_many']);
  expect(await outcomeOf(signIn(key, '203.0.113.10'))).toBe('too_many');
  expect(await outcomeOf(signIn(key, '203.0.113.11'))).toBe('done');
}, 60_000);

test('what succeeds gives its own try back, and no other', async () => {
  const [victim, own] = [await person(), await person()];
  const { device } = await signIn(own.key, '203.0.113.20');
  const kinds: string[] = [];
  for (let n = 0; n < 120; n += 1) {
    kinds.push(await outcomeOf(signIn(victim.key, '203.0.113.21', undefined, { unverified: true })));
    if (n % 10 === 0 && n < 90) expect(await outcomeOf(signIn(own.key, '203.0.113.21', device))).toBe('done');
  }
  expect(kinds.filter((kind) => kind === 'passkey_refused')).toHaveLength(100);
}, 60_000);

test('twenty new devices an hour are enough for one passkey; one that the account knows comes in', async () => {
  const { key } = await person();
  const { device } = await signIn(key, '203.0.113.30');
  const kinds: string[] = [];
  for (let n = 0; n < 25; n += 1) kinds.push(await outcomeOf(signIn(key, `198.51.100.${n}`)));
  expect(kinds.filter((kind) => kind === 'done')).toHaveLength(19);
  expect(await outcomeOf(signIn(key, '203.0.113.31', device))).toBe('done');
}, 60_000);

test('sixty challenges of one source and three hundred of one network are enough', async () => {
  const ask = (source: string) => outcomeOf(askPasskey(from(source), {}));
  const one: string[] = [];
  for (let n = 0; n < 62; n += 1) one.push(await ask('192.0.2.40'));
  expect(one.filter((kind) => kind === 'done')).toHaveLength(60);
  const network: string[] = [];
  for (let n = 0; n < 310; n += 1) network.push(await ask(`2001:db8:99:${n.toString(16)}::/64`));
  expect(network.filter((kind) => kind === 'done')).toHaveLength(300);
}, 60_000);
