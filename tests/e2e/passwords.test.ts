import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Account } from '#generated/prisma/client.ts';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import { waitFor } from '#scripts/support/wait-for.ts';
import { translator } from '#ui/translator.ts';
import { createAccount } from '#tests/support/accounts.ts';
import { type RangeService, startRangeService } from '#tests/support/breaches/range-service.ts';
import { type Served, serveBuild } from '#tests/support/serve.ts';

const t = translator('en');
const BREACHED = 'violet kettle runs north';
/** By crypt(3), of the same. */
const BCRYPT = '$2b$05$abcdefghijklmnopqrstuuNWqteaDlVIbUjlBM0QamRnfePFtxcl6';

let site: Served;
let service: RangeService;
beforeAll(async () => {
  service = await startRangeService(BREACHED, 'a quiet harbour at six');
  site = await serveBuild({ env: { BREACHED_PASSWORDS_URL: service.url } });
});
beforeEach(() => {
  service.mood = 'well';
  service.asked.length = 0;
  service.ended = 0;
});
afterAll(async () => {
  await site?.close();
  await service?.close();
});

function post(path: string, form: Record<string, string>, cookie = ''): Promise<Response> {
  const headers = { origin: site.url, cookie, 'content-type': 'application/x-www-form-urlencoded' };
  return fetch(site.url + path, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(form) });
}
const page = async (path: string, cookie: string) => (await fetch(site.url + path, { headers: { cookie } })).text();
const sessionOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .find((line) => line.startsWith('candor.session.'))
    ?.split(';')[0] ?? '';
const read = ({ id }: Account) => site.database.db.account.findUniqueOrThrow({ where: { id } });
const log = () => readFile(join(site.env.CANDOR_DATA as string, 'serve.log'), 'utf8');

async function signIn({ email }: Account, password: string): Promise<string> {
  const answer = await post('/sign-in', { email, password });
  expect(answer.status).toBe(303);
  return sessionOf(answer);
}
/** Through the guide to this new password; answers the last page. */
async function change(cookie: string, password: string, next: string): Promise<Response> {
  expect((await post('/account/password/proof', { proof: 'current', password }, cookie)).status).toBe(303);
  return post('/account/password/new', { next, confirm: next }, cookie);
}

test('a person from another system whose password is known to criminals signs in, is told, and is led to another one', async () => {
  const account = await createAccount(site.database.db, { passwordHash: BCRYPT });
  const cookie = await signIn(account, BREACHED);
  await waitFor(
    async () => (await read(account)).breachedAt !== null,
    10_000,
    () => site.server.lastLines(),
  );
  expect(await page('/account', cookie)).toContain(t('account.breached.title'));
  expect(await page('/account/password', cookie)).toContain(t('guide.why.breached').replaceAll("'", '&#x27;'));
  expect((await read(account)).passwordHash).toMatch(/^\$argon2id\$/);
  // Nobody is held back, and nobody is asked twice a day.
  await signIn(account, BREACHED);
  expect(service.asked).toHaveLength(1);

  const same = await change(cookie, BREACHED, BREACHED);
  expect([same.status, (await same.text()).includes(t('error.password_used_before'))]).toEqual([422, true]);
  const other = await change(cookie, BREACHED, 'a quiet harbour at six');
  expect([other.status, (await other.text()).includes(t('error.password_breached'))]).toEqual([422, true]);
  const changed = await change(cookie, BREACHED, 'seven grey geese landing');
  expect(changed.headers.get('location')).toBe('/account/password/done');
  expect(await page('/account', sessionOf(changed))).not.toContain(t('account.breached.title'));

  // Nothing of a password went anywhere but the first digits of its hash.
  const { db } = site.database;
  const rows = [await db.auditEntry.findMany(), await db.securityEvent.findMany(), await db.$queryRaw`SELECT payload FROM graphile_worker._private_jobs`];
  const written = JSON.stringify([rows, service.asked, await log()], (_, value) => (typeof value === 'bigint' ? String(value) : value));
  for (const password of [BREACHED, 'a quiet harbour at six', 'seven grey geese landing']) {
    expect(written).not.toContain(password);
    expect(written.toUpperCase()).not.toContain(createHash('sha1').update(password).digest('hex').toUpperCase().slice(0, 6));
  }
});

test('a service that does not answer delays no sign-in, is told of in the log, and is asked again at the next one', async () => {
  service.mood = 'slow';
  const account = await createAccount(site.database.db, { passwordHash: await hashPassword(BREACHED) });
  await signIn(account, BREACHED);
  // Had the sign-in waited for the answer, the question would be over.
  expect(service.ended).toBe(0);
  await waitFor(
    async () => (await log()).includes('breached passwords: no answer'),
    10_000,
    () => site.server.lastLines(),
  );
  expect(await read(account)).toMatchObject({ breachAskedAt: null, breachedAt: null });
  service.mood = 'well';
  await signIn(account, BREACHED);
  await waitFor(
    async () => (await read(account)).breachedAt !== null,
    10_000,
    () => site.server.lastLines(),
  );
});

test('a wrong sign-in asks nobody', async () => {
  const account = await createAccount(site.database.db, { passwordHash: await hashPassword('seven grey geese landing') });
  expect((await post('/sign-in', { email: account.email, password: BREACHED })).status).toBe(422);
  await signIn(account, 'seven grey geese landing');
  await waitFor(
    async () => (await read(account)).breachAskedAt !== null,
    10_000,
    () => site.server.lastLines(),
  );
  expect(service.asked).toHaveLength(1);
});

test('nothing but small letters will do, up to 1,024 bytes; composed or not, they are the same', async () => {
  const account = await createAccount(site.database.db, { passwordHash: await hashPassword(BREACHED) });
  const longest = `lantern otter basket willow ${'près du café '.repeat(66)}abcdef`;
  expect(Buffer.byteLength(longest)).toBe(1024);
  const changed = await change(await signIn(account, BREACHED), BREACHED, longest);
  expect(changed.headers.get('location')).toBe('/account/password/done');
  const cookie = await signIn(account, longest);
  await signIn(account, longest.normalize('NFD'));
  expect((await post('/account/password/proof', { proof: 'current', password: longest.normalize('NFD') }, cookie)).status).toBe(303);
});

test('a password of a megabyte, and one of 30,000 letters, are refused at each door before anything is hashed, and change nothing', async () => {
  const account = await createAccount(site.database.db, { passwordHash: await hashPassword(BREACHED) });
  const cookie = await signIn(account, BREACHED);
  expect((await post('/account/password/proof', { proof: 'current', password: BREACHED }, cookie)).status).toBe(303);
  const doors: [string, (password: string) => Record<string, string>][] = [
    ['/sign-in', (password) => ({ email: account.email, password })],
    ['/sign-in/enrol', (next) => ({ email: account.email, code: 'x', next, confirm: next })],
    ['/account/password/proof', (password) => ({ proof: 'current', password })],
    ['/account/password/new', (next) => ({ next, confirm: next })],
  ];
  for (const [path, form] of doors) {
    const kinds = await Promise.all(['y'.repeat(1_000_000), 'y'.repeat(30_000)].map(async (long) => (await post(path, form(long), cookie)).status));
    expect([path, ...kinds]).toEqual([path, 413, 422]);
  }
  expect(await read(account)).toMatchObject({ passwordVersion: 0 });
  await signIn(account, BREACHED);
});
