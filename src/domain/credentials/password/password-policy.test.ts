import { expect, test } from 'vitest';
import { judgePassword } from './password-policy.ts';

const own = ['Tempo', 'Tempo Example AB', 'tempo.example', 'alexandra.smith@mail.example'];

test.each([
  ['fourteen chars', 'password_short'],
  // Fourteen characters, however many bytes.
  ['🎷'.repeat(14), 'password_short'],
  ['a'.repeat(1025), 'password_long'],
  ['é'.repeat(513), 'password_long'],
  ['passwordpassword', 'password_common'],
  ['iloveyou iloveyou', 'password_common'],
  ['Tempo-tempo-2026!', 'password_own_words'],
  ['alexandrasmith1', 'password_own_words'],
  ['Alexandra.Tempo.Example', 'password_own_words'],
  ['aaaaaaaaaaaaaaaaaaaa', 'password_guessable'],
  ['qwertyuiopasdfghjkl', 'password_guessable'],
  ['Summer2026Summer2026', 'password_guessable'],
])('%s is refused: %s', (password, problem) => {
  expect(judgePassword(password, own).problem).toBe(problem);
});

test.each(['violet kettle runs north', 'mein Hund heißt Bello und bellt', 'بيت كبير على الجبل البعيد', 'kX9$vLq2#mTz8@wR', 'the tempo of my kettle at dawn'])(
  '%s will do',
  (password) => {
    expect(judgePassword(password, own)).toEqual({ problem: null, strength: { level: 'strong', weakness: null } });
  },
);

test.each([
  ['short', null],
  ['a'.repeat(1025), null],
  ['passwordpassword', 'very_weak'],
  ['alexandrasmith1', 'weak'],
  ['jennifer michael 2', 'fair'],
])('with its refusal %s is told how strong it is: %s', (password, level) => {
  expect(judgePassword(password, own).strength?.level ?? null).toBe(level);
});

test('composed and decomposed letters count alike', () => {
  const password = 'cafés près de là';
  expect(judgePassword(password.normalize('NFD'), own)).toEqual(judgePassword(password.normalize('NFC'), own));
  expect(judgePassword('e\u0301'.repeat(14), own).problem).toBe('password_short');
});
