import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/** Whatever comments and documents name must be there: a path, a file, a command of npm, a name in the code. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && existsSync(path));
const documents = files.filter((path) => path.endsWith('.md') && !path.startsWith('content/incidents/'));
const sources = files.filter((path) => /\.(tsx?|mjs|js|css|prisma|sql)$/.test(path));
const text = new Map([...documents, ...sources].map((path) => [path, readFileSync(path, 'utf8')]));

const COMMENT = /(?:^|\s)\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?:^|\n)--[^\n]*/g;
const commentsOf = (path: string) => (text.get(path)?.match(COMMENT) ?? []).join('\n');
const withoutComments = (path: string) => text.get(path)?.replace(COMMENT, '') ?? '';

/** What says something to people: whole documents, and the comments of sources. */
const prose = new Map([...documents.map((path) => [path, text.get(path) ?? ''] as const), ...sources.map((path) => [path, commentsOf(path)] as const)]);

const folders = new Set(files.flatMap((path) => ancestors(path)));
const names = new Set(files.map((path) => basename(path)));
/** Made by a build, an installation or a run, and so never in the list of files. */
const MADE = /^(?:dist|generated|node_modules|\.candor|\.next|editions)\b|^next-env\.d\.ts$|^(?:compile-child|candor)\.mjs$/;
/** What the recipes of CONTRIBUTING make: their examples, and the first page for the team. */
const EXAMPLES = /name-device|sessions\/name\/|\(team\)|studio|^proxy\.ts$|^error\.tsx$|^\[\.\.\.rest\]\/page\.tsx$/;
const SOURCE = /\.(?:tsx?|mjs|css|md|prisma)$/;
const ROOTS = /^(?:app|bench|content|docs|prisma|scripts|src|tests)\//;

function ancestors(path: string): string[] {
  const parent = dirname(path);
  return parent === '.' ? [] : [parent, ...ancestors(parent)];
}

/** A path with a part left open, `<locale>`, `…` or `*`, is as good as what stands before that part. */
function isThere(path: string, from: string): boolean {
  const [closed = ''] = path.split(/<|…|\*|\{/);
  const whole = closed === path ? path.replace(/\/$/, '') : closed.replace(/\/?[^/]*$/, '');
  if (MADE.test(whole) || whole === '' || (from === 'CONTRIBUTING.md' && EXAMPLES.test(path))) return true;
  const places = [whole, ...ancestors(from).map((folder) => join(folder, whole)), join('src', whole)];
  return places.some((place) => files.includes(place) || folders.has(place));
}

test('every path that a comment or a document names is there', () => {
  const dead: string[] = [];
  for (const [path, words] of prose) {
    const plain = words.replace(/https?:\/\/\S+/g, '').replaceAll('](', '] ');
    for (const [named] of plain.matchAll(/(?<![\w/@.:-])(?:[\w.[\]()<>*…-]+\/)+[\w.[\]()<>*…-]*/g)) {
      const bare = named
        .replace(/^[([]+(?=\w)/, '')
        .replace(/[.,;:)]+$/, '')
        .replace(/^([^[]*)\]$/, '$1');
      if ((ROOTS.test(bare) || SOURCE.test(bare)) && !isThere(bare, path)) dead.push(`${path}: ${bare}`);
    }
    for (const [, named = ''] of plain.matchAll(/`([\w-]+\.(?:tsx?|mjs|css|md|prisma|svg))`/g)) {
      if (!names.has(named) && !isThere(named, path)) dead.push(`${path}: ${named}`);
    }
  }
  expect(dead).toEqual([]);
});

test('every link of a document leads somewhere', () => {
  const dead = documents.flatMap((path) =>
    [...(text.get(path) ?? '').replace(/```[\s\S]*?```/g, '').matchAll(/\]\((?!https?:|mailto:|#|\/)([^)#\s]+)/g)]
      .filter(([, target = '']) => !existsSync(join(dirname(path), target)))
      .map(([, target]) => `${path}: ${target}`),
  );
  expect(dead).toEqual([]);
});

test('every name of the code that a comment or a document quotes is one', () => {
  const code =
    sources.map(withoutComments).join('\n') +
    files
      .filter((path) => /\.(json|ya?ml)$|^package\.json$/.test(path) && path !== 'package-lock.json')
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
  const known = new Set(code.match(/[A-Za-z_$][\w$]*/g));
  /** Of other people's programs and standards. */
  const theirs = new Set(['NODE_ENV', 'SIGKILL', 'SIGSTOP', 'SIGTERM']);
  const dead: string[] = [];
  for (const [path, words] of prose) {
    for (const [, named = ''] of words.matchAll(/`([A-Za-z_$][\w$]*)(?:\([^`]*\))?`/g)) {
      // A word in small letters may be a value, a command or a column of anybody's.
      if (/[a-z][A-Z]|^[A-Z]\w+[a-z]|_[A-Z]/.test(named) && !known.has(named) && !theirs.has(named)) dead.push(`${path}: ${named}`);
    }
  }
  expect(dead).toEqual([]);
});

test('every command of npm that a document gives is one', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const given = [...prose].flatMap(([path, words]) => [...words.matchAll(/npm run ([\w-]+)/g)].map(([, name = '']) => ({ path, name })));
  expect(given.filter(({ name }) => !Object.hasOwn(scripts, name))).toEqual([]);
  expect(given.length).toBeGreaterThan(10);
});

test('every decision has a number of its own', () => {
  const numbers = files.filter((path) => path.startsWith('docs/decisions/')).map((path) => basename(path).slice(0, 4));
  expect(new Set(numbers).size).toBe(numbers.length);
});
