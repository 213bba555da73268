import fc from 'fast-check';
import { isScalar, parseDocument, type Scalar, stringify } from 'yaml';
import { expect, test } from 'vitest';
import { sourceOffset } from './source-offset.ts';

const STYLES = ['QUOTE_DOUBLE', 'QUOTE_SINGLE', 'PLAIN', 'BLOCK_FOLDED', 'BLOCK_LITERAL'] as const;

test('every word of a value is found where it is written, however it is written', () => {
  const word = fc.constantFrom('It’s', "don't", 'a "quoted" word', '\\', 'tab\there', '😀', 'ما', 'C:\\new', 'x'.repeat(30), '- item', '#', '\u00a0');
  const text = fc.array(fc.tuple(word, fc.constantFrom(' ', '\n', '\n\n', '  ')), { minLength: 1, maxLength: 12 }).map((parts) => parts.flat().join(''));
  fc.assert(
    fc.property(text, text, fc.constantFrom(...STYLES), fc.boolean(), (before, after, style, crlf) => {
      const value = `${before}@mark@ ${after}`.trim();
      const yaml = stringify({ other: 1, key: value }, { defaultStringType: style, lineWidth: 40 }).replaceAll('\n', crlf ? '\r\n' : '\n');
      const node = parseDocument(yaml, { schema: 'failsafe' }).get('key', true) as Scalar<string>;
      expect(isScalar(node) && node.value).toBe(value);
      expect(sourceOffset(node, yaml, value.indexOf('@mark@'))).toBe(yaml.indexOf('@mark@'));
    }),
  );
});

test('escapes count as what they stand for', () => {
  const yaml = 'key: "\\u00e9\\x41\\U0001F600 \\"\\\\ \\n\\_\\\n  on @mark@"\n';
  const node = parseDocument(yaml, { schema: 'failsafe' }).get('key', true) as Scalar<string>;
  expect(sourceOffset(node, yaml, node.value.indexOf('@mark@'))).toBe(yaml.indexOf('@mark@'));
});
