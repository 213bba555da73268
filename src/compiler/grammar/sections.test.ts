import fc from 'fast-check';
import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import { LANGUAGES } from '#locales/registry.ts';
import { SECTION_KEYS } from '#model/edition.ts';
import { LOCALES } from '#paths';
import { FRAME_IDS } from '#ui/page/frame-ids.ts';
import { sectionsOf } from './sections.ts';

const treeOf = (headings: string[]): Root => ({
  type: 'root',
  children: headings.map((value) => ({ type: 'heading', depth: 2, children: [{ type: 'text', value }] })),
});

test('an official heading has its own id whatever stands before it', () => {
  const ids = sectionsOf(treeOf(['Can do', 'Happened', 'More 2', 'More', LANGUAGES.en.headings.can_do, LANGUAGES.en.headings.more]), 'en').map(({ id }) => id);
  expect(ids).toEqual(['can-do-2', 'happened', 'more-2', 'more-3', 'can-do', 'more']);
});

test('no id stands twice, and none is one of the frame, for any headings', () => {
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.constantFrom('Main', '_main', 'Updates heading', 'press', 'Top', 'Can do', 'happened 2', '—', '𝐀'.repeat(80)),
    fc.constantFrom(...LOCALES.flatMap((locale) => SECTION_KEYS.map((key) => LANGUAGES[locale].headings[key]))),
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), fc.constantFrom(...LOCALES), (headings, locale) => {
      const sections = sectionsOf(treeOf(headings), locale);
      const ids = sections.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => id.startsWith('_') || !id.isWellFormed() || Object.values<string>(FRAME_IDS).includes(id))).toEqual([]);
      for (const { key, id } of sections) if (key) expect(id).toBe(key.replace('_', '-'));
    }),
  );
});
