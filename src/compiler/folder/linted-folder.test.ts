import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Renderer } from '#compiler/render/renderer.ts';
import { type Finding, isFinal } from '#compiler/text/finding.ts';
import { factsSchema } from '#model/facts.ts';
import { LOCALES } from '#paths';
import { checkFiles } from '#tests/support/content/check-files.ts';
import { sampleAdvisory, sampleFacts, sampleFiles, sampleSite, writeContent } from '#tests/support/sample-content.ts';
import { startTestRenderer } from '#tests/support/test-renderer.ts';
import { checkContent, type Live } from './check-content.ts';
import { readContent } from './read-content.ts';
import { readFacts } from './read-facts.ts';

let renderer: Renderer;
beforeAll(async () => {
  renderer = startTestRenderer();
});
afterAll(() => renderer.close());

const facts = factsSchema.parse(sampleFacts);
const UPDATE = 'incidents/access/updates/first';

async function said(source: string, more: { markets?: string[]; lawEnforcementDelay?: boolean; status?: 'investigating' } = {}): Promise<Finding[]> {
  const { status, ...changed } = more;
  const result = await renderer.render({
    source,
    locale: 'en',
    kind: 'advisory',
    facts: { ...facts, ...changed },
    site: sampleSite,
    status: status ?? null,
    folder: '/nowhere',
  });
  expect(result.rendered === null).toBe(result.findings.some(isFinal));
  return result.findings;
}

it('the posts of content/ pass without a waiver', async () => {
  const results = await checkContent(await readContent('content', { shiftMs: 0 }), renderer);
  expect(results.length).toBeGreaterThan(30);
  expect(results.flatMap(({ file, findings }) => findings.map(({ rule, line }) => `${file}:${line} ${rule}`))).toEqual([]);
}, 60_000);

it('what is found stands at its words, in the text and in the front matter, however they are written', async () => {
  const source = sampleAdvisory('en')
    .replace('Lead.', 'It is **com\u00ADpletely** &amp; f\\*lly\n> quoted: your data\n> is\\\n> safe.\n\nLead.')
    .replace('title: A title', 'title: "A \\"minor incident\\" there"')
    .replace('summary: What it is about.', 'summary: >-\n  What it is about,\n  act now.');
  const places = (await said(source)).map(({ rule, line, column }) => `${line}:${column} ${rule}`);
  expect(places).toEqual(expect.arrayContaining(['2:13 tone/minimising', '6:3 tone/phish-like', '13:3 claim/absolute']));
});

it('a sentence of the facts is judged at its words, in each way in which YAML is written, and its posts still are', async () => {
  const files = sampleFiles();
  const path = 'incidents/access/incident.yaml';
  const facts = (en: string) => String(files[path]).replace('en: By monitoring.', `en: ${en}`);
  const line = facts('x').split('\n').indexOf('  en: x') + 1;
  const found = (en: string) => checkFiles({ ...files, [path]: facts(en) }, renderer);
  const where = (source: string) => readFacts(source, new Date(), sampleSite).findings.map((finding) => `${finding.line}:${finding.column} ${finding.rule}`);
  expect(await found('By chance. Your data is safe.')).toEqual([`${path}:${line} claim/absolute`]);
  expect(await found('By chance, yesterday.')).toEqual([`${path}:${line} time/relative-date`]);
  expect(where(facts('By chance. Your data is safe.'))).toEqual([`${line}:28 claim/absolute`]);
  expect(where(facts('"By chance.\\u0020Your data is safe."'))).toEqual([`${line}:34 claim/absolute`]);
  expect(where(facts('>-\n    By chance.\n    Your data\n    is safe.'))).toEqual([`${line + 3}:5 claim/absolute`]);
});

it('a fix, put into the file, leaves nothing to mend', async () => {
  const source = sampleAdvisory('en')
    .replace('title: A title', "title: 'Someone came in! It''s closed.'")
    .replace('## What happened', '## What happened ?')
    .replace('Lead.', 'We shut it &#33; And &amp; again! Yes!');
  const california = { markets: ['US-CA'], lawEnforcementDelay: false };
  let text = source;
  for (let round = 0; round < 10; round += 1) {
    const fixes = (await said(text, california)).flatMap(({ fix }) => fix ?? []);
    const [fix] = fixes.sort((a, b) => b.from - a.from);
    if (!fix) break;
    text = text.slice(0, fix.from) + fix.text + text.slice(fix.to);
  }
  expect(text).toContain("title: 'Notice of Data Breach. Someone came in. It''s closed.'");
  expect(text).toContain('## What happened\n');
  expect(text).toContain('We shut it &#33; And &amp; again. Yes.');
  expect((await said(text, california)).filter(({ fix }) => fix)).toEqual([]);
});

