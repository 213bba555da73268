import { expect, test } from 'vitest';
import { sampleSite } from '#tests/support/sample-incident.ts';
import { siteSchema } from './site.ts';

const problemOf = (locales: string[]) => siteSchema.safeParse({ ...sampleSite, locales }).error?.issues.map(({ path, message }) => `${path} ${message}`);

test('a site speaks the language of addresses without one, and each language once', () => {
  expect(problemOf(['de', 'en'])).toBeUndefined();
  expect(problemOf(['de', 'ar'])).toEqual([expect.stringMatching(/^locales name "en" too/)]);
  expect(problemOf([])).toEqual([expect.stringMatching(/^locales name "en" too/)]);
  expect(problemOf(['en', 'de', 'en'])).toEqual(['locales name each language once']);
});
