import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emailKey } from './email-key.ts';

test.each([
  [' Somebody@Tempo.Example ', 'somebody@tempo.example'],
  ['jürgen@BÜCHER.example', 'jürgen@xn--bcher-kva.example'],
  ['ju\u0308rgen@bücher.example', 'jürgen@xn--bcher-kva.example'],
  ["o'brien+news@tempo.example", "o'brien+news@tempo.example"],
])('%s is known as %s', (typed, key) => {
  expect(emailKey(typed)).toBe(key);
});

test.each([
  '',
  'nobody',
  '@tempo.example',
  'a@',
  'a b@tempo.example',
  'a@b@tempo.example',
  'a\0b@tempo.example',
  'a\u202Eb@tempo.example',
  'a\ud800@tempo.example',
  'a,b@tempo.example',
  `${'a'.repeat(250)}@tempo.example`,
])('%j is no address', (typed) => {
  expect(emailKey(typed)).toBeNull();
});

test('a key is its own key', () => {
  fc.assert(
    fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'binary' })), (typed) => {
      const key = emailKey(typed);
      return key === null || emailKey(key) === key;
    }),
  );
});
