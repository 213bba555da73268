import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Locale, paths, teamPaths } from '#paths';
import { openDatabase } from '#domain/core/postgres/database.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { dataDir, readRunning, type SampleAccount } from '#scripts/demo/data.ts';
import { onlyArguments } from '#scripts/support/only-arguments.ts';
import { newestIncident } from '#scripts/demo/story-shift.ts';

/** `npm run shots`: every screen of the running demo on one sheet, and the pictures of README and guide. */
const SHEET = '.candor/shots';
const PICTURES = 'docs/pictures';
const WIDTHS = [390, 1200] as const;
const SCHEMES = ['light', 'dark'] as const;
const LOCALES_SHOWN: Locale[] = ['en', 'ar'];
/** README pictures are of phones, twice as fine; those of the guide for writers of desks. */
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, colorScheme: 'light' } as const;
const DESK = { viewport: { width: 1280, height: 900 }, colorScheme: 'light' } as const;

/** Of one code of an authenticator app, in milliseconds. */
const CODE_MS = 30_000;

interface Screen {
  name: string;
  path: (l: Locale) => string;
  /** Whose account it is; a public page has none. */
  as?: string;
  /** Leads from the page to the screen. */
  act?: (page: Page) => Promise<void>;
}

onlyArguments([]);
const running = await readRunning();
if (!running) {
  console.error('Start the demo first, in another terminal: npm run demo');
  process.exit(1);
}
const url = running.env.CANDOR_URL as string;
const { accounts } = JSON.parse(await readFile(join(dataDir, 'demo.json'), 'utf8')) as { accounts: SampleAccount[] };
const { slug } = await newestIncident();
const submit = (page: Page) => page.locator('main form button').first().click();
let asked = 0;
/** Each time for another address: one of them may ask three times an hour. */
async function askCode(page: Page): Promise<void> {
  asked += 1;
  await page.locator('main input[type="email"]').fill(`nobody-${asked}@tempo.example`);
  await submit(page);
}

/** A text of its own that is live, in the tables of the team. */
const NOTE = 'a[href$="/blog/how-we-handle-incidents"]';

/** Of what is live: the newest incident's advisory, unless another text is asked for. */
async function openDraft(page: Page, text = `a[href$="/advisories/${slug}"]`): Promise<void> {
  await page.locator(`table[aria-labelledby="live"] tr:has(${text}) button`).first().click();
  await page.waitForURL('**/studio/drafts/*');
}

/** Begins an incident, which stays, each time another one: facts of a template have everything still open. */
async function openFacts(page: Page): Promise<void> {
  await page.locator('main table a').nth(1).click();
  await page.locator('#title').fill(`Odd traffic in hall ${Date.now()}`);
  await submit(page);
  await page.waitForURL('**/studio/facts/*');
}

