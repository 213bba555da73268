import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ASVS_IDS } from '#tests/support/standards/asvs-ids.ts';

const ANSWERS = ['met', 'partly', 'not met', 'not applicable'];

const document = readFileSync('docs/asvs.md', 'utf8');
const rows = [...document.matchAll(/^\| (\d+\.\d+\.\d+) \| (.*?) \| (.*?) \| (.*?) \|$/gm)].map(([, id = '', answer = '', how = '', proof = '']) => {
  return { id, answer, how, proof, tests: [...proof.matchAll(/`([^`]+)`: “([^”]+)”/g)].map(([, file = '', title = '']) => ({ file, title })) };
});

test('every line of the standard is answered once, in its order, and no other', () => {
  expect(ASVS_IDS).toHaveLength(253);
  expect(rows.map(({ id }) => id)).toEqual(ASVS_IDS);
});

test('an answer is one of four words, with how and where, and what is met names a test or a place', () => {
  const silent = rows.filter(({ answer, how, proof }) => !ANSWERS.includes(answer) || how === '' || (/^(?:met|partly)$/.test(answer) && /^–?$/.test(proof)));
  expect(silent.map(({ id }) => id)).toEqual([]);
});

test('every test that is named is there, under this title', () => {
  const sources = new Map([...new Set(rows.flatMap(({ tests }) => tests.map(({ file }) => file)))].map((file) => [file, sourceOf(file)]));
  const missing = rows.flatMap(({ id, tests }) =>
    tests.filter(({ file, title }) => !isTitle(title, sources.get(file) ?? '')).map(({ file, title }) => `${id}: ${file}: ${title}`),
  );
  expect(missing).toEqual([]);
  expect(sources.size).toBeGreaterThan(30);
});

const sourceOf = (file: string) => (/\.test\.tsx?$/.test(file) && existsSync(file) ? readFileSync(file, 'utf8') : '');

/** A title is a string of its own, with the test's function behind it. */
function isTitle(title: string, source: string): boolean {
  return ["'", '"', '`'].some((quote) => source.includes(`${quote}${title}${quote},`));
}
