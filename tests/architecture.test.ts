import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/**
 * The house from the ground up: a room imports from itself and from rooms that stand before it, types too. A file is in the room
 * whose name is the longest beginning of its path.
 */
const HOUSE = [
  'src/paths.ts',
  'src/config',
  'src/config.ts',
  'src/model',
  'src/locales',
  'src/ui',
  'src/ui/mdx',
  'src/compiler/text',
  'src/compiler/templates',
  'src/compiler/grammar',
  'src/compiler/lint',
  'src/compiler/render',
  'src/compiler/folder',
  'src/compiler/facts-form',
  'src/domain/core',
  'src/domain/audit',
  'src/domain/processes',
  'src/domain/notices',
  'src/domain/accounts',
  'src/domain/credentials',
  'src/domain/accounts/import',
  'src/domain/incidents',
  'src/domain/cohorts',
  'src/domain/actions',
  'src/domain/sessions',
  'src/domain/address-change',
  'src/domain/status',
  'src/domain/additions',
  'src/domain/password-change',
  'src/domain/recovery',
  'src/domain/keys',
  'src/domain/posts',
  'src/domain/review/diff',
  'src/domain/review/acted-on',
  'src/domain/publishing',
  'src/domain/kept-forms',
  'src/domain/facts-drafts',
  'src/domain/beginnings',
  'src/domain/drafts',
  'src/domain/review',
  'src/domain/translations',
  'src/domain/history',
  'src/domain/review-links',
  'src/domain/studio',
  'src/domain/your-data',
  'src/edition',
  'src/documents/shell',
  'src/documents/words',
  'src/documents/forms',
  'src/documents/post',
  'src/documents/feeds',
  'src/documents/public',
  'src/documents',
  'src/documents/account',
  'src/documents/preview',
  'src/documents/additions',
  'src/documents/password',
  'src/documents/sign-in',
  'src/documents/address',
  'src/documents/recovery',
  'src/documents/factors',
  'src/documents/keys',
  'src/documents/outside',
  'src/documents/mail',
  'src/server',
  'src/jobs',
  'src/bin/commands',
  'src/bin',
  'app/_auth',
  'app/_http',
  'app',
] as const;

