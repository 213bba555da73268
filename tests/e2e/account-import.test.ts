import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { link, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';

const ROWS = 60_000;
const BAD_EVERY = 1_000;

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'candor-import-'));
  const rows = Array.from({ length: ROWS }, (_, n) => (n % BAD_EVERY === 0 ? `nope ${n},SE` : `person.${n}@tempo.example,${n % 3 === 0 ? 'NO' : 'SE'}`));
  await writeFile(join(dir, 'accounts.csv'), `email,market\n${rows.join('\n')}\n`);
});
afterAll(() => rm(dir, { recursive: true, force: true }));

function start(database: { url: string; env?: Record<string, string> }, ...words: string[]): ChildProcess {
  const environment = {
    DATABASE_URL: database.url,
    CANDOR_URL: 'http://localhost:3000',
    CANDOR_SECRET: 'a-secret-that-only-the-tests-know-0123',
    LOG_LEVEL: 'silent',
  };
  return spawn(process.execPath, ['dist/candor.mjs', ...words], { env: { ...process.env, ...environment, ...database.env }, stdio: ['pipe', 'pipe', 'pipe'] });
}

async function finished(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  let [out, err] = ['', ''];
  child.stdout?.on('data', (text) => {
    out += text;
  });
  child.stderr?.on('data', (text) => {
    err += text;
  });
  const [code] = await once(child, 'close');
  return { code, out, err };
}

const file = () => join(dir, 'accounts.csv');
const run = (database: TestDatabase, ...words: string[]) => finished(start(database, 'accounts', 'import', file(), '--locale', 'en', ...words));

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((later) => setTimeout(later, 5));
}

/** Everything that an import leaves behind but the accounts' numbers. */
async function state({ db }: TestDatabase) {
  const accounts =
    await db.$queryRaw`SELECT md5(string_agg(concat_ws(' ', email, "emailKey", market, locale), ',' ORDER BY "emailKey")) AS sum, count(*)::int FROM "Account"`;
  const staged = await db.$queryRaw`SELECT count(*)::int FROM account_import.staged`;
  return { accounts, staged, audit: await db.auditEntry.count({ where: { outcome: 'done' } }) };
}

test('killed while it stages and while it merges, an import comes to the same as one that nobody disturbed', async () => {
  const [calm, killed] = [await testDatabase(), await testDatabase()];
  try {
    const rejects = join(dir, 'calm.csv');
    const undisturbed = await run(calm, '--json', '--rejects', rejects);
    expect(undisturbed).toMatchObject({ code: 0 });
    expect(JSON.parse(undisturbed.out)).toMatchObject({ rows: ROWS, created: ROWS - ROWS / BAD_EVERY, rejected: ROWS / BAD_EVERY, rejects });
    expect((await stat(rejects)).mode & 0o777).toBe(0o600);

    const rows = async () => Number((await killed.db.$queryRaw<{ rows: bigint }[]>`SELECT rows FROM account_import.run`)[0]?.rows ?? 0);
    const staging = start(killed, 'accounts', 'import', file(), '--locale', 'en');
    await until(async () => (await rows()) > 0);
    staging.kill('SIGKILL');
    await once(staging, 'close');
    expect(await killed.db.account.count()).toBe(0);

    // Somebody holds an address that the merge makes too: it waits there until it is killed.
    await killed.db
      .$transaction(
        async (tx) => {
          await tx.$executeRaw`INSERT INTO "Account" (email, "emailKey", market, locale, roles, "createdAt") VALUES ('x', 'person.777@tempo.example', 'SE', 'en', '{}', now())`;
          const merging = start(killed, 'accounts', 'import', file(), '--locale', 'en');
          await until(async () => {
            const [row] = await killed.db.$queryRaw<[{ count: number }]>`
            SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%INSERT INTO "Account"%'`;
            return row.count > 0;
          });
          merging.kill('SIGKILL');
          await once(merging, 'close');
          throw new Error('not kept');
        },
        { timeout: 60_000 },
      )
      .catch((error: Error) => expect(error.message).toBe('not kept'));
    expect(await killed.db.account.count()).toBe(0);
    expect(await rows()).toBe(ROWS);

    const again = await run(killed, '--json');
    expect(again).toMatchObject({ code: 0 });
    expect({ ...JSON.parse(again.out), rejects: '' }).toEqual({ ...JSON.parse(undisturbed.out), rejects: '' });
    expect(await readFile(`${file()}.rejects.csv`, 'utf8')).toBe(await readFile(rejects, 'utf8'));
    expect(await state(killed)).toEqual(await state(calm));
  } finally {
    await calm.close();
    await killed.close();
  }
});

