import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Renderer } from '#compiler/render/renderer.ts';
import { checkFiles } from '#tests/support/content/check-files.ts';
import { sampleFiles } from '#tests/support/sample-content.ts';
import { startTestRenderer } from '#tests/support/test-renderer.ts';

let renderer: Renderer;
beforeAll(async () => {
  renderer = startTestRenderer();
});
afterAll(() => renderer.close());

/** What is said of a site whose first page is written so; "WORDS" stands where `words` are put. */
async function found(written: string, words: string) {
  const files = sampleFiles();
  files['site.yaml'] = (files['site.yaml'] as string).replace('      en: Words.', `      en: ${written.replace('WORDS', () => words)}`);
  const line = files['site.yaml'].split('\n').findIndex((text) => text.includes(words)) + 1;
  return { found: await checkFiles(files, renderer), line };
}

it.each([
  ['a link that says another host', '[tempo.example](https://evil.example/login?token=x)', 'link/text-domain-mismatch'],
  ['a link with a token', '[Our page](https://tempo.example/a?token=x)', 'link/sign-in-link'],
  ['a picture from elsewhere', '![A map](https://evil.example/a.png)', 'image/not-local'],
  ['a picture of the folder', '![A map](./a.png)', 'image/not-local'],
  ['HTML', '<b>a</b>', 'mdx/html'],
  ['a component', '<Note>a</Note>', 'mdx/unknown-component'],
  ['a component that reads facts', '<Statement />', 'mdx/unknown-component'],
  ['a component that there is not', '<Nothing />', 'mdx/unknown-component'],
  ['a link to no page', '[status](/advisories/internal)', 'link/no-such-page'],
  ['a link to no place', '[see](#what-to-do)', 'link/no-such-anchor'],
])('a page of site.yaml with %s', async (_name, words, rule) => {
  const { found: all, line } = await found('|\n        One.\n\n        WORDS', words);
  expect(all).toContain(`site.yaml:${line} ${rule}`);
});

it('what ends too early is said of the last line', async () => {
  const { found: all, line } = await found('>-\n        One\n        two.\n\n        WORDS', 'and <Note');
  expect(all).toEqual([`site.yaml:${line} mdx/unclosed`]);
});

it.each([
  ['folded', '>-\n        One\n        two.\n\n        three\n        WORDS'],
  ['in double quotes', '"One \\"two\\"\n        three.\\x0a\\x0a\\\n        four\n\n        WORDS"'],
  ['in single quotes', "'It''s one\n        two.\n\n        WORDS'"],
  ['plain', 'One\n        two\n\n        WORDS'],
  ['literal with an indent', '|2-\n          One.\n\n        WORDS'],
])('a finding stands in its own line of a text that is %s', async (_name, written) => {
  const { found: all, line } = await found(written, '[data](#nowhere)');
  expect(all).toEqual([`site.yaml:${line} link/no-such-anchor`]);
});
