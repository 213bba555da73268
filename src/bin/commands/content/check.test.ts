import { execFile } from 'node:child_process';
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { sampleFiles, writeContent } from '#tests/support/sample-content.ts';

/** The command as it is shipped: bundled, its child beside it. */
const built = `${process.cwd()}/dist/test-content-check-${process.pid}`;
let folder: Awaited<ReturnType<typeof writeContent>>;

beforeAll(async () => {
  await build({
    stdin: {
      contents: `import { Command } from 'commander'; import { contentCheck } from './src/bin/commands/content/check.ts'; const candor = new Command(); contentCheck(candor.command('content')); await candor.parseAsync();`,
      resolveDir: process.cwd(),
    },
    outfile: `${built}/candor.mjs`,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  await copyFile(inject('compileChild'), `${built}/compile-child.mjs`);
  folder = await writeContent(sampleFiles());
});
afterAll(async () => {
  await folder.remove();
  await rm(built, { recursive: true, force: true });
});

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [`${built}/candor.mjs`, 'content', 'check', ...args],
      { env: { NODE_ENV: 'production', CANDOR_CONTENT: folder.dir }, cwd: folder.dir },
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

describe('candor content check', () => {
  it('proves the whole folder', async () => {
    const { code, out, err } = await run();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.trim().split('\n').at(-1)).toBe('11 files, 0 errors, 0 warnings.');
  });

  it('knows the facts of a file that is named from inside its folder, and shows what it renders', async () => {
    const { out } = await run('--json', '--html', 'incidents/access/updates/first.de.mdx');
    expect(JSON.parse(out)).toMatchObject({
      file: `${folder.dir}/incidents/access/updates/first.de.mdx`,
      ok: true,
      findings: [],
      html: expect.stringContaining('Wir haben die Schlüssel ersetzt.'),
    });
  });

  it('finds a file from where the command was given', async () => {
    const env = { NODE_ENV: 'production' as const, CANDOR_CWD: `${folder.dir}/incidents/access/updates` };
    const args = [`${built}/candor.mjs`, 'content', 'check', '--json', 'first.de.mdx'];
    const out = await new Promise<string>((done) => execFile(process.execPath, args, { env }, (_error, said) => done(said)));
    expect(JSON.parse(out)).toMatchObject({ file: `${folder.dir}/incidents/access/updates/first.de.mdx`, ok: true, findings: [] });
  });

  it('prints one line of JSON a file, and fails when one has an error', async () => {
    const bad = `${folder.dir}/../bad-${process.pid}.mdx`;
    await writeFile(bad, '---\ntitle: A\nslug: a\nsummary: S\nlocale: en\ndate: 2014-05-27\n---\n\nText {1}\n');
    const { code, out, err } = await run('--json', bad, '/nowhere.mdx', folder.dir, '/dev/zero');
    await rm(bad);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toEqual({
      file: resolve(bad),
      ok: false,
      findings: [{ rule: 'mdx/expression', severity: 'error', line: 9, column: 6, message: expect.any(String) }],
    });
    expect(lines.slice(1).map((line) => line.findings[0].rule)).toEqual(['text/missing-file', 'text/unreadable', 'text/unreadable']);
  });

  it('says what the lint finds, who may let it stand, and what to put instead', async () => {
    const file = `${folder.dir}/incidents/access/advisory.en.mdx`;
    const before = await readFile(file, 'utf8');
    await writeFile(file, before.replace('Lead.', 'Your data is safe! We met a threat actor.'));
    const [json, text] = [await run('--json', file), await run(file)];
    await writeFile(file, before);
    expect(json.code).toBe(1);
    const offset = before.indexOf('Lead.') + 'Your data is safe'.length;
    expect(JSON.parse(json.out).findings).toEqual([
      { rule: 'claim/absolute', severity: 'error', line: 9, column: 11, message: expect.any(String), waivable: 'never' },
      {
        rule: 'tone/phish-like',
        severity: 'warning',
        line: 9,
        column: 18,
        message: expect.any(String),
        waivable: 'tick',
        fix: { from: offset, to: offset + 1, text: '.' },
      },
      { rule: 'readability/jargon', severity: 'warning', line: 9, column: 29, message: expect.any(String), waivable: 'tick' },
    ]);
    expect(text.out).toContain(`${file}:9:11  error  claim/absolute\n    "is safe" is a promise that nobody can keep.`);
    expect(text.out).toContain('1 file, 1 error, 2 warnings.');
  });

  it('names rule, place and what to do to a person', async () => {
    const { code, out } = await run('./nowhere.mdx');
    expect(code).toBe(1);
    expect(out.replace(`${folder.dir}/`, '/')).toBe(
      '/nowhere.mdx:1:1  error  text/missing-file\n    There is no such file. Check its name.\n1 file, 1 error, 0 warnings.\n',
    );
  });
});
