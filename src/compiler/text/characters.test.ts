import { expect, it } from 'vitest';
import { oddities } from './characters.ts';

it('names the word and the reason', () => {
  expect(oddities('We write tem\u200Bpo here').map(({ message }) => message)).toEqual([
    'The invisible character U+200B (zero-width space) stands here, and changes no letter beside it. Delete it, or searches and copies fail. It stands in "tempo".',
  ]);
  expect(oddities('C:\backup')[0]?.message).toContain('The control character U+0008');
});

it('finds everything that XML 1.0 can’t hold', () => {
  for (let point = 0; point <= 0xffff; point += 1) {
    const held = point === 9 || point === 10 || point === 13 || (point >= 0x20 && point <= 0xd7ff) || (point >= 0xe000 && point <= 0xfffd);
    if (!held) expect(oddities(`a${String.fromCharCode(point)}b`), point.toString(16)).toHaveLength(1);
  }
});

it.each([
  ['a flag of a part of a country beside the three', '🏴\u{E0075}\u{E0073}\u{E0063}\u{E0061}\u{E007F}'],
  ['a Mongolian vowel apart from its word', 'ᠮᠣᠩᠭᠣᠯ\u180Eᠠ'],
  ['a joiner at a mark that scripts share', 'ك\u200Dـ'],
  ['a joiner behind a vowel sign at the end of a word', 'كَ\u200C'],
])('takes %s', (_name, text) => {
  expect(oddities(text)).toEqual([]);
});

it.each([
  ['a Mongolian vowel separator elsewhere', 'a\u180Eb'],
  ['a joiner twice', 'क\u200D\u200Dक'],
  ['a flag with more than a code', `🏴${'\u{E0061}'.repeat(9)}\u{E007F}`],
  ['tags without a flag', 'a\u{E0061}\u{E007F}'],
])('refuses %s', (_name, text) => {
  expect(oddities(text).map(({ rule }) => rule)).toContain('text/invisible');
});
