import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitRecord } from './split-record.ts';

const library = (line: string): string[] | null => {
  try {
    return (parse(line, { relax_column_count: true }) as string[][])[0] ?? null;
  } catch {
    return null;
  }
};

test('a line has the fields that csv-parse finds in it, or neither takes it', () => {
  const sign = fc.constantFrom('"', '""', ',', 'a', ' ', 'é', '",', ',"');
  fc.assert(
    fc.property(fc.array(sign, { minLength: 1, maxLength: 12 }), (signs) => {
      const line = signs.join('');
      // A line of blanks and nothing is skipped by one and never asked of the other.
      fc.pre(line.trim() !== '');
      expect(splitRecord(line)).toEqual(library(line));
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['a,b', ['a', 'b']],
  ['"a,b",c', ['a,b', 'c']],
  ['"say ""a""",', ['say "a"', '']],
  ['"a', null],
  ['a"b,c', null],
  ['"a"b', null],
])('%s', (line, fields) => {
  expect(splitRecord(line)).toEqual(fields);
});
