import { expect, test } from 'vitest';
import { estimateStrength } from './password-strength.ts';

test.each([
  ['aaaaaaaaaaaaaaaaaaaa', 'very_weak', 'repeat'],
  ['Summer2026Summer2026', 'very_weak', 'repeat'],
  ['abcdefghijklmnopqr', 'very_weak', 'sequence'],
  ['qwertyuiopasdfghjkl', 'very_weak', 'common'],
  ['zse4rfvgy7zse4rfvgy', 'fair', 'keys'],
  ['monkeydragonmaster', 'weak', 'common'],
  ['19.03.1984 19.03.1985', 'fair', 'date'],
  ['smith 4 tempo 77', 'fair', 'own_words'],
  ['jennifer michael 2', 'fair', 'common'],
  ['love me 19.03.1984', 'fair', 'date'],
])('%s is %s for its %s', (password, level, weakness) => {
  expect(estimateStrength(password, ['tempo', 'smith'])).toEqual({ level, weakness });
});

test('nothing is wrong with what is strong', () => {
  expect(estimateStrength('violet kettle runs north', [])).toEqual({ level: 'strong', weakness: null });
});

test('what is very long is judged by its beginning', () => {
  expect(estimateStrength(`${'ab'.repeat(20)} violet kettle runs north`, [])).toEqual(estimateStrength('ab'.repeat(20), []));
});

// zxcvbn counts ten guesses for a letter without a pattern, and our sentences 10,000 guesses a second: 2 minutes, 28 hours, 31 years.
test.each([
  ['kvqzx', 'very_weak'],
  ['kvqzxw', 'weak'],
  ['kvqzxwjh', 'weak'],
  ['kvqzxwjhfp', 'fair'],
  ['kvqzxwjhfpbm', 'fair'],
  ['kvqzxwjhfpbmdt', 'strong'],
])('%s, of no pattern, is %s', (password, level) => {
  expect(estimateStrength(password, []).level).toBe(level);
});
