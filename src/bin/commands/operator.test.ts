import { execFileSync } from 'node:child_process';
import { mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { failureLines } from '#bin/failure-lines.ts';
import { addCommands } from '#bin/add-commands.ts';
import { createAccount } from '#tests/support/accounts.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { createIncident } from '#tests/support/sample-incident.ts';

let database: TestDatabase;
let incident: string;
let account: string;
beforeAll(async () => {
  database = await testDatabase();
  incident = await createIncident(database.db);
  account = String((await createAccount(database.db)).id);
  vi.stubEnv('CANDOR_URL', 'http://localhost:3000');
  vi.stubEnv('CANDOR_SECRET', 'a-secret-that-only-the-tests-know-0123');
  vi.stubEnv('DATABASE_URL', database.url);
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.close();
});

/** What the command line says to these words. */
async function candor(...words: string[]): Promise<string> {
  const said: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line) => void said.push(line));
  const program = new Command('candor').exitOverride().configureOutput({ writeErr: () => undefined });
  await addCommands(program, words[0]);
  try {
    await program.parseAsync(['node', 'candor', ...words]);
  } catch (error) {
    said.push(...(error instanceof CommanderError ? [error.message] : failureLines(error, 'test')));
  }
  return said.join('\n');
}

const define = (...words: string[]) => candor('cohorts', 'define', '--incident', incident, ...words);
const create = (email: string) => candor('accounts', 'create', '--email', email, '--market', 'SE', '--locale', 'en');
const activate = (...words: string[]) => candor('actions', 'activate', '--incident', incident, ...words);

