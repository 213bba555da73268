import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';
import { expect, test } from 'vitest';
import { buildStylesheet } from './build-stylesheet.ts';
import { editionFixture, siteOptionsFixture } from '#tests/support/edition-fixture.ts';
import { ownScriptOf } from './site-options.ts';
import { render } from '#documents/site.tsx';
import { stylesheetOf } from './stylesheet.ts';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const KILOBYTE = 1024;

test('a first view of an advisory is the page and a script of less than 1 KB', async () => {
  const { code } = await transform(await readFile('src/documents/shell/live.js', 'utf8'), { minify: true, target: 'es2020' });
  expect(code.trim().length).toBeLessThanOrEqual(KILOBYTE);
  const options = { ...siteOptionsFixture(), stylesheet: stylesheetOf(await buildStylesheet()), liveScript: ownScriptOf('live', code.trim()) };
  const body = render(editionFixture(), '/advisories/open-door', options)?.body as string;
  expect([...body.matchAll(/<(?:script|img|link rel="(?:stylesheet|icon)")[^>]*(?:src|href)="(?!data:)([^"]*)"/g)].map(([, address]) => address)).toEqual([
    options.liveScript.path,
  ]);
  expect(gzipSync(body).length).toBeLessThan(10 * KILOBYTE);
  expect(brotliCompressSync(options.stylesheet.css).length).toBeLessThan(4.5 * KILOBYTE);
});
