import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import { type Mailbox, startMailbox } from '#scripts/demo/mailbox.ts';
import { freePort } from '#scripts/support/free-port.ts';
import { waitFor } from '#scripts/support/wait-for.ts';
import { client, leadsTo } from '#tests/support/wire/client.ts';
import { translator } from '#ui/translator.ts';

/** The sections of docs/runbook.md by their numbers and titles, each with its blocks of `sh` as they are printed. */
const sections = new Map(
  (await readFile('docs/runbook.md', 'utf8'))
    .split(/^##+ /m)
    .slice(1)
    .map((section) => [section.split('\n')[0] ?? '', [...section.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block)]),
);
const NAME = `runbook_${process.pid}`;
const EMAIL = 'kim@example.org';
const OTHER = 'lee@example.org';
const PASSWORD = 'violet kettle runs north';
const NEXT = 'gravel orchid tunnel saffron';
/** For one block of commands. */
const BLOCK_MS = 90_000;
const CUSTOMERS = 10_000;
let dir: string;
let mailbox: Mailbox;
let url: string;
let shell: Shell;

beforeAll(async () => {
  await sql(`CREATE DATABASE ${NAME}`);
  dir = await mkdtemp(join(tmpdir(), 'candor-runbook-'));
  mailbox = await startMailbox(dir);
  const port = await freePort();
  url = `http://localhost:${port}`;
  const others = Array.from({ length: CUSTOMERS - 2 }, (_, number) => `customer-${number}@example.org,\n`).join('');
  await writeFile(join(dir, 'accounts.csv'), `email,password_hash\n${EMAIL},${quoted(await hashPassword(PASSWORD))}\n${OTHER},\nno address,\n${others}`);
  await writeFile(join(dir, 'addresses.txt'), `${EMAIL}\nnobody@example.org\n`);
  shell = startShell({
    DATABASE_URL: Object.assign(new URL(inject('postgres')), { pathname: `/${NAME}` }).href,
    CANDOR_URL: url,
    CANDOR_SECRET: 'a-secret-that-only-the-tests-know-0123',
    CANDOR_DATA: join(dir, 'data'),
    SMTP_URL: mailbox.smtpUrl,
    PORT: String(port),
    ME: 'jane@example.org',
    DESK: dir,
    INCIDENT: 'support-tool-access',
    COUNT: '1',
    ACTION: '1',
    KEY: join(dir, 'key.txt'),
  });
}, 60_000);
afterAll(async () => {
  await shell?.end();
  await mailbox?.child.stop();
  await rm(dir, { recursive: true, force: true });
  await sql(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
});

/** An approver, whose key is in the file that the runbook names. */
async function makeApproverKey(): Promise<void> {
  const secret = `candor-approval-${randomUUID()}`;
  await writeFile(join(dir, 'key.txt'), `${secret}\n`);
  const client = new pg.Client({ connectionString: Object.assign(new URL(inject('postgres')), { pathname: `/${NAME}` }).href });
  await client.connect();
  await client.query(
    `WITH approver AS (INSERT INTO "Account" (email, "emailKey", market, locale, roles, "createdAt")
      VALUES ('noor@example.org', 'noor@example.org', 'SE', 'en', '{approver}', now()) RETURNING id)
    INSERT INTO "ApprovalKey" ("accountId", name, "secretHash", "createdAt", "expiresAt")
    SELECT id, 'A machine', $1, now(), now() + interval '1 day' FROM approver`,
    [createHash('sha256').update(secret).digest('hex')],
  );
  await client.end();
}

/** What the blocks of a section print, one after the other; each must end well. */
async function follow(title: string, blocks?: number[]): Promise<string> {
  const all = sections.get(title);
  if (!all || all.length === 0) throw new Error(`The runbook has no commands under "${title}".`);
  let said = '';
  for (const block of blocks ? blocks.map((number) => all[number] as string) : all) said += await shell.run(block);
  return said;
}

const get = (path: string, cookie = '') => fetch(url + path, { redirect: 'manual', headers: { cookie } });
const post = (path: string, form: Record<string, string>, cookie = '') =>
  fetch(url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form),
  });
const sessionOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] as string)
    .find((pair) => /session[^=]*=/.test(pair)) ?? '';

