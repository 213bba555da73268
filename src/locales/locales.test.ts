import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LOCALES } from '#paths';
import { leavesOf, messagesOf, slotsOf } from '#tests/support/locales/messages-of.ts';
import { LANGUAGES } from './registry.ts';

const ROOM = 'src/locales';

test('every locale is a folder, and every folder a locale', () => {
  const folders = readdirSync(ROOM, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...LOCALES].sort());
});

test('every locale has the files that English has, and speaks all of each', () => {
  const filesOf = (locale: string) => readdirSync(join(ROOM, locale, 'messages')).sort();
  for (const locale of LOCALES) {
    expect(filesOf(locale)).toEqual(filesOf('en'));
    const written = filesOf(locale).flatMap((file) => leavesOf(JSON.parse(readFileSync(join(ROOM, locale, 'messages', file), 'utf8'))));
    expect(written.length).toBeGreaterThan(50);
    expect([...messagesOf(locale)].sort()).toEqual(written.sort());
  }
});

test('every locale has the same messages, with the same slots and tags', () => {
  const shapeOf = (locale: (typeof LOCALES)[number]) => Object.fromEntries([...messagesOf(locale)].map(([key, text]) => [key, slotsOf(text)]).sort());
  for (const locale of LOCALES) expect(shapeOf(locale)).toEqual(shapeOf('en'));
});

test('only a folder of locales knows a language', () => {
  const told = LOCALES.filter((locale) => locale !== 'en').join('|');
  const sources = ['app', 'src']
    .flatMap((root) => readdirSync(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(`${ROOM}/`) && path !== 'src/paths.ts');
  const knows = new RegExp(`['"](?:${told})['"]|\\bl(?:ocale|anguage) [!=]== ['"]|\\p{Script=Arabic}`, 'u');
  expect(sources.filter((path) => knows.test(readFileSync(path, 'utf8')))).toEqual([]);
});

test.each(LOCALES)('the headings of %s differ from each other when they are folded', (locale) => {
  const { headings, foldHeading } = LANGUAGES[locale];
  const folded = Object.values(headings).map((heading) => foldHeading(heading.toLowerCase()));
  expect(new Set(folded).size).toBe(folded.length);
});
