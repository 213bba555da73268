import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bundle, makeBundle } from './bundle.ts';
import { recipe } from './recipe.ts';
import { applyChange, changeBetween, type EditionChange, withoutBytes } from './edition-change.ts';

const site = { brand: 'Tempo' } as Bundle['site'];

/** `pages`: paths with a text, and a key that may change without the text. */
function bundleOf(number: number, pages: Record<string, { text: string; key: string }>, previous: Bundle | null): Promise<Bundle> {
  const recipes = Object.entries(pages).map(([path, input]) =>
    recipe(path, input, ({ text, key }) => ({ path, status: 200, contentType: 'text/html; charset=utf-8', body: text, csp: key })),
  );
  return makeBundle({ number, publishedAt: '2026-01-01T00:00:00Z', build: 'b', site }, recipes, previous, 1_000);
}

const pages = fc.dictionary(
  fc.constantFrom('/', '/a', '/b', '/c', '/d'),
  fc.record({ text: fc.constantFrom('one', 'two', 'three'), key: fc.constantFrom('k', 'l') }),
);

test('whatever is published one after the other, the front ends with the bytes that a whole edition has', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(pages, { minLength: 1, maxLength: 6 }), async (history) => {
      let front: Bundle | null = null;
      let known: Bundle | null = null;
      let whole: Bundle | null = null;
      for (const [index, content] of history.entries()) {
        const made: Bundle = await bundleOf(index + 1, content, known);
        // As over the channel: nothing is shared.
        const change: EditionChange = structuredClone(changeBetween(known, made));
        front = applyChange(front, change);
        known = withoutBytes(made, made.documents.values());
        whole = await bundleOf(index + 1, content, whole);
      }
      const content = (bundle: Bundle | null) =>
        [...(bundle?.documents ?? [])].map(([path, { packed, ...stored }]) => [path, stored, Buffer.from(packed).toString('hex')]).sort();
      expect(content(front)).toEqual(content(whole));
      expect(front?.number).toBe(history.length);
    }),
  );
});

test('only what changed crosses, and what keeps its bytes crosses without them', async () => {
  const first = await bundleOf(1, { '/a': { text: 'one', key: 'k' }, '/b': { text: 'one', key: 'k' }, '/c': { text: 'one', key: 'k' } }, null);
  const held = withoutBytes(first, first.documents.values());
  const second = await bundleOf(2, { '/a': { text: 'one', key: 'k' }, '/b': { text: 'one', key: 'l' }, '/d': { text: 'one', key: 'k' } }, held);
  const change = changeBetween(held, second);
  expect(change.documents.map(({ stored, packed }) => [stored.path, packed !== null])).toEqual([
    ['/b', false],
    ['/d', true],
  ]);
  expect([change.base, change.removed]).toEqual(['1-b', ['/c']]);
});

test('a change of another edition is refused', async () => {
  const first = await bundleOf(1, { '/a': { text: 'one', key: 'k' } }, null);
  const change = changeBetween(first, await bundleOf(2, {}, first));
  expect(() => applyChange(null, change)).toThrow('edition 1-b');
  expect(() => applyChange({ ...first, number: 3 }, change)).toThrow('edition 1-b');
});
