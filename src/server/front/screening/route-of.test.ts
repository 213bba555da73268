import { expect, test } from 'vitest';
import { REFUSALS } from '#model/refusals.ts';
import { LOCALES, paths } from '#paths';
import { NO_ROUTE, routeOf } from './route-of.ts';

/** Addresses of documents that nobody asks for by them. */
const UNASKED = [paths.notFound('en'), ...REFUSALS.map((status) => paths.refusal('en', status))];

test('every address has a pattern, the same in every language, and no word of it stands in the pattern', () => {
  for (const write of Object.values(paths) as ((...parts: never[]) => string)[]) {
    for (const locale of LOCALES) {
      // What has a default is a query, and no part of the path.
      const path = write(...([locale, 'a-word', 'another'].slice(0, write.length) as never[]));
      if (path.endsWith('/404') || path.includes('/.refusals/')) continue;
      expect(routeOf(path), path).not.toBe(NO_ROUTE);
      expect(routeOf(path), path).not.toMatch(/a-word|another|^\/(?:de|ar)\b/);
    }
  }
  expect(routeOf('/candor-live.0123456789ab.js')).toBe('/candor-live.:hash.js');
  expect(routeOf('/candor-passkey.0123456789ab.js')).toBe('/candor-passkey.:hash.js');
  expect(routeOf('/studio/drafts/12/save')).toBe('/studio/drafts/:id/save');
  expect(routeOf('/_next/static/chunks/a.js')).toBe('/_next/static/');
  expect(routeOf('/de/advisories/a/updates/b')).toBe('/advisories/:slug/updates/:update');
});

test.each([...UNASKED, '/a', '/advisories/a/b', '/account/a', '/api', '/_next/image', '/blog/', '//'])('%s has none', (path) => {
  expect(routeOf(path)).toBe(NO_ROUTE);
});
