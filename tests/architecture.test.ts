import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Room {
  name: string;
  /** Which files live here; the first room that matches has the file. */
  holds: RegExp;
  /** What their imports may be: our own by path from the root, packages by name. */
  may: RegExp[];
  /** What they may take types from, and nothing else. */
  types?: RegExp[];
  why: string;
}

const CORE = /^domain\/(verb|context|access|errors|jobs|retention)\.ts$/;
const ENTRY = /^(config|paths)\.ts$/;
const NODE = /^node:/;
const REACT = /^react(-dom)?(\/|$)/;
const FACTS = /^domain\/(incidents|publishing|accounts|posts)\//;
/** Rules that a page states: how long a password is, how a code is written, which version is below which. */
const STATED = /^domain\/accounts\/(password-policy|one-time-code|version)\.ts$/;
/** Nothing of Next, nothing of React, and nobody else's framework. */
const DOMAIN_PACKAGES =
  /^(zod|@node-rs\/argon2|@zxcvbn-ts\/core|rate-limiter-flexible|semver|@zxcvbn-ts\/language-common|yaml|sharp|pg|graphile-worker|unified|mdast.*|micromark.*|remark.*|unist.*|vfile.*|hast.*|estree.*)$/;

const rooms: Room[] = [
  {
    name: 'app/_http',
    holds: /^app\/_http\//,
    may: [
      CORE,
      ENTRY,
      NODE,
      REACT,
      /^next(-auth)?(\/|$)/,
      /^(server-only|pino|bowser)$/,
      /^app\/_http\//,
      /^documents\//,
      /^server\/database\.ts$/,
      /^generated\//,
      FACTS,
      /^domain\/sessions\//,
      /^zod$/,
    ],
    why: 'the seam turns a request into a Context; it holds no rule of a verb',
  },
  {
    name: 'the rest of app',
    holds: /^app\//,
    may: [ENTRY, NODE, REACT, /^next(\/|$)/, /^app\//, /^documents\//, /^ui\//, /^domain\/(errors\.ts|[a-z]+\/)/, /^zod$/],
    why: 'a route calls verbs; it never touches Prisma or the environment',
  },
  {
    name: 'documents',
    holds: /^documents\//,
    may: [/^paths\.ts$/, NODE, REACT, /^documents\//, /^ui\//, /^content\//, STATED, /^(feedsmith|micromark|intl-messageformat|@tailwindcss\/(node|oxide))$/],
    types: [FACTS, /^domain\/errors\.ts$/],
    why: 'a document is a pure function of data',
  },
  {
    name: 'ui',
    holds: /^ui\//,
    may: [/^paths\.ts$/, REACT, /^ui\//, /^content\/messages\//, /^intl-messageformat$/],
    types: [FACTS],
    why: 'what all worlds share knows none of them',
  },
  {
    name: 'the compiling child',
    holds: /^domain\/posts\/(compile-child|compile-post)\.ts$/,
    may: [NODE, REACT, /^mdx-bundler$/, /^ui\/mdx\//, /^domain\/(posts|publishing|incidents)\//, DOMAIN_PACKAGES],
    why: 'posts are rendered in a killable process, by React, and nowhere else',
  },
  {
    name: 'domain',
    holds: /^domain\//,
    may: [CORE, ENTRY, NODE, /^domain\/audit\/record\.ts$/, /^domain\/[a-z]+\//, /^generated\//, /^content\//, DOMAIN_PACKAGES],
    why: 'what Candor does runs without Next and without React',
  },
  {
    name: 'server and bin',
    holds: /^(server|bin)\//,
    may: [
      ENTRY,
      NODE,
      /^(server|bin|domain|documents|generated)\//,
      /^(next|pino|pg|commander|compression|nodemailer|graphile-worker|@prisma\/(adapter-pg|driver-adapter-utils|schema-engine-wasm))(\/|$)/,
    ],
    why: 'a process starts things; it has no rules of its own',
  },
];

const ROOTS = ['app', 'bin', 'documents', 'domain', 'server', 'ui'];
const files = ROOTS.flatMap((root) => readdirSync(root, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/^(test|sample)-|\.test\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();
const source = new Map(files.map((path) => [path, readFileSync(path, 'utf8')]));

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(type\s)?([^;'"]*?)\bfrom\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'/g;

/** What a file imports, statically or not: our own as a path from the root. */
function importsOf(path: string): { name: string; onlyTypes: boolean }[] {
  return [...(source.get(path) ?? '').matchAll(IMPORT)].map(([, type, names = '', from, bare, dynamic]) => {
    const listed = names
      .replace(/[{}]/g, '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    const onlyTypes = type !== undefined || (from !== undefined && listed.length > 0 && listed.every((name) => name.startsWith('type ')));
    return { name: resolveOwn(path, (from ?? bare ?? dynamic) as string), onlyTypes };
  });
}

function resolveOwn(path: string, specifier: string): string {
  if (specifier === '#config' || specifier === '#paths') return `${specifier.slice(1)}.ts`;
  if (specifier.startsWith('#')) return specifier.slice(1);
  return specifier.startsWith('.') ? join(path, '..', specifier) : specifier;
}

test('every import is one that its room may have', () => {
  const breaches = files.flatMap((path) => {
    const room = rooms.find(({ holds }) => holds.test(path));
    if (!room) return [`${path} is in no room`];
    const may = ({ name, onlyTypes }: { name: string; onlyTypes: boolean }) =>
      [...room.may, ...(onlyTypes ? (room.types ?? []) : [])].some((pattern) => pattern.test(name));
    return importsOf(path)
      .filter((found) => !may(found))
      .map(({ name }) => `${path} imports ${name}; ${room.name}: ${room.why}`);
  });
  expect(breaches).toEqual([]);
});

test('no verb calls another, and no document does', () => {
  const verbs = files.filter((path) => path.startsWith('domain/') && /(?:=|^) *(?:verb|query)\(\{$/m.test(source.get(path) ?? ''));
  const callers = files.filter((path) => verbs.includes(path) || /^(documents|ui)\//.test(path));
  const breaches = callers.flatMap((path) =>
    importsOf(path)
      .filter(({ name, onlyTypes }) => verbs.includes(name) && !onlyTypes)
      .map(({ name }) => `${path} imports the verb ${name}`),
  );
  expect(verbs.length).toBeGreaterThan(5);
  expect(breaches).toEqual([]);
});

test('only the killable child decodes pictures', () => {
  const importers = (of: string) => files.filter((path) => importsOf(path).some(({ name }) => name === of));
  expect(importers('sharp')).toEqual(['domain/posts/encode-picture.ts']);
  expect(importers('domain/posts/encode-picture.ts')).toEqual(['domain/posts/compile-child.ts']);
});

test('no file has a server action: a new build would break open forms, and malformed ones are 500s', () => {
  expect(files.filter((path) => /^\s*['"]use server['"]/m.test(source.get(path) ?? ''))).toEqual([]);
});

test('only config.ts reads the environment; what Next and next-auth read there is told them', () => {
  expect(files.filter((path) => /process\.env(?!, \{ NODE_ENV|\.NEXTAUTH_URL = )/.test(source.get(path) ?? ''))).toEqual([]);
});

test('domain has no clock but the one it is handed', () => {
  const clocks = files.filter((path) => path.startsWith('domain/') && /\bDate\.now\(\)|\bnew Date\(\)/.test(source.get(path) ?? ''));
  expect(clocks).toEqual([]);
});

test('files are small: 300 lines at most, and 3.5 KB in the mean', () => {
  const sizes = [...source.values()].map((text) => Buffer.byteLength(text));
  expect(files.filter((path) => (source.get(path) ?? '').split('\n').length > 300)).toEqual([]);
  expect(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toBeLessThan(3_500);
});
