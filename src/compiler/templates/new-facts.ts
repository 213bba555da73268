import { stringify } from 'yaml';
import { LANGUAGES } from '#locales/registry.ts';
import type { FactsWord, HoldingWord } from '#locales/templates.ts';
import type { Facts, Text } from '#model/facts.ts';
import type { IncidentTemplate } from '#model/team/templates.ts';
import type { Locale } from '#paths';
import { factsSkeleton } from './facts-skeleton.ts';
import { FIELD_COMMENTS } from './field-comments.ts';
import { holdingFacts } from './holding-facts.ts';
import { toTheMinute } from './to-the-minute.ts';

interface NewFacts {
  template: IncidentTemplate;
  noticeId: string;
  now: Date;
  /** Those of the site. */
  locales: readonly Locale[];
}

/** The `incident.yaml` of a new incident: every field, with a comment that says what goes there. */
export function newFacts({ template, noticeId, now, locales }: NewFacts): string {
  const say = (word: FactsWord): Text => inEach(locales, (locale) => LANGUAGES[locale].templates.facts[word]);
  const sayNow = (word: HoldingWord): Text => inEach(locales, (locale) => LANGUAGES[locale].templates.holding[word]);
  const facts: Record<string, unknown> =
    template === 'holding' ? { ...holdingFacts(sayNow, { noticeId, now }) } : factsSkeleton(template, say, { noticeId, asOf: toTheMinute(now) });
  const fields = (Object.keys(FIELD_COMMENTS) as (keyof Facts)[]).map((field) => {
    // A field that may be left out stands there all the same, out of use.
    const written = field in facts ? stringify({ [field]: facts[field] }, { lineWidth: 0, aliasDuplicateObjects: false }) : `# ${field}:\n`;
    return `# ${FIELD_COMMENTS[field]}\n${written}`;
  });
  return fields.join('\n');
}

function inEach(locales: readonly Locale[], say: (locale: Locale) => string): Text {
  return Object.fromEntries(locales.map((locale) => [locale, say(locale)]));
}