const screens: Screen[] = [
  { name: 'home', path: paths.home },
  { name: 'advisories', path: paths.advisories },
  { name: 'advisory', path: (l) => paths.advisory(l, slug) },
  { name: 'blog', path: paths.blog },
  { name: 'genuine', path: paths.genuine },
  { name: 'help', path: paths.help },
  { name: 'not-found', path: (l) => `${paths.home(l).replace(/\/$/, '')}/no-such-page` },
  { name: 'sign-in', path: paths.signIn },
  { name: 'sign-in-errors', path: paths.signIn, act: submit },
  { name: 'use-passkey', path: paths.signIn, act: (page) => page.locator('form[action$="/sign-in/passkey"] button').click() },
  { name: 'recover', path: paths.recover },
  { name: 'recover-code', path: paths.recover, act: askCode },
  { name: 'enrol', path: paths.enrol },
  { name: 'account-act', path: paths.account, as: 'data-accessed' },
  { name: 'account-upgrade', path: paths.account, as: 'android-below' },
  { name: 'account-nothing', path: paths.account, as: 'nothing-to-do' },
  { name: 'email', path: paths.email, as: 'nothing-to-do' },
  { name: 'take-back', path: paths.takeBack },
  { name: 'take-back-code', path: (l) => `${paths.takeBack(l)}?code-sent` },
  { name: 'sessions', path: paths.sessions, as: 'nothing-to-do' },
  { name: 'your-data', path: paths.yourData, as: 'nothing-to-do' },
  { name: 'guide', path: paths.password, as: 'data-accessed' },
  { name: 'guide-proof', path: paths.passwordProof, as: 'data-accessed' },
  { name: 'guide-proof-errors', path: paths.passwordProof, as: 'data-accessed', act: submit },
  { name: 'guide-code', path: paths.passwordProof, as: 'tried-password' },
  { name: 'guide-factor', path: (l) => paths.passwordProof(l, { by: 'factor' }), as: 'author' },
  { name: 'factors-none', path: paths.factors, as: 'nothing-to-do' },
  { name: 'factor-app', path: paths.factors, as: 'nothing-to-do', act: (page) => page.locator('form[action$="/factors/app"] button').click() },
  { name: 'factor-passkey', path: paths.factors, as: 'nothing-to-do', act: (page) => page.locator('form[action$="/factors/passkey"] button').click() },
  { name: 'factor-codes', path: paths.factors, as: 'author', act: (page) => page.locator('form[action$="/factors/codes"] button').click() },
  { name: 'factors', path: paths.factors, as: 'author' },
  // The team's pages speak the language of the account, whatever is asked for.
  { name: 'studio', path: () => teamPaths.studio(), as: 'author' },
  { name: 'translations', path: () => teamPaths.translations(), as: 'author' },
  { name: 'history', path: () => teamPaths.history(), as: 'author' },
  { name: 'history-text', path: () => teamPaths.history(), as: 'author', act: (page) => page.locator('tbody th a').first().click() },
  { name: 'studio-pictures', path: () => teamPaths.pictures(), as: 'author' },
  { name: 'studio-pictures-none', path: () => teamPaths.picturesOf({ text: '1-updates' }), as: 'author' },
  { name: 'studio-incidents', path: () => teamPaths.incidents(), as: 'author' },
  { name: 'studio-notes', path: () => teamPaths.notes(), as: 'author' },
  { name: 'studio-new-incident', path: () => teamPaths.newIncident(), as: 'author' },
  { name: 'studio-new-holding', path: () => `${teamPaths.newIncident()}?template=holding`, as: 'author' },
  { name: 'studio-new-update', path: () => teamPaths.newUpdate(), as: 'author' },
  { name: 'studio-new-note', path: () => teamPaths.newNote(), as: 'author' },
  { name: 'studio-facts', path: () => teamPaths.incidents(), as: 'author', act: (page) => page.locator('.incident .ways > a').first().click() },
  { name: 'studio-facts-begun', path: () => teamPaths.newIncident(), as: 'author', act: openFacts },
  { name: 'studio-rename', path: () => teamPaths.incidents(), as: 'author', act: (page) => page.locator('a[href^="/studio/rename/"]').first().click() },
  { name: 'studio-discard', path: () => teamPaths.incidents(), as: 'author', act: (page) => page.locator('a[href^="/studio/discard/"]').first().click() },
  { name: 'record', path: () => teamPaths.record('1'), as: 'author' },
  { name: 'studio-shortcuts', path: () => teamPaths.shortcuts(), as: 'author' },
  { name: 'studio-go', path: () => `${teamPaths.go()}?q=${slug}`, as: 'author' },
  { name: 'studio-go-empty', path: () => teamPaths.go(), as: 'author' },
  { name: 'studio-draft', path: () => teamPaths.studio(), as: 'author', act: openDraft },
  { name: 'studio-draft-translated', path: () => teamPaths.studio(), as: 'author', act: openTranslation },
  { name: 'studio-submit', path: () => teamPaths.studio(), as: 'author', act: (page) => openSubmission(page, NOTE) },
  { name: 'studio-submit-waiting', path: () => teamPaths.studio(), as: 'author', act: openSubmission },
  { name: 'studio-review', path: () => teamPaths.studio(), as: 'approver', act: openReview },
  { name: 'studio-publish', path: () => teamPaths.studio(), as: 'approver', act: openPublication },
  { name: 'keys-none', path: () => teamPaths.keys(), as: 'approver' },
  { name: 'key-made', path: () => teamPaths.keys(), as: 'approver', act: makeKey },
  { name: 'keys', path: () => teamPaths.keys(), as: 'approver' },
  { name: 'outside-code', path: paths.outsideReview },
  { name: 'outside-code-errors', path: paths.outsideReview, act: giveWrongCode },
];

