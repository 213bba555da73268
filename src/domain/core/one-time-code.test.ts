import { expect, test } from 'vitest';
import { codeHash } from './one-time-code.ts';

const idOf = (typed: string) => codeHash('a secret', 'a request', typed);

/** The zeros of all scripts that have digits; five rows of mathematical ones follow each other. */
const zeros = Array.from({ length: 0x110000 }, (_, code) => code).filter(
  (code) => /\p{Nd}/u.test(String.fromCodePoint(code)) && (code === 0x30 || !/\p{Nd}/u.test(String.fromCodePoint(code - 1))),
);

test('a code is the same in the digits of every script', () => {
  const code = '7623678901245';
  expect(zeros.length).toBeGreaterThan(60);
  for (const zero of zeros) expect(idOf([...code].map((digit) => String.fromCodePoint(zero + Number(digit))).join(''))).toBe(idOf(code));
  expect(idOf('٧٦٢٣٦٧٨٧')).toBe(idOf('76236787'));
});

test.each(['7623 6787', '7623\u00a06787', '\u30007623\u20096787\n', '7623-6787', '\u200f7623\u200b6787\u2060', '７６２３\u20116787'])(
  '%j is the code',
  (typed) => {
    expect(idOf(typed)).toBe(idOf('76236787'));
  },
);

test('another code is another', () => {
  expect(idOf('76236788')).not.toBe(idOf('76236787'));
  expect(idOf('٧٦٢٣٦٧٨٨')).not.toBe(idOf('٧٦٢٣٦٧٨٧'));
});
