import { expect, test } from 'vitest';
import { LOCALES } from '#paths';
import { MESSAGES, translator } from './translator.ts';

/** The names of a message's slots, however its plural forms are cut. */
function slotsOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name as string))].sort();
}

test('every locale has the same messages, with the same slots', () => {
  const shapeOf = (locale: (typeof LOCALES)[number]) => Object.fromEntries([...MESSAGES[locale]].map(([key, text]) => [key, slotsOf(text)]).sort());
  const english = shapeOf('en');
  expect(Object.keys(english).length).toBeGreaterThan(50);
  for (const locale of LOCALES) expect(shapeOf(locale)).toEqual(english);
});

test('every message can be read by the formatter', () => {
  for (const locale of LOCALES) {
    for (const [key, text] of MESSAGES[locale]) {
      const slots = slotsOf(text).map((name) => [name, 3]);
      const tags = [...text.matchAll(/<(\w+)>/g)].map(([, name]) => [name, (words: unknown) => words]);
      expect(() => translator(locale).rich(key, Object.fromEntries([...slots, ...tags])), `${locale} ${key}`).not.toThrow();
    }
  }
});

test('a key that is nowhere throws', () => {
  expect(() => translator('en')('page.nothing')).toThrow('page.nothing');
});

test('numbers are in Latin digits in Arabic too, so that they can be compared', () => {
  expect(translator('ar')('post.countUpdates', { n: 38412 })).toContain('38,412');
});
