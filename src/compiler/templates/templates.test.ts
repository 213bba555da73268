import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Renderer } from '#compiler/render/renderer.ts';
import { factsSchema, STATUSES } from '#model/facts.ts';
import { INCIDENT_TEMPLATES, type IncidentTemplate } from '#model/team/templates.ts';
import { checkFiles } from '#tests/support/content/check-files.ts';
import { sampleSite } from '#tests/support/sample-content.ts';
import { startTestRenderer } from '#tests/support/test-renderer.ts';
import { FIELD_COMMENTS } from './field-comments.ts';
import { newAdvisory } from './new-advisory.ts';
import { newFacts } from './new-facts.ts';
import { newNote } from './new-note.ts';
import { newUpdate } from './new-update.ts';
import { noticeIdAt } from './notice-id.ts';

let renderer: Renderer;
beforeAll(async () => {
  renderer = startTestRenderer();
});
afterAll(() => renderer.close());

const now = new Date();
const noticeId = noticeIdAt(now);

function incidentFiles(template: IncidentTemplate, site = sampleSite): Record<string, string> {
  const { locales } = site;
  const advisories = locales.map((locale) => [`incidents/odd/advisory.${locale}.mdx`, newAdvisory({ template, slug: 'odd', noticeId, now, site }, locale)]);
  return {
    'site.yaml': stringify(site),
    'incidents/odd/incident.yaml': newFacts({ template, noticeId, now, locales }),
    ...Object.fromEntries(advisories),
  };
}

/** They judge what is not written yet: what leads, and how long its sentences are. */
const OF_WHAT_IS_MISSING = /\b(?:structure\/lead|readability\/sentence-length)\b/;
const rulesOf = (found: string[]) => [...new Set(found.map((line) => line.split(' ')[1]))];

test('a holding notice is ready as it is, in every language', async () => {
  expect(await checkFiles(incidentFiles('holding'), renderer)).toEqual([]);
});

test.each(INCIDENT_TEMPLATES.filter((template) => template !== 'holding'))('of %s all that is wrong is what is still to be written', async (template) => {
  const files = incidentFiles(template);
  const found = (await checkFiles(files, renderer)).filter((line) => !OF_WHAT_IS_MISSING.test(line));
  expect(rulesOf(found)).toEqual(['structure/placeholder']);
  for (const place of found) {
    const [path = '', line = ''] = (place.split(' ')[0] ?? '').split(':');
    expect(files[path]?.split('\n')[Number(line) - 1], place).toContain('TODO');
  }
});

test.each(STATUSES)('so of an update that says %s, and of a note', async (status) => {
  const files = incidentFiles('holding');
  for (const locale of sampleSite.locales) {
    files[`incidents/odd/updates/first.${locale}.mdx`] = newUpdate({ status, slug: 'first', now, site: sampleSite }, locale);
    files[`notes/new.${locale}.mdx`] = newNote({ slug: 'new', now, site: sampleSite }, locale);
  }
  const found = await checkFiles(files, renderer);
  expect(rulesOf(found).filter((rule) => rule !== 'structure/placeholder')).toEqual([]);
});

test('every field of the facts stands in the file, with what goes there', () => {
  expect(Object.keys(FIELD_COMMENTS).sort()).toEqual(Object.keys(factsSchema.shape).sort());
  for (const template of INCIDENT_TEMPLATES) {
    const written = newFacts({ template, noticeId, now, locales: ['en'] });
    for (const field of Object.keys(FIELD_COMMENTS)) expect(written).toMatch(new RegExp(`^(?:# )?${field}:`, 'm'));
  }
});

test('a name with the signs of Markdown in it stays a name', async () => {
  await fc.assert(
    fc.asyncProperty(fc.stringMatching(/^[A-Za-z*_<>{}[\]`&#~|\\]{1,12}$/), async (brand) => {
      expect(await checkFiles(incidentFiles('holding', { ...sampleSite, brand: `A${brand}` }), renderer)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});