it('each finding says whether it may stand, and in the first hours some only warn', async () => {
  const source = sampleAdvisory('en').replace('Lead.', 'Certain users are concerned. Your data is safe. Threat actors came.\n\nLead.');
  const judged = (findings: Finding[]) => findings.map(({ rule, severity, waivable }) => `${rule} ${severity} ${waivable}`).sort();
  expect(judged(await said(source))).toEqual(['claim/absolute error never', 'readability/jargon warning tick', 'scope/vague-quantity error reason']);
  expect(judged(await said(source, { status: 'investigating' }))).toEqual([
    'claim/absolute error never',
    'readability/jargon warning tick',
    'scope/vague-quantity warning tick',
  ]);
});

it('numbers, dates, links and components differ between languages: said of the translation', async () => {
  const drifted = async (words: string) => {
    const files = sampleFiles();
    files[`${UPDATE}.de.mdx`] = String(files[`${UPDATE}.de.mdx`]).replace('News.', words);
    return (await checkFiles(files, renderer)).filter((finding) => finding.endsWith('fact-drift'));
  };
  const named = [`${UPDATE}.de.mdx:1 i18n/fact-drift`];
  expect(await drifted('Neues am 3. Juni 2014.')).toEqual(named);
  expect(await drifted('Neues am <Time at="2014-05-27T14:00:00Z" />.')).toEqual(named);
  expect(await drifted('[Neues](https://authority.example/)')).toEqual(named);
  expect(await drifted('Neues, Argon2id, TMP-1.')).toEqual([]);
  expect(await drifted('<Platforms />\n\nNeues.')).toEqual(named);
  expect(await drifted('<Measures />\n\nNeues.')).toEqual(named);
  expect(await drifted('<Action cohort="android" />\n\nNeues.')).toEqual(named);
  const text = String(sampleFiles()[`${UPDATE}.en.mdx`]);
  const both = async (en: string, de: string) => {
    const files = sampleFiles();
    files[`${UPDATE}.en.mdx`] = text.replace('News.', en);
    for (const locale of ['de', 'ar'])
      files[`${UPDATE}.${locale}.mdx`] = String(files[`${UPDATE}.${locale}.mdx`]).replace('News.', locale === 'de' ? de : en.replace('News', 'خبر'));
    return (await checkFiles(files, renderer)).filter((finding) => finding.endsWith('fact-drift'));
  };
  const action = '<Action cohort="android" />\n\n';
  expect(await both(`${action}News.`, `${action}Neues.`)).toEqual([]);
  expect(await both(`${action}News.`, `${action.replace('android', 'ios')}Neues.`)).toEqual(named);
  const at = (more: string) => `<Time at="2014-05-27T14:00:00${more} />`;
  expect(await both(`News ${at('Z"')}.`, `Neues ${at('+00:00"')}.`)).toEqual([]);
  expect(await both(`News ${at('Z"')}.`, `Neues ${at('Z" date')}.`)).toEqual(named);

  const everywhere = (change: (locale: string) => string) =>
    checkFiles(
      Object.fromEntries(
        Object.entries(sampleFiles()).map(([name, text]) => [name, name.startsWith(UPDATE) ? text.replace('News.', change(name.split('.')[1] ?? '')) : text]),
      ),
      renderer,
    );
  const told: Record<string, string> = {
    en: 'It has 38,412 lines, see [our page](/genuine).',
    de: 'Es hat 38.412 Zeilen, siehe [unsere Seite](/de/genuine).',
    ar: 'فيه ٣٨٬٤١٢ سطرًا، انظر [صفحتنا](/ar/genuine).',
  };
  expect(await everywhere((locale) => told[locale] ?? '')).toEqual([]);
});

it('an update that another one follows is not compared with the facts of today, and one that is live only warns', async () => {
  const second = (text: string) => text.replace('slug: first', 'slug: second').replace('2014-05-27T14', '2014-05-27T15');
  const files = (words: string, follows: boolean) => {
    const all = Object.entries(sampleFiles()).flatMap(([name, text]) => {
      if (!name.startsWith(UPDATE)) return [[name, text]];
      const old = [name, text.replace('News.', words)];
      return follows ? [old, [name.replace('first', 'second'), second(text)]] : [old];
    });
    return Object.fromEntries(all) as Record<string, string>;
  };
  const mismatch = LOCALES.map((locale) => `${UPDATE}.${locale}.mdx`);
  const found = async (given: Record<string, string>, live?: Live) => (await checkFiles(given, renderer, live)).map((finding) => finding.split(' ')[1]);
  expect(mismatch).toHaveLength(3);
  expect(await found(files('Es sind 7 Nutzer. 7 users. 7 مستخدمين.', false))).toContain('facts/number-mismatch');
  expect(await found(files('Es sind 7 Nutzer. 7 users. 7 مستخدمين.', true))).not.toContain('facts/number-mismatch');

  const { dir, remove } = await writeContent(files('TLP:AMBER', false));
  const live: Live = { paths: new Set(), has: ({ kind }) => kind === 'update', facts: new Map() };
  const results = await checkContent(await readContent(dir, { shiftMs: 0 }), renderer, undefined, live).finally(remove);
  expect(results.flatMap(({ findings }) => findings.map(({ rule, severity }) => `${rule} ${severity}`))).toEqual(Array(3).fill('legal/tlp warning'));
});
