import { setTimeout as later } from 'node:timers/promises';
import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#config';
import { newTotpSecret, sealTotpSecret } from '#domain/credentials/totp/totp-secret.ts';
import { totpKey } from '#domain/credentials/totp/totp-step.ts';
import { waitFor } from '#scripts/support/wait-for.ts';
import { launchChromium, openPage } from '#tests/support/chromium.ts';
import { type Instance, type Served, serveBuild } from '#tests/support/serve.ts';
import { type TeamMember, teamMember } from '#tests/support/team/team-member.ts';

/** One night in the studio, from a template to what everybody reads, by three people in browsers of their own; then the same without a script. */

const WHY = 'We counted two machines twice.';
const ALONE = 'Nobody else can be reached, and people must know.';

let site: Served;
let second: Instance;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveBuild(), launchChromium()]);
  second = await site.another();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

interface Person {
  member: TeamMember;
  page: Page;
  /** Of an authenticator app, base32. */
  key: string;
}

async function person(role: 'author' | 'approver' | 'admin', javaScriptEnabled: boolean): Promise<Person> {
  const member = await teamMember(site, [role]);
  const secret = newTotpSecret();
  const { id: accountId } = member.account;
  await site.database.db.totpSecret.updateMany({ where: { accountId }, data: { secret: sealTotpSecret(readConfig(site.env).secret, accountId, secret) } });
  const { page } = await openPage(browser, { javaScriptEnabled, viewport: { width: 1280, height: 900 } });
  await page.context().addCookies([{ ...member.cookie, url: site.url }]);
  return { member, page, key: totpKey(secret) };
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const heading = (page: Page) => page.locator('h1').innerText();
const idOf = (page: Page) => Number(new URL(page.url()).pathname.split('/').at(-1));
const publicText = async (path: string, at = site.url) => (await fetch(at + path)).text();
const isPublic = (path: string, words: string) =>
  waitFor(
    async () => (await publicText(path)).includes(words),
    30_000,
    () => `${path} does not say “${words}”. ${site.server.lastLines()}`,
  );

describe.each([
  ['with a script', true],
  ['without a script', false],
])('%s', (_, script) => {
  test('a text goes from its template to the public, is corrected, translated anew, and published in an emergency', async () => {
    const [author, approver, admin] = [await person('author', script), await person('approver', script), await person('admin', script)];
    const slug = `odd-doors-${script ? 'with' : 'without'}`;
    const path = `/advisories/${slug}`;

    const draftOf = (locale: string) => site.database.db.draft.findFirstOrThrow({ where: { locale, post: { slug } } });
    async function write(locale: string, change: (text: string) => string): Promise<void> {
      const { id, source } = await draftOf(locale);
      await author.page.goto(`${site.url}/studio/drafts/${id}`);
      const next = change(source);
      expect(next).not.toBe(source);
      if (script) {
        await author.page.locator('.cm-content').focus();
        await author.page.keyboard.press('Control+A');
        await author.page.keyboard.insertText(next);
        await expect.poll(async () => (await draftOf(locale)).source, { timeout: 20_000 }).toBe(next);
      } else {
        await author.page.locator('textarea[name=source]').fill(next);
        await press(author.page, 'Save');
        await author.page.waitForURL('**/studio/drafts/*');
      }
    }
    async function submit(locale: string): Promise<number> {
      await author.page.goto(`${site.url}/studio/submit/${(await draftOf(locale)).id}`);
      await press(author.page, /^Submit/);
      await author.page.waitForURL('**/studio/review/*');
      return idOf(author.page);
    }
    async function approve(submission: number): Promise<void> {
      await approver.page.goto(`${site.url}/studio/review/${submission}`);
      for (const box of await approver.page.locator('input[name=ticked]').all()) await box.check();
      await press(approver.page, 'Approve this text');
      await approver.page.waitForURL('**/studio/publish/*');
    }

    // The author begins with a template, and the lint holds back a promise that nobody can keep.
    await author.page.goto(`${site.url}/studio`);
    await author.page.getByRole('link', { name: 'New incident' }).click();
    await author.page.getByRole('link', { name: 'Holding notice' }).click();
    await author.page.locator('#title').fill('Odd doors');
    await author.page.locator('#slug').fill(slug);
    await press(author.page, 'Begin the incident');
    await author.page.waitForURL('**/studio/facts/*');
    await write('en', (text) => text.replace('Something in our systems', 'Your account is safe. Something in our systems'));
    await author.page.goto(`${site.url}/studio/submit/${(await draftOf('en')).id}`);
    expect(await heading(author.page)).toContain('between this text and its review');
    await write('en', (text) => text.replace('Your account is safe. ', 'We have looked at 12 machines. '));
    const first = await submit('en');

    // The approver comments and approves; the author writes on, and the approval is over.
    await approver.page.goto(`${site.url}/studio`);
    expect(await heading(approver.page)).toContain('waits for you');
    await approver.page.goto(`${site.url}/studio/review/${first}`);
    await approver.page.locator('#text').fill('Which machines?');
    await press(approver.page, /^Comment$/);
    await approver.page.waitForURL('**#comment-*');
    await approve(first);
    await write('en', (text) => text.replace('12 machines', '12 machines in two halls'));
    const next = await submit('en');
    const stale = await fetch(`${site.url}/studio/publish/${first}/now`, {
      method: 'POST',
      headers: {
        origin: site.url,
        accept: 'application/json',
        cookie: `${author.member.cookie.name}=${author.member.cookie.value}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ submission: String(first), when: 'now' }),
    });
    expect(stale.status).toBe(409);

    // Who showed a while ago that it is them does so once more, and the approval goes on by itself.
    const { accountId } = approver.member.actor;
    await site.database.db.session.updateMany({ where: { accountId }, data: { authenticatedAt: new Date(Date.now() - 10 * 60_000) } });
    await approver.page.goto(`${site.url}/studio/review/${next}`);
    await press(approver.page, 'Approve this text');
    await approver.page.locator('input[name=code]').fill(new TOTP({ secret: Secret.fromBase32(approver.key) }).generate());
    await approver.page.locator('main button[type=submit]').first().click();
    await approver.page.waitForLoadState();
    if (!new URL(approver.page.url()).pathname.startsWith('/studio/publish/')) await approve(next);

    // It goes out at its time, on both instances, and not before.
    await author.page.goto(`${site.url}/studio/publish/${next}`);
    await author.page.getByLabel('At a time').check();
    await author.page.locator('#date').fill(new Date(Date.now() + 86_400_000).toISOString().slice(0, 10));
    await author.page.locator('#time').fill('06:00');
    await press(author.page, /^Publish/);
    await waitFor(
      async () => (await site.database.db.schedule.count({ where: { state: 'due' } })) === 1,
      20_000,
      () => 'Nothing is planned.',
    );
    const [due] = await site.database.db.$queryRaw<[{ at: Date }]>`
      UPDATE "Schedule" SET at = date_trunc('milliseconds', clock_timestamp()) + interval '3 seconds' WHERE state = 'due' RETURNING at`;
    const seen = await Promise.all(
      [site.url, second.url].map(async (at) => {
        while (!(await publicText(path, at)).includes('12 machines in two halls')) {
          if (Date.now() > due.at.getTime() + 60_000) throw new Error(`${at} does not show it. ${site.worker.lastLines()}`);
          await later(20);
        }
        return Date.now() - due.at.getTime();
      }),
    );
    for (const ms of seen) expect(ms).toBeGreaterThanOrEqual(0);

    // The German text follows, then the English one is corrected: the log says so, and the German one that it is older.
    const german = await submit('de');
    await approve(german);
    await press(approver.page, /^Publish/);
    await isPublic(`/de${path}`, 'Sicherheitsvorfall');
    await write('en', (text) => text.replace('12 machines', '10 machines'));
    const corrected = await submit('en');
    await approve(corrected);
    await author.page.goto(`${site.url}/studio/publish/${corrected}`);
    await author.page.locator('#why_en').fill(WHY);
    await press(author.page, /^Publish/);
    await isPublic(path, '10 machines');
    const log = await publicText(path);
    for (const words of [WHY, '>12<', '>10<']) expect(log).toContain(words);
    await isPublic(`/de${path}`, 'Diese Übersetzung ist älter');
    await author.page.goto(`${site.url}/studio/translations`);
    expect(await author.page.locator('tr', { hasText: slug }).innerText()).toMatch(/Older|older/);

    // It is renewed beside its source, and published.
    await author.page.goto(`${site.url}/studio/drafts/${(await draftOf('de')).id}`);
    await press(author.page, /^This follows revision/);
    await author.page.waitForURL('**/studio/drafts/*');
    await write('de', (text) => text.replace('\n\n', '\n\nWir haben zehn Maschinen geprüft. '));
    const renewed = await submit('de');
    await approve(renewed);
    await approver.page.goto(`${site.url}/studio/publish/${renewed}`);
    const why = approver.page.locator('#why_de');
    if ((await why.count()) > 0) await why.fill('Es waren zehn, und so steht es nun auch hier.');
    await press(approver.page, /^Publish/);
    await isPublic(`/de${path}`, 'zehn Maschinen');
    expect(await publicText(`/de${path}`)).not.toContain('Diese Übersetzung ist älter');

    // An admin publishes alone; it stays named until a second person has approved it.
    await write('en', (text) => text.replace('in two halls', 'in all halls'));
    const urgent = await submit('en');
    await admin.page.goto(`${site.url}/studio/publish/${urgent}`);
    await admin.page.locator('textarea#reason').fill(ALONE);
    await admin.page.locator('form[action$="/alone"] button').click();
    await isPublic(path, 'in all halls');
    expect(await publicText(path)).toContain(ALONE);
    await author.page.goto(`${site.url}/studio`);
    expect(await author.page.locator('.wrong').innerText()).toContain(`One person published ${slug} alone.`);
    await approve(urgent);
    await author.page.goto(`${site.url}/studio`);
    expect(await author.page.locator('main').innerText()).not.toContain(`One person published ${slug} alone.`);
    for (const { page } of [author, approver, admin]) await page.context().close();
  }, 240_000);
});