test('a cohort is defined, looked at, asked, paused, resumed and left alone', async () => {
  expect(await define('--name', 'listed', '--accounts', account)).toMatch(
    /^Cohort \d+ "listed" holds 1 account, counted at .*Z; 0 of them are the team's own\.$/,
  );
  expect(await candor('cohorts', 'list')).toMatch(new RegExp(`^\\d+  ${incident}/listed  a list  1 account \\(0 staff\\) at .*Z$`));
  const shown = await candor('cohorts', 'show', '--incident', incident, '--name', 'listed');
  expect(shown).toContain(`What one of these accounts reads:\n\n  Account ${account}\n    You do not need to do anything.`);
  const would = await activate('--cohort', 'listed', '--kind', 'change_password');
  expect(would).toMatch(/^Nothing is asked yet\./);
  expect(would).toContain('Change your password');
  expect(would).toMatch(/say the same with --count 1$/);
  expect(would + shown).not.toContain('@');
  expect(await candor('actions', 'list')).toBe('');
  expect(await activate('--cohort', 'listed', '--kind', 'sign_in_again', '--count', '2')).toMatch(
    /^The cohort "listed" was counted at .*, and its size is 1, not 2\./,
  );
  const asked = await activate('--cohort', 'listed', '--kind', 'sign_in_again', '--count', '1');
  expect(asked).toMatch(/^Action \d+ asks 1 account since .*Z; 0 of them are the team's own\.$/);
  const [, id = ''] = /^Action (\d+)/.exec(asked) ?? [];
  expect(await candor('actions', 'list')).toContain(`${id}  active  sign_in_again  current  ${incident}/listed`);
  expect(await candor('actions', 'pause', id)).toBe(`Action ${id} is paused: nobody is asked. What it ended stays ended.`);
  expect(await candor('actions', 'pause', id)).toBe(`Action ${id} is paused already.`);
  expect(await candor('actions', 'list')).toMatch(new RegExp(`^${id}  paused .*  paused .*Z$`));
  expect(await candor('actions', 'resume', id)).toBe(`Action ${id} asks again. What was done meanwhile counts.`);
  expect(await candor('actions', 'resume', id)).toBe(`Action ${id} is not paused: it asks.`);
  expect(await candor('actions', 'withdraw', id)).toBe(`Action ${id} is withdrawn. What it ended stays ended.`);
  expect(await candor('actions', 'withdraw', id)).toMatch(/is withdrawn already, and that is final/);
});

test('each answers in JSON where that is asked for', async () => {
  const made = JSON.parse(await define('--name', 'in-json', '--accounts', account, '--json'));
  expect(made).toMatchObject({ cohortId: expect.any(Number), size: 1, staff: 0, countedAt: expect.any(String) });
  expect(JSON.parse(await candor('cohorts', 'show', '--incident', incident, '--name', 'in-json', '--json'))).toMatchObject({
    size: 1,
    overlaps: [{ cohort: 'listed', accounts: 1 }],
    samples: [{ accountId: account, staff: false, text: expect.any(Array) }],
  });
  const upgrade = ['--cohort', 'in-json', '--kind', 'upgrade_app', '--platform', 'android', '--fixed-version', '9.2.0', '--json'];
  expect(JSON.parse(await activate(...upgrade))).toMatchObject({ asked: false, size: 1, told: true });
  const { actionId } = JSON.parse(await activate(...upgrade, '--count', '1'));
  for (const move of ['pause', 'resume', 'withdraw']) expect(JSON.parse(await candor('actions', move, String(actionId), '--json'))).toEqual({ actionId });
});

describe('a file of addresses', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'candor-file-'));
    vi.stubEnv('CANDOR_CWD', folder);
  });
  afterAll(() => rm(folder, { recursive: true }));
  const write = (name: string, text: string) => writeFile(join(folder, name), text);

  test('makes a list, and what is nobody’s stands in a file beside that only its owner reads', async () => {
    const { email } = await database.db.account.findUniqueOrThrow({ where: { id: BigInt(account) } });
    await write('some.txt', `\uFEFF${email}\r\n\r\nnobody@tempo.example\r\n${email.toUpperCase()}\r\nnonsense`);
    const said = await define('--name', 'from-file', '--file', 'some.txt');
    expect(said).toMatch(/holds 1 account, .*\n2 lines are nobody’s address, and in no cohort: see .*some\.txt\.unmatched$/);
    const place = join(folder, 'some.txt.unmatched');
    expect(await readFile(place, 'utf8')).toBe('3\tnobody@tempo.example\n5\tnonsense\n');
    expect((await stat(place)).mode & 0o777).toBe(0o600);
    expect(await define('--name', 'again', '--file', 'some.txt')).toMatch(/^There is a file .*some\.txt\.unmatched already\. Name another by --unmatched\.$/);
    expect(await define('--name', 'from-file', '--file', 'some.txt', '--unmatched', 'other')).toMatch(/has a cohort "from-file" already/);
    await write('whole.txt', email);
    const json = JSON.parse(await define('--name', 'whole', '--file', 'whole.txt', '--json'));
    expect(json).toMatchObject({ size: 1, unmatched: 0, unmatchedFile: null });
    expect((await readdir(folder)).sort()).toEqual(['some.txt', 'some.txt.unmatched', 'whole.txt']);
  });

  test('that nobody finishes reading leaves no file in the way of the next try', async () => {
    const fifo = join(folder, 'slow.txt');
    execFileSync('mkfifo', [fifo]);
    const reading = define('--name', 'slow', '--file', 'slow.txt');
    const writer = await open(fifo, 'w');
    await writer.write('nobody@tempo.example\n');
    expect(await readdir(folder)).not.toContain('slow.txt.unmatched');
    await writer.close();
    expect(await reading).toMatch(/no line is the address of an account$/);
    await rm(fifo);
  });

  test.each([
    ['is not there', 'none.txt', /^The file .*none\.txt can’t be read\.$/],
    ['is a folder', '.', /^The file .* can’t be read\.$/],
    ['is of something else', 'else.csv', /\n {2}addresses {2}no line is the address of an account$/],
    ['is of another encoding', 'utf16.txt', /no line is the address of an account$/],
  ])('that %s makes no cohort and leaves no file', async (_, name, words) => {
    await write('else.csv', 'name,address\nA,a@b.example\n');
    await writeFile(join(folder, 'utf16.txt'), Buffer.from('\uFEFFa@b.example\r\n', 'utf16le'));
    expect(await define('--name', 'x', '--file', name, '--unmatched', 'lost')).toMatch(words);
    expect(await readdir(folder)).not.toContain('lost');
    expect(await database.db.cohort.count({ where: { name: 'x' } })).toBe(0);
  });
});