/** Beside the text that it translates. */
async function openTranslation(page: Page): Promise<void> {
  await openDraft(page);
  const before = page.url();
  await page.locator('nav.languages li').nth(1).locator('a, button').first().click();
  await page.waitForURL((to) => to.href !== before && to.pathname.startsWith('/studio/drafts/'));
}

async function openSubmission(page: Page, text?: string): Promise<void> {
  await openDraft(page, text);
  await page.locator('a[href^="/studio/submit/"]').first().click();
  await page.waitForURL('**/studio/submit/*');
}

async function openReview(page: Page): Promise<void> {
  await page.locator('a[href^="/studio/review/"]').first().click();
  await page.waitForURL('**/studio/review/*');
}

async function openPublication(page: Page): Promise<void> {
  await openReview(page);
  await page.goto(page.url().replace('/review/', '/publish/'));
}

/** Something waits for a second person, unless something does already. */
/** An advisory that waits for an approver, and a note that could. */
async function prepare(from: Browser, storageState: Awaited<ReturnType<BrowserContext['storageState']>>): Promise<void> {
  const context = await from.newContext({ storageState, javaScriptEnabled: false });
  const page = await context.newPage();
  const write = async (was: string, is: string, text?: string) => {
    await page.goto(url + teamPaths.studio());
    await openDraft(page, text);
    const source = page.locator('textarea[name="source"]');
    await source.fill((await source.inputValue()).replace(was, is));
    await Promise.all([page.waitForEvent('load'), page.locator('form[action$="/save"] button').first().click()]);
  };
  await write('at least every 24 hours', 'at least every 12 hours', NOTE);
  await page.goto(url + teamPaths.studio());
  if ((await page.locator('a[href^="/studio/review/"]').count()) === 0) {
    await write('of one account', 'of 1 account');
    await page.goto(page.url().split('?')[0]?.replace('/drafts/', '/submit/') as string);
    await Promise.all([page.waitForURL('**/studio/review/*'), page.locator('form[action$="/send"] button').click()]);
  }
  await context.close();
}

/** A key is shown in the answer that makes it. */
async function makeKey(page: Page): Promise<void> {
  await page.locator('#name').fill('The release machine');
  await page.locator('form[action$="/keys/make"] button').click();
}

async function giveWrongCode(page: Page): Promise<void> {
  await page.locator('#code').fill('not-a-code');
  await page.locator('main form button').click();
}

