import { LANGUAGES } from '#locales/registry.ts';
import type { FactsWord, HoldingWord } from '#locales/templates.ts';
import type { Text } from '#model/facts.ts';
import type { IncidentTemplate } from '#model/team/templates.ts';
import type { Locale } from '#paths';
import { factsSkeleton } from './facts-skeleton.ts';
import { factsSource } from './facts-source.ts';
import { holdingFacts } from './holding-facts.ts';
import { toTheMinute } from './to-the-minute.ts';

interface NewFacts {
  template: IncidentTemplate;
  noticeId: string;
  now: Date;
  /** Those of the site. */
  locales: readonly Locale[];
  /** What is known already: a title in one language, and since when. `detectedAt` is ISO 8601. */
  known?: { title: string; locale: Locale; detectedAt: string };
}

/** The `incident.yaml` of a new incident: every field, with a comment that says what goes there. */
export function newFacts({ template, noticeId, now, locales, known }: NewFacts): string {
  const say = (word: FactsWord): Text => inEach(locales, (locale) => LANGUAGES[locale].templates.facts[word]);
  const sayNow = (word: HoldingWord): Text => inEach(locales, (locale) => LANGUAGES[locale].templates.holding[word]);
  const facts: Record<string, unknown> & { title?: unknown } =
    template === 'holding'
      ? { ...holdingFacts(sayNow, { noticeId, now, ...(known && { detectedAt: known.detectedAt }) }) }
      : factsSkeleton(template, say, { noticeId, asOf: toTheMinute(now) });
  if (!known) return factsSource(facts);
  return factsSource({ ...facts, title: { ...(facts.title as Text), [known.locale]: known.title }, detectedAt: known.detectedAt });
}

function inEach(locales: readonly Locale[], say: (locale: Locale) => string): Text {
  return Object.fromEntries(locales.map((locale) => [locale, say(locale)]));
}
