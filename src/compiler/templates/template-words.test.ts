import { expect, test } from 'vitest';
import { splitFrontMatter } from '#compiler/text/front-matter.ts';
import { RULES } from '#compiler/lint/rules.ts';
import { PLATFORMS, STATUSES } from '#model/facts.ts';
import { INCIDENT_TEMPLATES } from '#model/team/templates.ts';
import { LOCALES } from '#paths';
import { lintText } from '#tests/support/lint/lint-text.ts';
import { sampleSite } from '#tests/support/sample-content.ts';
import { newAdvisory } from './new-advisory.ts';
import { newUpdate } from './new-update.ts';

const now = new Date('2014-05-27T14:00:00Z');
/** Stands for what somebody writes who keeps to what was asked. */
const WRITTEN = { en: 'a thing', de: 'eine Sache', ar: 'شيء' };
/** They ask for what only the author can write. */
const OF_WHAT_WAS_WRITTEN = ['legal/consequences'];

test.each(LOCALES)('the words that stay of a template are those of a good notice, in %s', async (locale) => {
  const written = (source: string) => {
    const { yaml, body } = splitFrontMatter(source.replaceAll(/TODO \([^)]*\)/g, WRITTEN[locale]));
    const said = (field: string) => new RegExp(`^${field}: (.*)$`, 'm').exec(yaml ?? '')?.[1] ?? '';
    return { text: body, title: said('title'), summary: said('summary') };
  };
  const about = { platforms: PLATFORMS.map((platform) => ({ platform, action: 'none' as const })), actions: [] };
  const found: string[] = [];
  const judge = async (name: string, given: Parameters<typeof lintText>[0]) => {
    const { title, summary, body } = await lintText(given, locale, RULES);
    found.push(...[...title, ...summary, ...body].map(({ rule, line }) => `${name}:${line} ${rule}`));
  };
  for (const template of INCIDENT_TEMPLATES) {
    const facts = { ...about, incidentType: template === 'holding' ? ('data_accessed' as const) : template };
    const source = newAdvisory({ template, slug: 'odd', noticeId: 'TMP-1', now, site: sampleSite }, locale);
    await judge(template, { ...written(source), facts, status: template === 'holding' ? 'investigating' : 'monitoring' });
  }
  for (const status of STATUSES)
    await judge(status, { ...written(newUpdate({ status, slug: 'first', now, site: sampleSite }, locale)), kind: 'update', status, facts: about });
  expect(found.filter((line) => !OF_WHAT_WAS_WRITTEN.some((rule) => line.endsWith(rule)))).toEqual([]);
});