const browser = await launchChromium();
const database = openDatabase(running.env.DATABASE_URL as string);
try {
  await rm(SHEET, { recursive: true, force: true });
  await mkdir(SHEET, { recursive: true });
  const taken: string[] = [];
  const sessions = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();
  for (const key of new Set(screens.map(({ as }) => as))) if (key) sessions.set(key, await signIn(browser, key));
  await prepare(browser, sessions.get('author') as Awaited<ReturnType<BrowserContext['storageState']>>);
  for (const width of WIDTHS) {
    for (const colorScheme of SCHEMES) {
      for (const locale of LOCALES_SHOWN) {
        await speak(locale);
        for (const screen of screens) {
          const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, ...stateOf(screen, sessions) });
          const file = `${screen.name}-${locale}-${width}-${colorScheme}.png`;
          await take(context, screen, locale, join(SHEET, file), true);
          taken.push(file);
          await context.close();
        }
      }
    }
  }
  await writeSheet(browser, taken);
  await speak('en');
  await mkdir(PICTURES, { recursive: true });
  for (const [picture, name, look] of [
    ['advisory', 'advisory', PHONE],
    ['account', 'account-act', PHONE],
    ['guide', 'guide-proof', PHONE],
    ['studio', 'studio', DESK],
    ['studio-draft', 'studio-draft', DESK],
    ['studio-review', 'studio-review', DESK],
  ] as const) {
    const screen = screens.find((candidate) => candidate.name === name) as Screen;
    const context = await browser.newContext({ ...look, ...stateOf(screen, sessions) });
    await take(context, screen, 'en', join(PICTURES, `${picture}.png`), false);
    await context.close();
  }
  console.log(`${taken.length} screens: ${SHEET}.html and ${SHEET}.png; the documents' pictures: ${PICTURES}/`);
} finally {
  await browser.close();
  await database.close();
}

/** The team's pages are in the language of whoever is signed in. */
async function speak(locale: Locale): Promise<void> {
  await database.db.account.updateMany({ where: { demo: true }, data: { locale } });
}

function stateOf({ as }: Screen, sessions: Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>) {
  const storageState = as ? sessions.get(as) : undefined;
  return storageState ? { storageState } : {};
}

async function take(context: BrowserContext, { path, act }: Screen, locale: Locale, file: string, fullPage: boolean): Promise<void> {
  const page = await context.newPage();
  await page.goto(url + path(locale));
  await act?.(page);
  await page.waitForLoadState();
  await page.screenshot({ path: file, fullPage, animations: 'disabled' });
  await page.close();
}

async function signIn(from: Browser, key: string) {
  const { email, password, totp } = accounts.find((account) => account.key === key) as SampleAccount;
  const context = await from.newContext();
  const page = await context.newPage();
  await page.goto(url + paths.signIn('en'));
  await page.locator('main input[autocomplete~="username"]').fill(email);
  await page.locator('main input[type="password"]').fill(password);
  await Promise.all([page.waitForURL(`**${paths.account('en')}**`), submit(page)]);
  // A code works once; what was used within this half minute is followed by the next one's, which is taken early.
  for (let ahead = 0; totp !== undefined && page.url().includes(paths.confirm('en')); ahead += 1) {
    if (ahead > 1) throw new Error(`${email} did not get in by a code.`);
    const timestamp = Date.now() + ahead * CODE_MS;
    await page.locator('main input[name="code"]').fill(new TOTP({ secret: Secret.fromBase32(totp) }).generate({ timestamp }));
    await Promise.all([page.waitForEvent('load'), submit(page)]);
  }
  const state = await context.storageState();
  await context.close();
  return state;
}

/** All pictures of one screen in one row. */
async function writeSheet(from: Browser, files: string[]): Promise<void> {
  const figures = (name: string) => files.filter((file) => file.startsWith(`${name}-${LOCALES_SHOWN[0]}-`) || file.startsWith(`${name}-${LOCALES_SHOWN[1]}-`));
  const rows = screens.map(
    ({ name }) =>
      `<h2>${name}</h2><div>${figures(name)
        .map((file) => `<a href="shots/${file}"><img src="shots/${file}" alt="${file}"></a>`)
        .join('')}</div>`,
  );
  const style = 'body{font:14px system-ui;margin:16px;background:#888}div{display:flex;gap:8px;align-items:start}img{width:230px}h2{margin:16px 0 4px}';
  await writeFile(`${SHEET}.html`, `<!doctype html><meta charset="utf-8"><title>Screens</title><style>${style}</style>${rows.join('\n')}\n`);
  const page = await from.newPage({ viewport: { width: 1960, height: 1000 } });
  await page.goto(`file://${process.cwd()}/${SHEET}.html`);
  await page.screenshot({ path: `${SHEET}.png`, fullPage: true });
  await page.close();
}
