import { stringify } from 'yaml';
import { expect, test } from 'vitest';
import { factsSchema } from '#model/facts.ts';
import { siteSchema } from '#model/site.ts';
import { sampleFacts, sampleSite } from '#tests/support/sample-content.ts';
import { readFacts } from './read-facts.ts';
import { readSite } from './read-site.ts';

const problemsOf = (site: object) => readSite(stringify(site, { aliasDuplicateObjects: false })).findings.map(({ line, message }) => `${line} ${message}`);

test('a site speaks the language of addresses without one, and each language once', () => {
  const problemOf = (locales: string[]) => problemsOf({ ...sampleSite, locales });
  expect(problemOf(['de', 'en'])).toEqual([]);
  expect(problemOf(['de', 'ar'])).toEqual([expect.stringMatching(/^4 "locales": name "en" too/)]);
  expect(problemOf([])).toEqual([expect.stringMatching(/^4 "locales": name "en" too/)]);
  expect(problemOf(['en', 'de', 'en'])).toEqual(['4 "locales": name each language once.']);
});

test('what was stored before a rule of writing is read, and written no more', () => {
  const old = { site: { ...sampleSite, brand: 'Tem\npo', locales: ['de', 'de'] }, facts: { ...sampleFacts, title: { en: 'One\nTwo' } } };
  expect(siteSchema.parse(old.site).brand).toBe('Tem\npo');
  expect(factsSchema.parse(old.facts).title.en).toBe('One\nTwo');
  expect(problemsOf({ ...old.site, locales: ['en'] })).toEqual([expect.stringContaining('write it on one line')]);
  expect(readFacts(stringify(old.facts), new Date(), null).findings).toMatchObject([{ rule: 'facts/value', message: expect.stringContaining('one line') }]);
});
