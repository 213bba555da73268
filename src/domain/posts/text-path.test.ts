import { expect, test } from 'vitest';
import { LOCALES } from '#paths';
import { storedTextPath, textAtPath, textPath } from './text-path.ts';

test('a path names what stands there, and what stands there its path', () => {
  for (const locale of LOCALES) {
    for (const slug of ['access', 'notes', 'advisory', 'updates', 'a-1']) {
      for (const stored of [
        { kind: 'note', slug, updateSlug: null, locale } as const,
        { kind: 'advisory', slug, updateSlug: null, locale } as const,
        { kind: 'advisory', slug, updateSlug: 'first-report', locale } as const,
      ]) {
        const path = storedTextPath(stored);
        expect(textPath(textAtPath(path))).toBe(path);
        expect(textAtPath(path)).toMatchObject({ kind: stored.updateSlug === null ? stored.kind : 'update', locale });
      }
    }
  }
});

test.each(['site.yaml', 'incidents/access/incident.yaml', 'incidents/access/extra.en.mdx', 'notes/a.en.txt', ''])('no text stands at %j', (path) => {
  expect(() => textAtPath(path)).toThrow('No text stands');
});
