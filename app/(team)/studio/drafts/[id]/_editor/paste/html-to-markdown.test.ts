import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '#tests/support/chromium.ts';

let browser: Browser;
let page: Page;
/** In a browser: its parser is the one that reads what is pasted. */
beforeAll(async () => {
  const entryPoints = [join(import.meta.dirname, 'html-to-markdown.ts')];
  const { outputFiles } = await build({ entryPoints, bundle: true, format: 'iife', globalName: 'paste', write: false });
  browser = await launchChromium();
  page = await browser.newPage();
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
}, 60_000);
afterAll(() => browser?.close());

declare const paste: typeof import('./html-to-markdown.ts');
const written = (html: string) => page.evaluate((given) => paste.htmlToMarkdown(given), html);

test.each([
  ['<p>Plain words.</p>', null],
  ['<p><b>1&nbsp;200</b>  of\n them</p>', '**1\u00A0200** of them\n'],
  ['<h1>What we did</h1><p>We <b>closed</b> <i>it</i>.</p>', '## What we did\n\nWe **closed** *it*.\n'],
  ['<b style="font-weight:normal"><p>Not <strong> bold </strong>there</p></b>', 'Not **bold** there\n'],
  ['<ul><li>one<ul><li>two</li></ul></li><li><p>three</p></li></ul>', '- one\n  - two\n- three\n'],
  ['<ol><li>first<li>second</ol>', '1. first\n2. second\n'],
  ['<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b\n'],
  ['<table><tr><th>n</th><th>x|y</th></tr><tr><td>1</td></tr></table>', '| n | x\\|y |\n| --- | --- |\n| 1 |  |\n'],
  [
    '<p><a href="https://tempo.example/x">a way</a>, <a href="javascript:alert(1)">none</a>, <a href="#x">here</a></p>',
    '[a way](https://tempo.example/x), none, here\n',
  ],
  ['<p>{it} *is* <b>&lt;Evil/&gt;</b></p>', '\\{it\\} \\*is\\* **\\<Evil/>**\n'],
  ['<style>p{}</style><script>alert(1)</script><h2>Only this</h2><img src=x onerror=alert(1)>', '## Only this\n'],
])('%s', async (html, markdown) => {
  expect(await written(html)).toBe(markdown);
});

test('what never ends in depth or length is read in a moment, or left as plain words', async () => {
  const began = performance.now();
  expect(await written(`<ul><li>${'<ul><li>'.repeat(400)}deep`)).toContain('deep');
  expect(await written('<b>x</b>'.repeat(30_000))).toBeNull();
  await written('<div>'.repeat(20_000));
  expect(performance.now() - began).toBeLessThan(20_000);
});