test('the input is taken too; strictly, a bad row ends with 1, and what was refused is named', async () => {
  const database = await testDatabase();
  try {
    const rejects = join(dir, 'strict.csv');
    const give = (text: string, ...words: string[]) => {
      const child = start(database, 'accounts', 'import', '-', '--market', 'SE', '--locale', 'en', '--rejects', rejects, ...words);
      child.stdin?.end(text);
      return finished(child);
    };
    const refused = await give('{"email":"a@tempo.example"}\n{"email":"secret-thing"}\n', '--strict');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toBe(`What was refused, by line: ${rejects}\n1 of 2 rows can’t be taken, so nothing was changed.\n`);
    expect(await readFile(rejects, 'utf8')).toBe('line,reason\n2,email is no address\n');
    expect(await database.db.account.count()).toBe(0);
    const taken = await give('{"email":"a@tempo.example"}\n');
    expect(taken).toMatchObject({ code: 0, out: expect.stringMatching(/^1 {2}read\n1 {2}new\n0 {2}changed\n/) });
    const missing = await finished(start(database, 'accounts', 'import', '/nowhere/x.csv'));
    expect(missing).toMatchObject({ code: 1, err: 'There is no such file: /nowhere/x.csv\n' });
  } finally {
    await database.close();
  }
});

test('files are named from where the command is given, and no name for the refused lines costs another file', async () => {
  const database = await testDatabase();
  const place = await mkdtemp(join(dir, 'given-'));
  const bad = 'email\nno address\n';
  await writeFile(join(place, 'a.csv'), bad);
  await symlink('a.csv', join(place, 'linked.csv'));
  await link(join(place, 'a.csv'), join(place, 'same.csv'));
  const fifo = join(place, 'pipe');
  execFileSync('mkfifo', [fifo]);
  const given = (...words: string[]) =>
    finished(start({ ...database, env: { CANDOR_CWD: place } }, 'accounts', 'import', ...words, '--market', 'SE', '--locale', 'en'));
  try {
    for (const words of [
      ['linked.csv', '--rejects', 'a.csv'],
      ['a.csv', '--rejects', 'same.csv'],
      ['a.csv', '--rejects', 'linked.csv'],
    ])
      expect(await given(...words)).toMatchObject({ code: 1, out: '', err: 'The refused lines can’t go into the file that is read.\n' });
    await symlink('elsewhere', join(place, 'link'));
    for (const name of ['.', 'link'])
      expect(await given('a.csv', '--rejects', name)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('folder or a link') });
    const heard = readFile(fifo, 'utf8');
    expect(await given('a.csv', '--rejects', 'pipe')).toMatchObject({ code: 0 });
    expect(await heard).toBe('line,reason\n2,email is no address\n');
    expect((await stat(fifo)).isFIFO()).toBe(true);
    expect(await given('a.csv')).toMatchObject({ code: 0 });
    expect(await readFile(join(place, 'a.csv'), 'utf8')).toBe(bad);
    expect(await readFile(join(place, 'a.csv.rejects.csv'), 'utf8')).toBe('line,reason\n2,email is no address\n');
  } finally {
    await database.close();
  }
}, 60_000);
