import { expect, test } from 'vitest';
import { brotliDecompressSync } from 'node:zlib';
import { type PlainRefusals, refusalDocument } from './refusal-pages.ts';

const plain: PlainRefusals = {
  '/.refusals/503': { body: 'plain 503', csp: "default-src 'none'" },
  '/.refusals/400': { body: 'plain 400', csp: "default-src 'none'" },
};

test('before the first edition a refusal is made once, not for each who asks', () => {
  const first = refusalDocument(503, '/', undefined, plain);
  expect(brotliDecompressSync(first.packed).toString()).toBe('plain 503');
  expect(refusalDocument(503, '/advisories', undefined, plain)).toBe(first);
  expect(refusalDocument(503, '/x', new Map(), plain)).toBe(first);
});

test('each status has a page of its own, one without words too', () => {
  for (const status of [400, 503, 414, 431] as const)
    expect(refusalDocument(status, '/', undefined, plain)).toMatchObject({ status, path: `/.refusals/${status}` });
});
