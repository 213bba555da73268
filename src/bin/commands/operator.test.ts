import { Command, CommanderError } from 'commander';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { failureLines } from '#bin/failure-lines.ts';
import { otherCommands } from '#bin/other-commands.ts';
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
  otherCommands(program);
  try {
    await program.parseAsync(['node', 'candor', ...words]);
  } catch (error) {
    said.push(...(error instanceof CommanderError ? [error.message] : failureLines(error)));
  }
  return said.join('\n');
}

const define = (...words: string[]) => candor('cohorts', 'define', '--incident', incident, ...words);
const create = (email: string) => candor('accounts', 'create', '--email', email, '--market', 'SE', '--locale', 'en');
const activate = (...words: string[]) => candor('actions', 'activate', '--incident', incident, ...words);

test('a cohort is defined, asked, listed and left alone', async () => {
  expect(await define('--name', 'listed', '--accounts', account)).toMatch(/^Cohort \d+ "listed" holds 1 account\.$/);
  const asked = await activate('--cohort', 'listed', '--kind', 'sign_in_again');
  expect(asked).toMatch(/^Action \d+ asks 1 account since .*Z; 0 of them are the team's own\.$/);
  const [, id = ''] = /^Action (\d+)/.exec(asked) ?? [];
  expect(await candor('actions', 'list')).toContain(`${id}  active  sign_in_again  current  ${incident}/listed`);
  expect(await candor('actions', 'withdraw', id)).toBe(`Action ${id} is withdrawn. What it ended stays ended.`);
  expect(await candor('actions', 'withdraw', id)).toBe(`Action ${id} is withdrawn already.`);
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
  ['nobody’s action', () => candor('actions', 'withdraw', '4711'), 'There is no action 4711.'],
  ['an empty reason', () => candor('actions', 'withdraw', '4711', '--reason', ' '), /1 to 500 characters/],
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
