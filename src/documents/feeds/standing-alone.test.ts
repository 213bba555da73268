import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Renderer } from '#compiler/render/renderer.ts';
import { factsSchema } from '#model/facts.ts';
import type { Locale } from '#paths';
import { sampleAdvisory, sampleFacts, sampleSite } from '#tests/support/sample-content.ts';
import { startTestRenderer } from '#tests/support/test-renderer.ts';
import { standingAlone } from './standing-alone.ts';

let renderer: Renderer;
beforeAll(async () => {
  renderer = startTestRenderer({ warm: 1 });
});
afterAll(() => renderer.close());

const EVERYTHING = [
  '<Platforms />',
  '<TrustedStores />',
  '<DataInvolved />',
  '<Measures />',
  '<NextUpdate />',
  '<Statement />',
  '<Action cohort="android">\n\nOur words.\n\n</Action>',
  '<Note>A note.</Note>',
  '| a | b |\n| :-: | - |\n| 1 | 2 |',
  '[down](#can-do) and [away](/genuine), href="/not-a-link" and class="x"',
].join('\n\n');

async function aloneIn(locale: Locale): Promise<string> {
  const facts = factsSchema.parse(sampleFacts);
  const source = sampleAdvisory(locale).replace('Lead.', EVERYTHING);
  const { rendered, findings } = await renderer.render({ source, locale, kind: 'advisory', facts, site: sampleSite, folder: '/nowhere' });
  if (!rendered) throw new Error(JSON.stringify(findings));
  return standingAlone(rendered, { url: 'https://tempo.example', path: '/advisories/access', language: locale });
}

test('an advisory with every component stands alone: no drawing, no class, no address or place of our page, its language and direction', async () => {
  for (const [locale, direction] of [
    ['en', 'ltr'],
    ['ar', 'rtl'],
  ] as const) {
    const html = await aloneIn(locale);
    expect(html).toMatch(new RegExp(`^<div lang="${locale}" dir="${direction}">`));
    expect(html).not.toMatch(/<svg|<span|<[^>]* (?:class|style|id)=/);
    expect([...html.matchAll(/ (?:href|src)="(?!https:\/\/|mailto:)[^"]*"/g)]).toEqual([]);
    expect(html).toContain('href="https://tempo.example/advisories/access#can-do"');
  }
});

test('what stood in columns is told apart by words', async () => {
  const html = await aloneIn('en');
  expect(html).toContain('<b><bdi>Android</bdi></b> – Upgrade to <bdi>1.2.3</bdi>');
  expect(html).toContain('<li>Email address (seen)</li>');
  expect(html).toContain('Password – They are kept elsewhere.');
  expect(html).toContain('26 May 2014</time> – We changed the keys. – Done</li>');
  expect(html).toContain('<b>Android users</b> – Upgrade the app<div>');
  expect(html).toContain('href=&quot;/not-a-link&quot; and class=&quot;x&quot;');
});

test('a place that the page does not have leads to the page', () => {
  const rendered = { lead: '<p><a href="#gone">a</a> <a href="#%D9%85%D8%A7">b</a> <a href="#_press">c</a></p>', sections: [] };
  const sections = [{ key: null, id: 'ما', heading: 'ما', html: '' }];
  const place = { url: 'https://tempo.example', path: '/blog/a', language: 'ar' } as const;
  expect([...standingAlone({ ...rendered, sections }, place).matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    'https://tempo.example/blog/a',
    'https://tempo.example/blog/a#%D9%85%D8%A7',
    'https://tempo.example/blog/a#_press',
  ]);
});
