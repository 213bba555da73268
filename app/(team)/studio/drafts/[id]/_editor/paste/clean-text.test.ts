import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oddities } from '#compiler/text/characters.ts';
import { cleanText } from './clean-text.ts';

describe('what is pasted', () => {
  test.each([
    ['“Smart” quotes – and dashes …', '“Smart” quotes – and dashes …', {}],
    ['„Gänsefüßchen“ und ‚einfache‘', '„Gänsefüßchen“ und ‚einfache‘', {}],
    ['1\u00A0200\u202Faccounts', '1 200 accounts', { spaces: 2 }],
    ['Sicher\u00ADheits\u00ADvorfall', 'Sicherheitsvorfall', { hyphens: 2 }],
    ['zero\u200Bwidth\uFEFF', 'zerowidth', { invisible: 2 }],
    ['pay\u202Egnp.exe', 'paygnp.exe', { bidi: 1 }],
    ['one\r\ntwo\u2028three\vfour', 'one\ntwo\nthree\nfour', {}],
    ['👩\u200D💻 می\u200Cخواهم', '👩\u200D💻 می\u200Cخواهم', {}],
  ])('%j', (pasted, text, cleaned) => {
    expect(cleanText(pasted)).toEqual({ text, cleaned });
  });

  test('is words that a post may hold, once and for all: what is said of characters is about joiners and tags alone', () => {
    const letters = fc.constantFrom(...'aé“ \n\u00A0\u00AD\u200B\u200E\u202E\u2066\uFEFF\u2028\u0007\u0085'.split(''));
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 60 }), (parts) => {
        const { text } = cleanText(parts.join(''));
        expect(oddities(text)).toEqual([]);
        expect(cleanText(text)).toEqual({ text, cleaned: {} });
      }),
    );
  });

  test('is read in a time in proportion to it', () => {
    const pasted = '\u00A0\u00AD\u200B\u202Ex'.repeat(400_000);
    const began = performance.now();
    expect(cleanText(pasted).text.length).toBe(800_000);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
