import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsDiff } from './facts-diff.ts';
import { type Part, textDiff } from './text-diff.ts';

const words = fc.array(fc.constantFrom('We', 'ask', '38,412', '1,233,617', 'accounts', 'نطلب', '٣٨', '.', ''), { maxLength: 6 }).map((some) => some.join(' '));
const text = fc.array(words, { maxLength: 8 }).map((lines) => lines.map((line) => `${line}\n`).join(''));
const side = (parts: readonly Part[], gone: Part['kind']) =>
  parts
    .filter(({ kind }) => kind !== gone)
    .map((part) => part.text)
    .join('');

test('both texts can be read from it, word for word', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const rows = textDiff(before, after, 'en');
      const is = rows.filter(({ line }) => line !== null).map(({ parts }) => side(parts, 'del'));
      expect(is.map((line) => `${line}\n`).join('')).toBe(after);
      expect(rows.flatMap(({ line }) => line ?? [])).toEqual(is.map((_, index) => index + 1));
      const was = rows.filter(({ parts }) => parts.some(({ kind }) => kind !== 'ins') || parts.length === 0).map(({ parts }) => side(parts, 'ins'));
      // A line that was empty leaves no word behind.
      expect(was.filter((line) => line !== '').join('\n')).toBe(before.split('\n').filter(Boolean).join('\n'));
    }),
  );
});

test('a number is one word, and changed words stand together', () => {
  expect(textDiff('We ask 38,412 accounts to sign in.', 'We ask 1,233,617 accounts to change it.', 'en')).toEqual([
    {
      line: 1,
      parts: [
        { kind: 'same', text: 'We ask ' },
        { kind: 'del', text: '38,412' },
        { kind: 'ins', text: '1,233,617' },
        { kind: 'same', text: ' accounts to ' },
        { kind: 'del', text: 'sign in' },
        { kind: 'ins', text: 'change it' },
        { kind: 'same', text: '.' },
      ],
    },
  ]);
});

test('a text that shares nothing with the one before is told at once', () => {
  const lines = (letter: string) => Array.from({ length: 20_000 }, (_, index) => `${letter}${index}`).join('\n');
  expect(textDiff(lines('a'), lines('b'), 'en').filter(({ line }) => line !== null)).toHaveLength(20_000);
});

test('facts are told apart by what their entries are called, not by where they stand', () => {
  const before = { nextUpdateBy: '2014-05-29T10:00:00Z', platforms: [{ platform: 'web', action: 'none' }], markets: ['SE'] };
  const after = {
    platforms: [
      { platform: 'ios', action: 'none' },
      { platform: 'web', action: 'upgrade' },
    ],
    markets: ['SE', 'DE'],
  };
  expect(factsDiff(before, after)).toEqual([
    { path: ['platforms', 'ios', 'platform'], was: null, is: 'ios' },
    { path: ['platforms', 'ios', 'action'], was: null, is: 'none' },
    { path: ['platforms', 'web', 'action'], was: 'none', is: 'upgrade' },
    { path: ['markets'], was: 'SE', is: 'SE, DE' },
    { path: ['nextUpdateBy'], was: '2014-05-29T10:00:00Z', is: null },
  ]);
  expect(factsDiff(after, after)).toEqual([]);
});