test('the runbook, as it is written, on an empty database: an account is asked, changes its password and is released', async () => {
  await follow('0 The values of this incident');
  const first = await follow('1 Before anything else: does it stand?');
  expect(first).toContain('The database is up to date.');
  expect(first).toMatch(/^fail {2}instances/m);
  expect(first).toContain(`${url}/sign-in/enrol`);

  const pushed = await follow('2 What you say: the folder');
  expect(pushed).toMatch(/, 0 errors, 1 warning\.$/m);
  expect(pushed).toContain('new      incidents/support-tool-access/advisory.en.mdx');
  expect(pushed).toMatch(/Published as edition 1 \(\d+ texts and the site\)/);

  expect(await follow('3 Open the doors')).toMatch(/^ok {4}instances/m);
  expect((await get('/advisories/support-tool-access')).status).toBe(200);
  const jane = client(url);
  expect((await jane.post('/sign-in/enrol', { email: 'jane@example.org' })).status).toBe(303);
  let code = '';
  const arrived = async () => {
    const [mail] = (await (await fetch(mailbox.api)).json()) as { text: string }[];
    code = /^\d{8}$/m.exec(mail?.text ?? '')?.[0] ?? '';
    return code !== '';
  };
  await waitFor(arrived, 60_000, () => 'The code for the first sign-in never came.');
  expect(leadsTo(await jane.post('/sign-in/recover/code', { code }))).toEqual([303, '/sign-in/recover/new']);
  expect(leadsTo(await jane.post('/sign-in/recover/new', { next: NEXT, confirm: NEXT }))).toEqual([303, '/account?signed-in']);

  const imported = await follow('4 Who your customers are');
  expect(imported).toMatch(/^10,000 {2}new$/m);
  expect(imported).toMatch(/^ +1 {2}refused$/m);
  const cohort = await follow('5 Whom it concerns');
  expect(cohort).not.toContain(EMAIL);
  expect(await readFile(join(dir, 'addresses.txt.unmatched'), 'utf8')).toMatch(/^2\b/m);

  const cookie = sessionOf(await post('/sign-in', { email: EMAIL, password: PASSWORD }));
  const asked = translator('en')('account.todo.proof.current');
  expect(await (await get('/account', cookie)).text()).not.toContain(asked);
  await follow('6 Ask them');
  expect(await (await get('/account', cookie)).text()).toContain(asked);
  await follow('Too many, or the wrong ones', [0]);
  expect(await (await get('/account', cookie)).text()).not.toContain(asked);
  await follow('Too many, or the wrong ones', [1]);

  const again = sessionOf(await post('/sign-in', { email: EMAIL, password: PASSWORD }));
  expect((await post('/account/password/proof', { proof: 'current', password: PASSWORD }, again)).status).toBe(303);
  const changed = await post('/account/password/new', { next: NEXT, confirm: NEXT }, again);
  expect(changed.headers.get('location')).toBe('/account/password/done');
  expect(await (await get('/account', sessionOf(changed))).text()).not.toContain(asked);

  await makeApproverKey();
  expect(await follow('7 Keep your promise')).toMatch(/Published as edition 2 \(9 texts\)/);
  expect(await follow('8 Close it')).toMatch(/Published as edition 3 \(3 texts\)/);
  const closed = async () => (await (await get('/advisories/support-tool-access')).text()).includes(translator('en')('status.resolved'));
  await waitFor(closed, 10_000, () => 'The advisory never said that it is resolved.');

  expect(await follow('9 Who did what')).toMatch(/^\d+ entries in \d+ seals?: the log is what was sealed\.$/m);
  const exported = (await readFile(join(dir, 'audit.jsonl'), 'utf8')).trimEnd().split('\n');
  expect(exported.map((line) => JSON.parse(line).verb)).toEqual(
    expect.arrayContaining(['accounts/create-account', 'actions/withdraw-action', 'sessions/sign-in']),
  );
  expect(await follow('Somebody joins the team, changes or leaves')).toMatch(
    / has the roles author, responder, admin, and had responder, admin; it ended 1 session\.$/m,
  );
}, 300_000);

test('each command that the runbook prints is in a section that is run', () => {
  const run = ['0 ', '1 ', '2 ', '3 ', '4 ', '5 ', '6 ', 'Too many', '7 ', '8 ', '9 ', 'Somebody joins'];
  const others = [...sections].filter(([title, blocks]) => blocks.length > 0 && !run.some((start) => title.startsWith(start)));
  expect(others).toEqual([]);
});

interface Shell {
  /** What the commands print; throws with it when one fails, or they don't come to an end. */
  run(commands: string): Promise<string>;
  end(): Promise<void>;
}

/** One shell for the whole story: what one block sets, the next has. */
function startShell(env: Record<string, string>): Shell {
  const child: ChildProcess = spawn('bash', ['-e'], { env: { ...process.env, ...env }, detached: true });
  let said = '';
  let heard: () => void = () => undefined;
  const hear = (bytes: Buffer) => {
    said += bytes;
    heard();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.once('exit', () => heard());
  return {
    async run(commands) {
      const mark = randomUUID();
      said = '';
      child.stdin?.write(`${commands}\necho ${mark}\n`);
      const end = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), BLOCK_MS);
      while (!said.includes(mark)) {
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`This failed, or took longer than a block may:\n${commands}\n${said}`);
        await new Promise<void>((resolve) => (heard = resolve));
      }
      clearTimeout(end);
      return said.replace(`${mark}\n`, '');
    },
    async end() {
      if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
      await exited;
    },
  };
}

function quoted(value: string): string {
  return `"${value}"`;
}

async function sql(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgres') });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
