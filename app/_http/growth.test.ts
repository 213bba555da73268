import { expect, test } from 'vitest';
import { emailAddress } from '#domain/accounts/email-address.ts';
import { codeHash } from '#domain/core/one-time-code.ts';
import { judgePassword } from '#domain/credentials/password/password-policy.ts';
import { parseForm } from '#model/forms/parse-form.ts';
import { signInForm } from '#model/forms/sign-in.ts';
import { growth } from '#tests/support/wire/growth.ts';
import { clientOf } from './client.ts';

/** Four times as long is what tries again from each place. */
const MOST = 2.5;
/** Marks are sorted by moving each past those before it, which the bounds of our forms keep short: what is worse than that tries again from each place. */
const MOST_OF_MARKS = 4.5;
const OWN_WORDS = ['Tempo', 'Tempo Example AB', 'tempo.example', 'alexandra.smith@mail.example'];

/** So much of a text over and over, with what must make it fail at its end. */
const filled = (text: string, length: number, end = '') => text.repeat(length / text.length) + end;
/** Marks in the wrong order: composing has to sort them. */
const MARKS = '\u0301\u0316';

/** What is posted, at the bound of its form. */
const HOSTILE: Record<string, [length: number, run: (length: number) => unknown]> = {
  'an address of marks': [150, (length) => emailAddress(`a${filled(MARKS, length)}@tempo.example`)],
  'an address of dots': [150, (length) => emailAddress(filled('a.', length, '@tempo.example'))],
  'an address of labels': [150, (length) => emailAddress(`a@${filled('a-', length)}`)],
  'an address of short labels': [150, (length) => emailAddress(`a@${filled('a.', length, '-')}`)],
  'an address of blanks': [150, (length) => emailAddress(filled(' ', length, 'x'))],
  'an address of many letters': [
    150,
    (length) => emailAddress(`a@${Array.from({ length }, (_, index) => String.fromCodePoint(0x4e00 + 37 * index)).join('')}`),
  ],
  'a password of one letter': [500, (length) => judgePassword(filled('a', length, 'b'), OWN_WORDS)],
  'a password of two': [500, (length) => judgePassword(filled('ab', length, 'c'), OWN_WORDS)],
  'a password of own words': [500, (length) => judgePassword(filled('tempotemp', length), OWN_WORDS)],
  'a password of marks': [500, (length) => judgePassword(filled(MARKS, length), OWN_WORDS)],
  'a code of another script’s digits': [48, (length) => codeHash('secret', 'request', filled('\u0669', length))],
  'a code of marks': [48, (length) => codeHash('secret', 'request', filled(MARKS, length))],
  'a code of words in one letter': [48, (length) => codeHash('secret', 'request', filled('\ufdfa', length))],
  'a form of one field over and over': [16_384, (length) => parseForm(signInForm, new URLSearchParams(filled('email=a&', length)))],
  'a form of many fields': [
    16_384,
    (length) => parseForm(signInForm, new URLSearchParams(Array.from({ length: length / 8 }, (_, index) => `k${index}=1`).join('&'))),
  ],
  'a form of escapes': [16_384, (length) => parseForm(signInForm, new URLSearchParams(`email=${filled('%41', length)}`))],
  'a form of plus signs': [16_384, (length) => parseForm(signInForm, new URLSearchParams(`email=${filled('+', length)}`))],
  'a browser of parts': [500, (length) => clientOf(new Headers({ 'user-agent': filled('Mozilla/5.0 (', length) }))],
  'a browser of blanks': [500, (length) => clientOf(new Headers({ 'user-agent': filled('x ', length, 'x') }))],
  'a browser of versions': [500, (length) => clientOf(new Headers({ 'user-agent': filled('chrome/1.', length, 'x') }))],
};

test.each(Object.entries(HOSTILE))('%s: twice as much takes about twice as long', (name, [length, run]) => {
  const most = name.endsWith('of marks') ? MOST_OF_MARKS : MOST;
  expect(growth(run, length, most)).toBeLessThan(most);
});

test('what is longer than its bound is not looked at: it takes no longer, however much longer it is', () => {
  for (const text of ['a', MARKS, '.', '@', ' ']) {
    const mails = (length: number) => [emailAddress(filled(text, length)), judgePassword(filled(text, length), OWN_WORDS)];
    // Making the text is a part of what is measured.
    expect(growth(mails, 32 * 1024, MOST), JSON.stringify(text)).toBeLessThan(MOST);
  }
});
