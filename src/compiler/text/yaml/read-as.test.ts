import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { factsSchema } from '#model/facts.ts';
import { siteSchema } from '#model/site.ts';
import { readAs } from './read-as.ts';

const schema = z.strictObject({ title: z.string().optional(), n: z.number().int().optional(), known: z.boolean().optional() });
const read = (yaml: string) => readAs(yaml, schema, { family: 'facts' });
const rules = (yaml: string) => read(yaml).findings.map(({ rule, line, column }) => `${line}:${column} ${rule}`);

describe('words are taken as they are written', () => {
  it.each([
    ['a version', '1.10'],
    ['a version of two parts', '1.0'],
    ['a year', '2014'],
    ['a day', '2014-05-27'],
    ['a phone number', '0046 8 465 004 21'],
    ['a phone number in one', '004684650042'],
    ['a number with a plus', '+468465004'],
    ['a big number', '9007199254740993'],
    ['a country', 'NO'],
    ['a yes', 'yes'],
    ['a true', 'true'],
    ['a null', 'null'],
    ['an infinity', '.inf'],
    ['a hexadecimal number', '0x10'],
    ['a sign inside', 'Update#2'],
  ])('%s', (_name, written) => {
    expect(read(`title: ${written}\n`)).toMatchObject({ data: { title: written }, findings: [] });
  });

  it('whatever they are', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9.+_:-]{1,12}$/), (written) => {
        const { data, findings } = read(`title: ${written}\n`);
        expect(findings.length > 0 || data?.title === written).toBe(true);
      }),
    );
  });

  it('numbers and yes or no only where they are asked for, in one spelling', () => {
    expect(read('n: 38412\nknown: true\n').data).toEqual({ n: 38412, known: true });
    for (const other of ['38.412', '1_000', '0x10', '1e3', '010', '+1', '9007199254740993', 'many', ''])
      expect(rules(`n: ${other}\n`)).toEqual(['1:1 facts/value']);
    for (const other of ['yes', 'True', 'on', '1']) expect(rules(`known: ${other}\n`)).toEqual(['1:1 facts/value']);
  });
});

describe('a comment never swallows words', () => {
  it.each([
    ['behind a plain value', 'title: Update #2 on the access\n', ['1:15 facts/comment']],
    ['behind a value in quotes', 'title: "Update" #2\n', ['1:17 facts/comment']],
    ['behind the sign of a block', 'title: > #2 on the access\n  more\n', ['1:10 facts/comment']],
    ['behind a bracket', 'title: [a] # b\n', ['1:12 facts/comment']],
    ['where a value would go on', 'title: We saw\n  #2 on the list\n', ['2:3 facts/comment']],
    ['after a line that goes on', 'title: We\n  saw\n  #2 on the list\nn: 1\n', ['3:3 facts/comment']],
    ['where an item would go on', 'title:\n  - We saw\n    #2 on the list\n', ['3:5 facts/comment']],
  ])('%s', (_name, yaml, expected) => {
    expect(rules(yaml)).toEqual(expected);
  });

  it.each([
    ['on a line of its own', '# one\ntitle: a\n# two\nn: 1\n'],
    ['under a key', 'title:\n  # one\n  a\n'],
    ['in quotes', 'title: "Update #2"\n'],
    ['in a block', 'title: |\n  # one\n  two # three\n'],
  ])('is a comment %s', (_name, yaml) => {
    expect(rules(yaml)).toEqual([]);
  });
});

it('bounds nesting before anything is composed, and only nesting', () => {
  for (const deep of [`title: ${'['.repeat(5_000)}`, `${'- '.repeat(5_000)}a`, Array.from({ length: 500 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')])
    expect(read(deep).findings.map(({ rule }) => rule)).toEqual(['mdx/too-deep']);
  expect(read(`title: "${'[{<('.repeat(500)}"`)).toMatchObject({ findings: [] });
});

describe('no words of a library reach people', () => {
  const LIBRARY = /invalid|expected|received|too (?:small|big)|must match|unrecognized|implicit|scalar|mapping|collection|token|undefined/i;
  const said = (yaml: string) =>
    [schema, factsSchema, siteSchema].flatMap((each) => readAs(yaml, each, { family: 'facts' }).findings.map(({ message }) => message));

  it('of any kind of value in any field', () => {
    const fields = [...Object.keys(factsSchema.shape), ...Object.keys(siteSchema.shape), 'n', 'known'];
    const values = ['', 'x', '12', '[a, b]', '{ a: b }', '{ xx: b }', '[]', '{ kind: exact, n: -1, base: 0, asOf: soon }', '[{ platform: tv, action: 1 }]'];
    for (const message of fields.flatMap((field) => values.flatMap((value) => said(`${field}: ${value}\n`)))) expect(message).not.toMatch(LIBRARY);
  });

  it.each([
    'title: a: b',
    'title: "a',
    'title: [a',
    '\ttitle: a',
    'title: @a',
    'title: "\\q"',
    'title: a\ntitle: b',
    'a\nb: c',
    'title: a\n---\nb',
    'title: %a',
    '? [a]',
    '- a\nb: c',
    'title: !x a',
  ])('of broken YAML: %j', (yaml) => {
    const messages = said(yaml);
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) expect(message).not.toMatch(LIBRARY);
  });
});
