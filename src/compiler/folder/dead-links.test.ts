import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContent, type Live } from './check-content.ts';
import { readContent } from './read-content.ts';
import type { Renderer } from '#compiler/render/renderer.ts';
import { checkFiles } from '#tests/support/content/check-files.ts';
import { sampleAdvisory, sampleFiles, writeContent } from '#tests/support/sample-content.ts';
import { startTestRenderer } from '#tests/support/test-renderer.ts';

let renderer: Renderer;
beforeAll(async () => {
  renderer = startTestRenderer();
});
afterAll(() => renderer.close());

const ADVISORY = 'incidents/access/advisory.en.mdx';
const NOTE = 'notes/how-we-work.de.mdx';

/** What is said of an advisory that has `words`, but that its other languages have no such link; `more` files stand beside it. */
async function said(words: string, { more = {}, live }: { more?: Record<string, string>; live?: Live } = {}): Promise<string[]> {
  const found = await checkFiles({ ...sampleFiles(), ...more, [ADVISORY]: sampleAdvisory('en').replace('Lead.', words) }, renderer, live);
  return found.filter((finding) => !finding.endsWith(' i18n/fact-drift'));
}

describe('a link to a page of our own', () => {
  it.each([
    '[this incident](/advisories/access)',
    '[its first update](/advisories/access/updates/first)',
    '[the German one](/de/advisories/access)',
    '[how we work](/ar/blog/how-we-work)',
    '[how to know our mail](/genuine)',
    '[the start](/)',
    '[das Gleiche](/de)',
    '[news as a feed](/feed.atom?from=post)',
    '[your account](/account)',
    '[the whole address](https://tempo.example/blog/how-we-work)',
    '[a letter written by its number](/blog/how%2Dwe-work)',
    '[another host](https://help.tempo.example/nowhere)',
    '[a picture](/pictures/0000.webp)',
    '[by a name][1]\n\n[1]: /blog/how-we-work',
  ])('that there will be passes: %s', async (link) => {
    expect(await said(link)).toEqual([]);
  });

  it.each([
    '[status](/advisories/internal-system-access)',
    '[status](/advisories/access/)',
    '[status](/Advisories/access)',
    '[an update](/advisories/access/updates/second)',
    '[an update as a note](/blog/first)',
    '[a language that nobody speaks](/fr/advisories/access)',
    '[the default language](/en/advisories/access)',
    '[the whole address](https://tempo.example/blog/how-they-work)',
    '[the whole address](HTTPS://TEMPO.example/blog/how-they-work)',
    '[up](/blog/../nowhere)',
    '[by a name][1]\n\n[1]: /blog/how-they-work',
    '[broken letters](/blog/%E0%A4)',
  ])('that there will not be is an error: %s', async (link) => {
    expect(await said(link)).toEqual([`${ADVISORY}:9 link/no-such-page`]);
  });

  it('that is live and not in the folder passes for who knows it', async () => {
    expect(await said('[the last one](/advisories/gone)', { live: { paths: new Set(['/advisories/gone']), has: () => false, facts: new Map() } })).toEqual([]);
  });

  it('in a text that is live word for word is a warning: it keeps nothing new back', async () => {
    const linked = Object.entries(sampleFiles()).map(([name, text]) => [name, text.replace('Lead.', '[status](/advisories/gone)')]);
    const { dir, remove } = await writeContent(Object.fromEntries(linked));
    const live: Live = { paths: new Set(), has: ({ kind }) => kind === 'advisory', facts: new Map() };
    const results = await checkContent(await readContent(dir, { shiftMs: 0 }), renderer, undefined, live).finally(remove);
    const findings = results.flatMap((result) => result.findings);
    expect(findings.map(({ rule, severity, line }) => `${line} ${rule} ${severity}`)).toEqual(Array(3).fill('9 link/no-such-page warning'));
    expect(results.every(({ ok }) => ok)).toBe(true);
  });

  it('in a language that the site does not offer is an error', async () => {
    const files = sampleFiles();
    const site = (files['site.yaml'] as string).replace('  - ar\n', '');
    expect(await said('[the Arabic one](/ar/advisories/access)', { more: { 'site.yaml': site } })).toContain(`${ADVISORY}:9 link/no-such-page`);
  });

  it('is not judged while site.yaml has an error', async () => {
    const site = (sampleFiles()['site.yaml'] as string).replace('brand: Tempo', 'brand: ""');
    expect(await said('[status](/advisories/none)', { more: { 'site.yaml': site } })).toEqual(['site.yaml:1 site/value']);
  });
});

describe('a place on a page', () => {
  it.each([
    '[what you can do](#can-do)',
    '[the top](#top)',
    '[what was done](/de/advisories/access#doing)',
    '[every update](/advisories/access#_updates)',
    '[words of it](/blog/how-we-work#:~:text=note)',
    '[ours](/blog/how-we-work#ziel-1)',
    '[from another language](/de/blog/how-we-work#ziel-1)',
    '[numbers](/de/blog/how-we-work#%D9%85%D8%A7)',
    '[a page of others](/genuine#never)',
  ])('that there will be passes, or can’t be known: %s', async (link) => {
    const body = '\n\n## Ziel 1\n\nWorte.\n\n## ما\n\nWorte.\n';
    const more = { [NOTE]: `${sampleFiles()[NOTE]}${body}`, 'notes/how-we-work.en.mdx': `${sampleFiles()['notes/how-we-work.en.mdx']}${body}` };
    expect(await said(link, { more })).toEqual([]);
  });

  it.each([
    '[see](#what-to-do)',
    '[see](#What-happened)',
    '[see](https://tempo.example/advisories/access#what-to-do)',
    '[see](/de/blog/how-we-work#ziel-1)',
    '[see](/advisories/access/updates/first#happened)',
    '[see](#constructor)',
  ])('that there will not be is an error: %s', async (link) => {
    expect(await said(link)).toEqual([`${ADVISORY}:9 link/no-such-anchor`]);
  });

  it('is judged by the text that a page shows until it is translated', async () => {
    const files: Record<string, string> = { ...sampleFiles(), [ADVISORY]: sampleAdvisory('en').replace('Lead.', '[see](/ar/blog/how-we-work#ziel-1)') };
    delete files['notes/how-we-work.ar.mdx'];
    expect(await checkFiles(files, renderer)).toContain(`${ADVISORY}:9 link/no-such-anchor`);
    files['notes/how-we-work.en.mdx'] += '\n## Ziel 1\n\nWords.\n';
    expect(await checkFiles(files, renderer)).not.toContain(`${ADVISORY}:9 link/no-such-anchor`);
  });

  it('is said beside every other error', async () => {
    expect(await said('[see](#nowhere) {1}')).toEqual([`${ADVISORY}:9 link/no-such-anchor`, `${ADVISORY}:9 mdx/expression`]);
  });
});