/** Packages by the rooms that may have them; a room that no row names has none. Node's own modules are everybody's but the documents' and the model's. */
const PACKAGES: { rooms: RegExp; may: RegExp; why: string }[] = [
  { rooms: /^src\/(model|config|domain\/)/, may: /^zod$/, why: 'shapes and bounds' },
  { rooms: /^src\/domain\/review\/diff$/, may: /^diff$/, why: 'what changed between two texts' },
  { rooms: /^src\/(ui|documents|compiler\/render)/, may: /^react(-dom)?(\/|$)/, why: 'documents and posts are React components' },
  { rooms: /^src\/(ui|documents\/mail)$/, may: /^intl-messageformat$/, why: 'messages are ICU' },
  { rooms: /^src\/documents\//, may: /^(feedsmith|micromark(-extension-gfm-table)?|@tailwindcss\/(node|oxide))$/, why: 'feeds, plain pages, the stylesheet' },
  { rooms: /^src\/documents\/factors$/, may: /^uqr$/, why: 'a key as a picture' },
  {
    rooms: /^src\/compiler\//,
    may: /^(zod|yaml|sharp|esbuild|mdx-bundler|unified|mdast.*|micromark.*|remark.*|unist.*|vfile.*|hast.*|estree.*)$/,
    why: 'text to trees, trees to HTML',
  },
  {
    rooms: /^src\/domain\//,
    may: /^(pg|pg-copy-streams|@prisma\/adapter-pg|graphile-worker|@node-rs\/(argon2|bcrypt)|@zxcvbn-ts\/(core|language-common)|@simplewebauthn\/server(\/helpers)?|otpauth|rate-limiter-flexible)$/,
    why: 'what Candor does runs without Next and without React',
  },
  {
    rooms: /^src\/(server|jobs|bin)/,
    may: /^(next|pino|pg|commander|compression|httpxy|negotiator|nodemailer|graphile-worker|@prisma\/(adapter-pg|driver-adapter-utils|schema-engine-wasm))(\/|$)/,
    why: 'a process starts things; it has no rules of its own',
  },
  { rooms: /^app/, may: /^(@codemirror\/[a-z-]+|@lezer\/highlight|react-error-boundary)$/, why: 'the editor of drafts' },
  { rooms: /^app/, may: /^(next|next-auth|react|react-dom|server-only|pino|bowser|zod)(\/|$)/, why: 'the seam turns a request into a Context' },
];

const files = ['app', 'src']
  .flatMap((root) => readdirSync(root, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();
const source = new Map(files.map((path) => [path, readFileSync(path, 'utf8')]));

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+[^;'"]*?\bfrom\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'/g;

/** What a file imports, statically or not, types too: our own as a path from the root. */
function importsOf(path: string): string[] {
  return [...(source.get(path) ?? '').matchAll(IMPORT)].map(([, from, bare, dynamic]) => resolveOwn(path, (from ?? bare ?? dynamic) as string));
}

const aliases = Object.entries((JSON.parse(readFileSync('package.json', 'utf8')) as { imports: Record<string, string> }).imports);

function resolveOwn(path: string, specifier: string): string {
  if (specifier.startsWith('.')) return join(dirname(path), specifier);
  const alias = aliases.find(([name]) => specifier === name || (name.endsWith('*') && specifier.startsWith(name.slice(0, -1))));
  if (!alias) return specifier;
  const [name, target] = alias;
  return join(target.replace('*', specifier.slice(name.length - 1)));
}

/** Where a file's room stands in the house; -1 in none. */
function floorOf(path: string): number {
  const within = HOUSE.filter((room) => path === room || path.startsWith(`${room}/`));
  const [room] = within.sort((a, b) => b.length - a.length);
  return room ? HOUSE.indexOf(room) : -1;
}

test('a room imports only from rooms that stand before it', () => {
  const breaches = files.flatMap((path) => {
    const floor = floorOf(path);
    if (floor === -1) return [`${path} is in no room`];
    return importsOf(path)
      .filter((name) => /^(src|app|tests|scripts|bench)\//.test(name) && !(floorOf(name) !== -1 && floorOf(name) <= floor))
      .map((name) => `${path} imports ${name}, which does not stand before ${HOUSE[floor]}`);
  });
  expect(breaches).toEqual([]);
});

test('a room has the packages that it is for', () => {
  const ours = /^(src|app|generated)\//;
  const breaches = files.flatMap((path) => {
    const room = HOUSE[floorOf(path)] ?? '';
    const may = PACKAGES.filter(({ rooms }) => rooms.test(room)).map((row) => row.may);
    return importsOf(path)
      .filter((name) => !ours.test(name) && !name.startsWith('node:') && !may.some((pattern) => pattern.test(name)))
      .map((name) => `${path} imports ${name}`);
  });
  expect(breaches).toEqual([]);
});

test('only what speaks to PostgreSQL, and the doors, know the generated client', () => {
  const may = /^(src\/(domain|server|jobs|bin)|app\/_http)\//;
  expect(files.filter((path) => !may.test(path) && importsOf(path).some((name) => name.startsWith('generated/')))).toEqual([]);
});

test('no file imports itself by way of others, types too', () => {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, trail: string[]) => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    else if (!done.has(path)) {
      for (const name of importsOf(path)) if (source.has(name)) visit(name, [...trail, path]);
      done.add(path);
    }
  };
  for (const path of files) visit(path, []);
  expect(circles).toEqual([]);
});

const verbs = files.filter((path) => path.startsWith('src/domain/') && /(?:=|^) *(?:verb|query)\(\{$/m.test(source.get(path) ?? ''));

test('no verb calls another, and no document does', () => {
  const callers = files.filter((path) => verbs.includes(path) || /^src\/(documents|ui)\//.test(path));
  const calls = /import\s+(?!type\s)([^;]*?)from\s*'([^']+)'/g;
  const breaches = callers.flatMap((path) =>
    [...(source.get(path) ?? '').matchAll(calls)]
      .filter(
        ([, names = '', from = '']) =>
          verbs.includes(resolveOwn(path, from)) &&
          names
            .replace(/[{}\s]/g, ' ')
            .split(',')
            .some((name) => name.trim() !== '' && !name.trim().startsWith('type ')),
      )
      .map(([, , from]) => `${path} imports the verb ${from}`),
  );
  expect(verbs.length).toBeGreaterThan(5);
  expect(breaches).toEqual([]);
});

test('every verb says what it promises', () => {
  const silent = verbs.filter((path) => !/\*\/\nexport const \w+ = (?:\w+\(\s*)?(?:verb|query)\(\{/.test(source.get(path) ?? ''));
  expect(silent).toEqual([]);
});

test('the front carries no framework and no database, whatever the commands beside it do', () => {
  const eager = /(?:^|\n)\s*(?:import|export)\s+(?!type\b)[^;'"]*?\bfrom\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'/g;
  const may = /^(node:.*|commander|httpxy|negotiator|pino|zod)$/;
  const breaches: string[] = [];
  const seen = new Set<string>();
  const visit = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const [, from, bare] of (source.get(path) ?? '').matchAll(eager)) {
      const name = resolveOwn(path, (from ?? bare) as string);
      if (source.has(name)) visit(name);
      else if (!may.test(name)) breaches.push(`${path} imports ${name}`);
    }
  };
  // The command line's program is the process that the front is in; it imports the front by need.
  for (const entry of ['src/bin/candor.ts', 'src/server/front/serve.ts']) visit(entry);
  expect(seen.size).toBeGreaterThan(20);
  expect(breaches).toEqual([]);
});

test('only the killable child decodes pictures', () => {
  const importers = (of: string) => files.filter((path) => importsOf(path).includes(of));
  expect(importers('sharp')).toEqual(['src/compiler/render/encode-picture.ts']);
  expect(importers('src/compiler/render/encode-picture.ts')).toEqual(['src/compiler/render/compile-child.ts']);
});

test('no file has a server action: a new build would break open forms, and malformed ones are 500s', () => {
  expect(files.filter((path) => /^\s*['"]use server['"]/m.test(source.get(path) ?? ''))).toEqual([]);
});

test('only config.ts reads the environment', () => {
  expect(files.filter((path) => path !== 'src/config.ts' && /process\.env/.test(source.get(path) ?? ''))).toEqual([]);
});

test('domain has no clock but the one it is handed', () => {
  const clocks = files.filter((path) => path.startsWith('src/domain/') && /\bDate\.now\(\)|\bnew Date\(\)/.test(source.get(path) ?? ''));
  expect(clocks).toEqual([]);
});

const tree = ['app', 'bench', 'scripts', 'src', 'tests']
  .flatMap((root) => readdirSync(root, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
const counted = tree.filter((path) => /\.(tsx?|mjs|js|css)$/.test(path) && !/\.test\.tsx?$/.test(path));

test('files are small: 300 lines at most, and 3.5 KB in the mean', () => {
  const sizes = [...source.values()].map((text) => Buffer.byteLength(text));
  expect(counted.filter((path) => readFileSync(path, 'utf8').split('\n').length > 300)).toEqual([]);
  expect(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toBeLessThan(3_500);
});

test('a folder holds fifteen source files at most, beside its tests', () => {
  const full = Object.entries(Object.groupBy(counted, dirname)).filter(([, held = []]) => held.length > 15);
  expect(full.map(([folder, held = []]) => `${folder}: ${held.length}`)).toEqual([]);
});

test('files are named in kebab-case, and every room says what belongs in it', () => {
  expect(tree.filter((path) => !/^(README\.md|[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*)$/.test(basename(path)))).toEqual([]);
  const floors = [
    ...new Set(
      HOUSE.map((room) =>
        room
          .split('/')
          .slice(0, room.startsWith('src/') ? 2 : 1)
          .join('/'),
      ),
    ),
  ].filter((room) => !room.endsWith('.ts'));
  expect(floors.filter((room) => !existsSync(join(room, 'README.md')))).toEqual([]);
});

test('what only tests use stands in tests/support', () => {
  expect(tree.filter((path) => !path.startsWith('tests/') && /(^|\/)(test|sample|fixture|mock)-|-fixtures?\./.test(path))).toEqual([]);
});
