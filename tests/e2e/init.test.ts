import { execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Child, startChild } from '#scripts/support/child.ts';
import { freePort } from '#scripts/support/free-port.ts';
import { waitFor } from '#scripts/support/wait-for.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';

let dir: string;
let database: TestDatabase;
let server: Child | undefined;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'candor-init-'));
  database = await testDatabase();
});
afterAll(async () => {
  await server?.stop();
  await database.close();
  await rm(dir, { recursive: true, force: true });
});

const FLAGS = ['--brand', 'Acme', '--host', 'security.acme.example', '--locales', 'en,de,ar', '--phone', '+46 8 1', '--post', 'Acme, Stockholm'];

/** What a command ends with, and says. */
function candor(args: string[], env: Record<string, string> = {}): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    const child = execFile(process.execPath, ['dist/candor.mjs', ...args], { env: { ...process.env, ...env } }, (_error, out, err) =>
      done({ code: child.exitCode ?? -1, out, err }),
    );
    child.stdin?.end();
  });
}

/** The same in a terminal where somebody types these lines. */
async function typed(args: string[], lines: string[]): Promise<{ code: number | null; shown: string }> {
  const command = [process.execPath, 'dist/candor.mjs', ...args].map((word) => `'${word}'`).join(' ');
  const child = spawn('script', ['-qec', command, '/dev/null'], { stdio: ['pipe', 'pipe', 'inherit'] });
  let shown = '';
  child.stdout.on('data', (text) => {
    shown += text;
    // Each question ends so; nobody types before it is asked.
    if (/: $/.test(stripVTControlCharacters(String(text))) && lines.length > 0) child.stdin.write(`${lines.shift()}\n`);
  });
  return new Promise((done) => child.once('close', (code) => done({ code, shown })));
}

test('a newcomer: a folder of one’s own, a holding notice, and both are public', async () => {
  const own = join(dir, 'acme');
  await mkdir(own);
  expect(await candor(['init', own, ...FLAGS])).toMatchObject({ code: 0, err: '' });
  expect(await readFile(join(own, 'README.md'), 'utf8')).toContain('## Next');
  expect((await candor(['content', 'check', '--content', own])).out).toContain('4 files, 0 errors, 0 warnings.');
  const made = await candor(['content', 'new', 'incident', '--template', 'holding', '--slug', 'odd', '--content', own]);
  expect(made).toMatchObject({ code: 0, out: expect.stringContaining('incidents/odd/advisory.ar.mdx'), err: '' });
  const checked = await candor(['content', 'check', '--html', '--content', own]);
  expect(checked.out).toContain('8 files, 0 errors, 0 warnings.');
  expect(checked.out).toContain('a possible security incident at Acme');

  const port = await freePort();
  const env = {
    DATABASE_URL: database.url,
    CANDOR_CONTENT: own,
    CANDOR_URL: `http://localhost:${port}`,
    CANDOR_SECRET: 'a-secret-that-only-the-tests-know-0123',
    CANDOR_DATA: join(dir, 'data'),
    SMTP_URL: 'smtp://127.0.0.1:1',
    PORT: String(port),
  };
  expect(await candor(['content', 'push', '--publish'], env)).toMatchObject({ code: 0, out: expect.stringContaining('Published as edition 1') });
  const log = join(dir, 'serve.log');
  server = startChild({ args: ['dist/candor.mjs', 'serve'], env, log });
  const home = async () => (await fetch(`${env.CANDOR_URL}/de`)).text();
  await waitFor(
    async () => (await home()).includes('Acme'),
    60_000,
    () => readFileSync(log, 'utf8'),
  );
  const shown = await home();
  expect(shown).toContain('Wir gehen einem möglichen Sicherheitsvorfall nach');
  expect(shown).not.toMatch(/tempo/i);
}, 120_000);

test('in a terminal it asks, and asks again for what can’t be', async () => {
  const own = join(dir, 'asked');
  const answers = ['Acme', '', 'https://acme.example', 'acme.example', 'fr', 'en', '', 'nobody', 'press@acme.example', '', '+46 8 1', 'Stockholm'];
  const { code, shown } = await typed(['init', own], answers);
  expect(code).toBe(0);
  expect(shown).toContain('Write the host alone');
  expect(shown).toContain('Candor does not speak "fr"');
  expect(shown).toContain('Write an email address');
  expect(await readFile(join(own, 'site.yaml'), 'utf8')).toMatch(
    /legalName: Acme[\s\S]*host: acme\.example[\s\S]*security: security@acme\.example[\s\S]*press: press@acme\.example/,
  );
}, 20_000);

test('whoever ends the terminal has begun nothing', async () => {
  const own = join(dir, 'left');
  const { code, shown } = await typed(['init', own], ['Acme', '\u0003']);
  expect(code).not.toBe(0);
  expect(shown).not.toMatch(/at .*\.mjs/);
  expect(await readdir(dir)).not.toContain('left');
}, 20_000);

test.each([
  ['a host with more than the host', [...FLAGS, '--host', 'https://acme.example'], 'Write the host alone'],
  ['a host of two words', [...FLAGS, '--host', 'acme example'], 'Write the host alone'],
  ['a language that there is not', [...FLAGS, '--locales', 'en,fr'], 'does not speak "fr"'],
  ['no English', [...FLAGS, '--locales', 'de'], 'Name "en" too'],
  ['an address that is none', [...FLAGS, '--press', 'press'], 'Write an email address'],
  ['no terminal to ask in', FLAGS.slice(0, 2), '--host'],
])('refuses %s, and writes nothing', async (name, flags, said) => {
  const own = join(dir, name.replaceAll(' ', '-'));
  const { code, err } = await candor(['init', own, ...flags]);
  expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(said) });
  expect(err).not.toMatch(/at .*\.mjs/);
  expect(await readdir(dir)).not.toContain(own);
});

test('what is there stays as it is', async () => {
  const full = join(dir, 'full');
  await mkdir(full);
  await writeFile(join(full, 'site.yaml'), 'mine');
  expect(await candor(['init', full, ...FLAGS])).toMatchObject({ code: 1, err: expect.stringContaining('is not empty') });
  expect(await candor(['init', join(full, 'site.yaml'), ...FLAGS])).toMatchObject({ code: 1, err: expect.stringContaining('is no folder') });
  expect(await readFile(join(full, 'site.yaml'), 'utf8')).toBe('mine');

  const own = join(dir, 'kept');
  await candor(['init', own, ...FLAGS]);
  const note = ['content', 'new', 'note', '--slug', 'one', '--content', own];
  expect(await candor(note)).toMatchObject({ code: 0 });
  await writeFile(join(own, 'notes/one.de.mdx'), 'mine');
  await rm(join(own, 'notes/one.en.mdx'));
  expect(await candor(note)).toMatchObject({ code: 1, err: expect.stringContaining('is there already') });
  expect(await readFile(join(own, 'notes/one.de.mdx'), 'utf8')).toBe('mine');
  expect(await readdir(join(own, 'notes'))).not.toContain('one.en.mdx');
  for (const [words, said] of [
    [['update', '--incident', 'none', '--template', 'resolved'], 'There is no incident "none"'],
    [['note', '--slug', '../out'], 'A slug has small letters'],
    [['incident', '--template', 'nothing'], 'holding'],
  ] as const)
    expect(await candor(['content', 'new', ...words, '--content', own])).toMatchObject({ code: 1, err: expect.stringContaining(said) });
});
