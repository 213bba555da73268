import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PHRASE_LISTS } from '#locales/lint-words.ts';
import { LANGUAGES } from '#locales/registry.ts';
import { LOCALES } from '#paths';
import { NOTICES, POSTS, type Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { phrases } from './text/phrases.ts';

const ROOM = 'src/compiler/lint';
const families = readdirSync(join(ROOM, 'rules'));

test('every rule of the folders is in the list, once, and every family has its examples', () => {
  const written = families.flatMap((family) => readdirSync(join(ROOM, 'rules', family)).map((name) => readFileSync(join(ROOM, 'rules', family, name), 'utf8')));
  const ids = written.flatMap((source) => /: Rule = \{\n {2}id: '([^']+)'/.exec(source)?.[1] ?? []);
  expect(RULES.map(({ id }) => id).sort()).toEqual(ids.sort());
  expect(new Set(ids).size).toBe(ids.length);
  expect(families.filter((family) => !existsSync(join(ROOM, 'rules', family, `${family}.test.ts`)))).toEqual([]);
});

test('docs/lint.md tells each rule as it is', () => {
  const judged = ({ on, inFacts }: Rule) => `${on === NOTICES ? 'notices' : on === POSTS ? 'all posts' : 'advisories'}${inFacts ? ', facts' : ''}`;
  const rows = RULES.map(
    (rule) => `| \`${rule.id}\` | ${rule.severity}${rule.holding ? '; warning while investigating' : ''} | ${rule.waivable} | ${judged(rule)} |`,
  );
  const told = readFileSync('docs/lint.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split(' |').slice(0, 4).join(' |').concat(' |'));
  expect(told).toEqual(rows);
});

test.each(LOCALES)('every list of %s can be looked for, and is used', (locale) => {
  const { lint } = LANGUAGES[locale];
  const sources = readdirSync(ROOM, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(ROOM, name), 'utf8'))
    .join('\n');
  for (const list of PHRASE_LISTS) {
    expect(() => phrases(lint.phrases[list], lint)).not.toThrow();
    expect(sources, list).toMatch(new RegExp(`['.]${list}\\b`));
  }
});
