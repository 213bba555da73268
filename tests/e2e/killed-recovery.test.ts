import { setTimeout as later } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import type { Account } from '#generated/prisma/client.ts';
import { childrenOf } from '#scripts/support/processes.ts';
import { waitFor } from '#scripts/support/wait-for.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { codeMailTo, mailsTo } from '#tests/support/mails.ts';
import { type Served, serveBuild } from '#tests/support/serve.ts';
import { client, type Client, leadsTo } from '#tests/support/wire/client.ts';
import { translator } from '#ui/translator.ts';

const PASSWORD = 'a velvet harbour of nine kettles';
const NEXT = 'lantern otter basket willow';
const FORM = { next: NEXT, confirm: NEXT };
const DONE = [303, '/account?signed-in'];

let site: Served;
let passwordHash: string;
beforeAll(async () => {
  [site, passwordHash] = await Promise.all([serveBuild(), hashPassword(PASSWORD)]);
});
afterAll(() => site?.close());

const front = async () => site.server.pid() as number;
const app = async () => (await childrenOf(site.server.pid()))[0]?.pid as number;

const untilWell = () =>
  waitFor(
    async () => {
      const answer = await fetch(`${site.url}/readyz`);
      return answer.status === 200 && ((await answer.json()) as { app: string }).app === 'up';
    },
    60_000,
    () => site.server.lastLines(),
  );

/** Kills it, and waits until another has taken its place and works. */
async function kill(victim: () => Promise<number>): Promise<void> {
  const pid = await victim();
  process.kill(pid, 'SIGKILL');
  await waitFor(
    async () => ((await victim()) ?? pid) !== pid,
    60_000,
    () => site.server.lastLines(),
  );
  await untilWell();
}

/** Whoever is told that it is not possible just now tries it once more. */
async function patient(ask: () => Promise<Response>): Promise<Response> {
  for (let tries = 0; tries < 20; tries += 1) {
    const answer = await ask();
    if (answer.status !== 503) return answer;
    await later(1_000);
  }
  throw new Error(`There is nothing but 503.\n${site.server.lastLines()}`);
}

/** Somebody with a session elsewhere, who has given the code from the mail. */
async function recovering(): Promise<{ account: Account; browser: Client }> {
  const account = await createAccount(site.database.db, { passwordHash });
  await createSession(site.database.db, account);
  const browser = client(site.url);
  await patient(() => browser.post('/sign-in/recover', { email: account.email }));
  const { code } = await codeMailTo(site, account.email);
  expect(leadsTo(await patient(() => browser.post('/sign-in/recover/code', { code })))).toEqual([303, '/sign-in/recover/new']);
  return { account, browser };
}

/** What the change of a password leaves: all of it or nothing. */
async function found({ id }: Account) {
  const { passwordVersion, ...account } = await site.database.db.account.findUniqueOrThrow({
    where: { id },
    include: { changes: true, codes: true, sessions: { where: { endedAt: null } } },
  });
  const { changes, codes, sessions } = account;
  return { isNew: account.passwordHash !== passwordHash, versions: passwordVersion, changes: changes.length, codes: codes.length, sessions: sessions.length };
}
const NOT_DONE = { isNew: false, versions: 0, changes: 0, codes: 1, sessions: 1 };
const ALL_DONE = { isNew: true, versions: 1, changes: 1, codes: 0, sessions: 1 };

const told = async ({ email }: Account) => {
  const subject = translator('en')('notice.password_changed.subject', { brand: 'Tempo' });
  await expect.poll(async () => (await mailsTo(site, email)).map((mail) => mail.subject), { timeout: 60_000 }).toContain(subject);
};

const isWaiting = async () =>
  (await site.database.db.$queryRaw<unknown[]>`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`).length > 0;

test.each([
  ['the app', app],
  ['the front', front],
])('%s is killed between the code and the new password: its person goes on', async (_, victim) => {
  const { account, browser } = await recovering();
  await kill(victim);
  expect(await found(account)).toEqual(NOT_DONE);
  expect((await patient(() => browser.get('/sign-in/recover/new'))).status).toBe(200);
  expect(leadsTo(await patient(() => browser.post('/sign-in/recover/new', FORM)))).toEqual(DONE);
  expect(await found(account)).toEqual(ALL_DONE);
  await told(account);
});

test.each([
  ['the app', app],
  ['the front', front],
])('%s is killed while the new password is written: nothing is done, and its person sends it once more', async (_, victim) => {
  const { account, browser } = await recovering();
  await site.database.db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Account" WHERE id = ${account.id} FOR UPDATE`;
      const lost = browser
        .copy()
        .post('/sign-in/recover/new', FORM)
        .catch(() => null);
      await waitFor(isWaiting, 30_000, () => 'The change does not wait for the account.');
      const killed = kill(victim);
      // The front itself says that it was lost, or is gone with it.
      expect((await lost)?.status ?? 503).toBe(503);
      await killed;
    },
    { timeout: 60_000 },
  );
  await untilWell();
  await waitFor(
    async () => !(await isWaiting()),
    30_000,
    () => 'The lost change still waits.',
  );
  expect(await found(account)).toEqual(NOT_DONE);
  expect(leadsTo(await patient(() => browser.post('/sign-in/recover/new', FORM)))).toEqual(DONE);
  expect(await found(account)).toEqual(ALL_DONE);
  await told(account);
});

test.each([
  ['the app', app],
  ['the front', front],
])('%s is killed as soon as the new password is written: all of it is done, the mail too', async (_, victim) => {
  const { account, browser } = await recovering();
  const answer = browser.post('/sign-in/recover/new', FORM).catch(() => null);
  for (const end = Date.now() + 30_000; (await site.database.db.passwordChange.count({ where: { accountId: account.id } })) === 0; )
    if (Date.now() > end) throw new Error('Nothing is written.');
  await kill(victim);
  await answer;
  expect(await found(account)).toEqual(ALL_DONE);
  expect(leadsTo(await patient(() => client(site.url).post('/sign-in', { email: account.email, password: NEXT })))).toEqual(DONE);
  expect((await client(site.url).post('/sign-in', { email: account.email, password: PASSWORD })).status).toBe(422);
  await told(account);
});
