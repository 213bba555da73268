import { expect, test } from 'vitest';
import { LOCALES } from '#paths';
import type { MessageKey } from '#locales/message-key.ts';
import { messagesOf, slotsOf } from '#tests/support/locales/messages-of.ts';
import { translator } from './translator.ts';

test('every message can be read by the formatter', () => {
  for (const locale of LOCALES) {
    for (const [key, text] of messagesOf(locale)) {
      const values = slotsOf(text).map((name) => (name.startsWith('<') ? [name.slice(1, -1), (words: unknown) => words] : [name, 3]));
      expect(() => translator(locale).rich(key, Object.fromEntries(values)), `${locale} ${key}`).not.toThrow();
    }
  }
});

test('a key that is nowhere throws', () => {
  expect(() => translator('en')('page.nothing' as MessageKey)).toThrow('page.nothing');
});

test('numbers are in Latin digits in Arabic too, so that they can be compared', () => {
  expect(translator('ar')('post.countUpdates', { n: 38412 })).toContain('38,412');
});
