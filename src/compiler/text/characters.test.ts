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