test.each([
  ['no such incident', () => candor('cohorts', 'define', '--incident', 'nope', '--name', 'x', '--everyone'), 'There is no incident "nope".'],
  ['nobody named', () => define('--name', 'x'), /\n {2}say who: one of --everyone, --market/],
  ['two ways of naming', () => define('--name', 'x', '--everyone', '--market', 'US'), /cannot be used with/],
  ['a name with capitals', () => define('--name', 'X Y', '--everyone'), /small letters, digits and hyphens/],
  ['no market', () => define('--name', 'x', '--market', 'usa'), /two capital letters, like US\.$/],
  ['no time', () => define('--name', 'x', '--created-before', 'yesterday'), /with its zone, like 2014-05-22T00:00:00Z\.$/],
  ['no number of an account', () => define('--name', 'x', '--accounts', account, 'abc'), /An account has a number\.$/],
  ['nobody’s number', () => define('--name', 'x', '--accounts', '999999999'), /there is no account with one of these numbers$/],
  ['no such cohort', () => activate('--cohort', 'nope', '--kind', 'sign_in_again'), /^There is no incident "incident-\w+" with a cohort "nope"\.$/],
  ['an upgrade to nothing', () => activate('--cohort', 'nope', '--kind', 'upgrade_app'), /\n {2}upgrade_app needs --platform and --fixed-version/],
  ['no start', () => activate('--cohort', 'nope', '--kind', 'sign_in_again', '--starts-at', 'tomorrow'), /with its zone/],
  ['too long a version', () => activate('--cohort', 'x', '--kind', 'upgrade_app', '--platform', 'android', '--fixed-version', '1'.repeat(60)), /is too long$/],
  ['no number of an action', () => candor('actions', 'withdraw', 'abc'), /An action has a number, as actions list shows it\.$/],
  ['a number in another notation', () => candor('actions', 'withdraw', '1e3'), /An action has a number/],
  ['no count', () => activate('--cohort', 'x', '--kind', 'sign_in_again', '--count', 'many'), /A count is a whole number\.$/],
  ['a file and a rule', () => define('--name', 'x', '--everyone', '--file', 'x'), /cannot be used with/],
  ['no cohort to show', () => candor('cohorts', 'show', '--incident', incident, '--name', 'nope'), /with a cohort "nope"\.$/],
  ['nobody’s action', () => candor('actions', 'withdraw', '4711'), 'There is no action 4711.'],
  ['an empty reason', () => candor('actions', 'withdraw', '4711', '--reason', ' '), /1 to 500 characters/],
  ['a reason that would move the cursor of who reads it', () => candor('actions', 'withdraw', '4711', '--reason', 'calm\u001b[2Jnothing'), /on one line/],
  [
    'no market of an account',
    () => candor('accounts', 'create', '--email', 'a@b.example', '--locale', 'en'),
    /required option '--market <country>' not specified/,
  ],
  ['no address', () => create('nope'), /\n {2}email {2}is no address$/],
])('%s is said in our own words', async (_, act, words) => {
  const said = await act();
  expect(said).toMatch(words);
  expect(said).not.toMatch(/expected|pattern|ISO datetime|\b[a-z]+_(?:invalid|missing)\b/);
});

test('a name is given once, an address too', async () => {
  await define('--name', 'all', '--everyone');
  expect(await define('--name', 'all', '--everyone')).toBe(`The incident "${incident}" has a cohort "all" already.`);
  await create('a@b.example');
  expect(await create('A@b.example')).toBe('There is an account with this address already.');
});

test('a database that is away, empty or no database is named', async () => {
  vi.stubEnv('DATABASE_URL', 'postgres://127.0.0.1:1/candor');
  expect(await candor('actions', 'list')).toBe('The database can’t be reached, or does not answer. See DATABASE_URL.');
  vi.stubEnv('DATABASE_URL', Object.assign(new URL(database.url), { pathname: '/postgres' }).href);
  expect(await candor('actions', 'list')).toBe('The database is not of this build. Run candor migrate.');
  vi.stubEnv('DATABASE_URL', 'mysql://127.0.0.1/candor');
  expect(await candor('actions', 'list')).toBe(
    'The configuration is not complete.\nDATABASE_URL: is postgres://user:password@host:port/database, where a # in the password is written %23, a / %2F, a ? %3F and an @ %40',
  );
  vi.stubEnv('DATABASE_URL', database.url);
});

test('roles are named all at once, and an account is erased by who says its address once more', async () => {
  const { db } = database;
  const { id, email } = await createAccount(db, { roles: ['author'] });
  expect(await candor('accounts', 'roles', String(id), '--set', 'support,author')).toBe(
    `Account ${id} has the roles author, support, and had author; it ended 0 sessions.`,
  );
  expect(await candor('accounts', 'roles', email, '--set', 'author,support')).toBe(`Account ${id} has these roles already: author, support.`);
  expect(JSON.parse(await candor('accounts', 'roles', String(id), '--set', 'none', '--json'))).toMatchObject({ before: ['author', 'support'], after: [] });
  for (const typed of ['owner', 'author, admin', 'none,admin', ''])
    expect(await candor('accounts', 'roles', String(id), '--set', typed)).toContain('Roles are author');
  expect(await candor('accounts', 'roles', String(id))).toContain("required option '--set <roles>'");

  const would = await candor('accounts', 'erase', String(id));
  expect(would).toMatch(/^Nothing is erased yet\./);
  expect(would).toContain(`say the same with --address ${email}`);
  expect(await candor('accounts', 'erase', String(id), '--address', 'somebody@tempo.example')).toContain('address  is not the address of this account');
  expect((await db.account.findUniqueOrThrow({ where: { id } })).email).toBe(email);
  expect(await candor('accounts', 'erase', String(id), '--address', email)).toMatch(new RegExp(`^Account ${id} is erased\\.`));
  expect(await candor('accounts', 'erase', String(id))).toMatch(new RegExp(`^Account ${id} is erased already, since .*Z\\.$`));
  expect(await candor('accounts', 'show', String(id))).toMatch(/^state {5}erased .*Z$/m);
  expect(await candor('accounts', 'list', '--disabled')).toContain(`${id}  `);
  expect(await candor('accounts', 'enable', String(id))).toBe(`Account ${id} is erased: there is nothing left to open.`);
});
