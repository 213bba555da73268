import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { translator } from '#ui/translator.ts';
import { type ServedStory, serveStory } from '#tests/support/story.ts';

let site: ServedStory;
let dir: string;
beforeAll(async () => {
  site = await serveStory();
  dir = await mkdtemp(join(tmpdir(), 'candor-orders-'));
});
afterAll(async () => {
  await site?.close();
  await rm(dir, { recursive: true, force: true });
});

const INCIDENT = 'internal-systems-access';

interface Said {
  code: number;
  out: string;
  err: string;
}

/** One run of the command line as its operator has it, with `input` on its input. */
function candor(args: string[], input = ''): Promise<Said> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...site.env, CANDOR_CWD: dir };
    const child = execFile(process.execPath, ['dist/candor.mjs', ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
    child.stdin?.end(input);
  });
}

async function signIn(key: string): Promise<string> {
  const { email, password } = site.account(key);
  const headers = { origin: site.url, 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await fetch(`${site.url}/sign-in`, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams({ email, password }) });
  return (
    answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0] as string)
      .find((pair) => pair.startsWith('candor.session.')) ?? ''
  );
}

const account = (cookie: string) => fetch(`${site.url}/account`, { redirect: 'manual', headers: { cookie } });

test('a paused order releases a restricted person at the next click, and resuming restricts again', async () => {
  const listed = (await candor(['actions', 'list', '--json'])).out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const { actionId } = listed.find(({ cohort, kind }) => cohort === 'data-seen' && kind === 'change_password');
  const cookie = await signIn('data-accessed');
  const closed = translator('en')('account.restOpensLater');
  const isRestricted = async () => (await (await account(cookie)).text()).includes(closed);
  expect(await isRestricted()).toBe(true);
  expect((await candor(['actions', 'pause', String(actionId), '--as', 'desk', '--reason', 'the list is being checked'])).code).toBe(0);
  expect(await isRestricted()).toBe(false);
  expect((await candor(['actions', 'resume', String(actionId)])).code).toBe(0);
  expect(await isRestricted()).toBe(true);
  const entries = await site.database.db.auditEntry.findMany({ where: { verb: 'actions/pause-action' } });
  expect(entries).toMatchObject([{ actor: 'operator:desk', detail: { reason: 'the list is being checked' } }]);
});

test('a list from a file is seen, asked with the count that was seen, paused, resumed and withdrawn, and what it ended stays ended', async () => {
  const { email } = site.account('ios-user');
  const file = join(dir, 'people.txt');
  await writeFile(file, `${email}\r\nnobody@tempo.example\r\n${email.toUpperCase()}\r\n`);
  const define = ['cohorts', 'define', '--incident', INCIDENT, '--name', 'people', '--file', 'people.txt'];
  const defined = await candor(define);
  expect(defined).toMatchObject({ code: 0, err: '' });
  expect(defined.out).toMatch(/^Cohort \d+ "people" holds 1 account, counted at .*Z; 0 of them are the team's own\.\n1 line is nobody’s address/);
  expect([await readFile(`${file}.unmatched`, 'utf8'), (await stat(`${file}.unmatched`)).mode & 0o777]).toEqual(['2\tnobody@tempo.example\n', 0o600]);
  expect(await candor([...define, '--unmatched', 'other'])).toMatchObject({ code: 1, err: `The incident "${INCIDENT}" has a cohort "people" already.\n` });
  const piped = await candor(['cohorts', 'define', '--incident', INCIDENT, '--name', 'piped', '--file', '-', '--json'], `${email}\n`);
  expect(JSON.parse(piped.out)).toMatchObject({ size: 1, unmatched: 0, unmatchedFile: null });

  const shown = await candor(['cohorts', 'show', '--incident', INCIDENT, '--name', 'people']);
  expect(shown.out).toContain('1 of them are in "piped" as well.');
  expect(shown.out).toContain(translator('en')('account.state.nothing'));
  expect(shown.out).not.toContain(email);

  const cookie = await signIn('ios-user');
  const activate = ['actions', 'activate', '--incident', INCIDENT, '--cohort', 'people', '--kind', 'sign_in_again'];
  const preview = await candor(activate);
  expect(preview).toMatchObject({ code: 0, out: expect.stringContaining('--count 1') });
  expect(preview.out).toContain(translator('en')('account.todo.sign_in_again.title'));
  expect(await candor([...activate, '--count', '2'])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('its size is 1, not 2') });
  expect((await account(cookie)).status).toBe(200);
  const { actionId } = JSON.parse((await candor([...activate, '--count', '1', '--json'])).out);
  const isEnded = async () => (await account(cookie)).status === 303;
  expect(await isEnded()).toBe(true);
  for (const move of ['pause', 'resume', 'withdraw']) {
    expect(await candor(['actions', move, String(actionId)])).toMatchObject({ code: 0, err: '' });
    expect([move, await isEnded()]).toEqual([move, true]);
  }
  expect(await candor(['actions', 'resume', String(actionId)])).toMatchObject({ code: 1, err: expect.stringContaining('is withdrawn already') });
});

test.each([
  ['cohorts', 'define'],
  ['cohorts', 'show'],
  ['cohorts', 'list'],
  ['actions', 'activate'],
  ['actions', 'pause'],
  ['actions', 'resume'],
  ['actions', 'withdraw'],
  ['actions', 'list'],
])('candor %s %s --help shows an example', async (noun, verb) => {
  const { out } = await candor([noun, verb, '--help']);
  expect(out).toContain(`$ candor ${noun} ${verb}`);
});
