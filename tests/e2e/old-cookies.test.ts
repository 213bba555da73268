import { afterAll, beforeAll, expect, test } from 'vitest';
import { client, type Client, leadsTo } from '#tests/support/wire/client.ts';
import { unusedCode } from '#tests/support/factors/unused-code.ts';
import { codeMailTo } from '#tests/support/mails.ts';
import { type ServedStory, serveStory } from '#tests/support/story.ts';

let site: ServedStory;
beforeAll(async () => {
  site = await serveStory();
});
afterAll(() => site?.close());

const NEXT = 'lantern otter basket willow';

async function enter(browser: Client, key: string): Promise<void> {
  const { email, password } = site.account(key);
  expect((await browser.post('/sign-in', { email, password })).status).toBe(303);
}

async function signedIn(key: string): Promise<Client> {
  const browser = client(site.url);
  await enter(browser, key);
  return browser;
}

async function appCode(key: string): Promise<string> {
  const app = await site.database.db.totpSecret.findFirstOrThrow({ where: { account: { emailKey: site.account(key).email } } });
  return unusedCode({ secret: site.env.CANDOR_SECRET as string }, app);
}

async function changePassword(browser: Client, key: string): Promise<void> {
  await browser.post('/account/password/proof', { proof: 'current', password: site.account(key).password });
  expect(leadsTo(await browser.post('/account/password/new', { next: NEXT, confirm: NEXT, signOutOthers: 'on' }))).toEqual([303, '/account/password/done']);
}

/** As whoever has forgotten the password, in this browser. */
async function recover(browser: Client, key: string): Promise<void> {
  const { email } = site.account(key);
  await browser.post('/sign-in/recover', { email });
  const { code } = await codeMailTo(site, email);
  await browser.post('/sign-in/recover/code', { code });
  expect(leadsTo(await browser.post('/sign-in/recover/new', { next: NEXT, confirm: NEXT }))).toEqual([303, '/account?signed-in']);
}

/** What ends a cookie; `browser` is the one that it was copied from. */
const ENDS: [what: string, key: string, end: (browser: Client, key: string) => Promise<unknown>, stays: boolean][] = [
  ['another sign-in of the same browser', 'ios-user', (browser, key) => enter(browser, key), true],
  [
    'a step-up',
    'android-fixed',
    (browser, key) => browser.post('/account/confirm', { by: 'password', to: '', carried: '', password: site.account(key).password }),
    true,
  ],
  ['a change of the password', 'data-accessed', changePassword, true],
  ['a change of the password in another browser', 'android-below', async (_, key) => changePassword(await signedIn(key), key), false],
  ['a recovery', 'nothing-to-do', recover, true],
  ['a recovery in another browser', 'certain-user', (_, key) => recover(client(site.url), key), false],
  ['the second step', 'author', async (browser, key) => browser.post('/account/confirm', { by: 'code', to: '', carried: '', code: await appCode(key) }), true],
  ['a sign-out', 'ios-user', (browser) => browser.post('/sign-out', {}), false],
  ['another role', 'ios-user', (_, key) => site.candor('accounts', 'roles', site.account(key).email, '--set', 'support', '--reason', 'a test'), false],
  [
    'a closed account that is open again',
    'ios-user',
    async (_, key) => {
      await site.candor('accounts', 'disable', site.account(key).email, '--reason', 'a test');
      await site.candor('accounts', 'enable', site.account(key).email, '--reason', 'a test');
    },
    false,
  ],
];

test.each(ENDS)('a copy of the cookie is nobody’s after %s', async (_what, key, end, stays) => {
  const browser = await signedIn(key);
  const copy = browser.copy();
  expect([200, 303]).toContain((await copy.get('/account')).status);
  await end(browser, key);

  for (const path of ['/account', '/account/confirm', '/account/password']) {
    const [status, location] = leadsTo(await copy.copy().get(path));
    expect([path, status, location]).toEqual([path, 303, expect.stringMatching(/^\/sign-in\?notice=signed_out/)]);
  }
  const { db } = site.database;
  const account = () =>
    db.account.findUniqueOrThrow({ where: { emailKey: site.account(key).email }, include: { sessions: { orderBy: { id: 'asc' } }, codes: true } });
  const before = await account();
  const forms: [string, Record<string, string>][] = [
    ['/account/sessions', { end: 'others' }],
    ['/account/confirm', { by: 'password', to: '', carried: '', password: site.account(key).password }],
    ['/account/password/proof', { send: '1' }],
    ['/account/password/new', { next: `${NEXT} twice`, confirm: `${NEXT} twice` }],
    ['/account/email', { step: 'ask', email: 'intruder@evil.example' }],
    ['/account/data', {}],
  ];
  for (const [path, form] of forms) expect([path, (await copy.copy().post(path, form)).status]).toEqual([path, 403]);
  expect(await account()).toEqual(before);
  // The browser itself goes on where it is what went on.
  const own = await browser.get('/account');
  expect([own.status, own.headers.get('location')]).toEqual(stays ? [200, null] : [303, expect.stringMatching(/^\/sign-in/)]);
});
