import type { Finding } from '#compiler/text/finding.ts';
import type { Facts } from '#model/facts.ts';
import type { Site } from '#model/site.ts';
import { type Locale, LOCALES } from '#paths';
import { type FactsProse, factsProse } from './facts-prose.ts';
import { atMostOf, severityOf, waivableOf } from './judged.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { fold } from './text/fold.ts';
import { phrasebook } from './text/language.ts';
import type { Passage } from './text/passage.ts';
import { sentencesOf } from './text/sentences-of.ts';

/** What is said of a sentence of the facts. */
export interface FactsFinding extends Pick<Finding, 'rule' | 'severity' | 'message'>, Required<Pick<Finding, 'waivable'>> {
  /** The language last. */
  path: readonly PropertyKey[];
  /** In its words. */
  offset: number;
}

/** Rules that a field breaks by what it is for. */
const NOT_IN: Readonly<Record<string, readonly string[]>> = {
  // What may come is a guess.
  likelyConsequences: ['claim/hypothetical-known'],
  // It is free of charge, and the law wants it offered.
  supportOffered: ['structure/mixed-message'],
  // Hours of its own place.
  complainTo: ['time/no-zone'],
};

/** Of words that are repeated because they were wrong, what must not be read again. */
const EVEN_REPEATED: readonly string[] = ['legal/leak', 'legal/tlp'];

/** Judges every sentence of the facts, in each language, by the rules of posts that one sentence can break. Whether these are the first hours it does not know: what only warns then, only warns. */
export function lintFacts(facts: Facts, site: Site | null, rules: readonly Rule[] = RULES): FactsFinding[] {
  const judging = rules.filter(({ inFacts }) => inFacts);
  return LOCALES.flatMap((locale) => lintIn(locale, facts, site, judging));
}

function lintIn(locale: Locale, facts: Facts, site: Site | null, rules: readonly Rule[]): FactsFinding[] {
  const book = phrasebook(locale);
  const pathOf = new Map(factsProse(facts, locale).map((prose) => [passageOf(prose, facts, book.words), prose.path]));
  const passages = [...pathOf.keys()];
  const sentences = passages.flatMap((passage) => sentencesOf(passage, locale));
  const text = { passages, sentences, components: [], links: [], tables: [], lists: [] };
  const subject = { kind: 'advisory' as const, locale, text, book, facts, site, published: null, status: null, date: null };
  return rules.flatMap((rule) =>
    atMostOf(rule, subject).flatMap((hit): FactsFinding[] => {
      const path = hit.at !== null && 'passage' in hit.at ? pathOf.get(hit.at.passage) : undefined;
      if (!path || hit.at === null || !('passage' in hit.at) || !judges(rule, path)) return [];
      const severity = severityOf(rule, hit, true);
      const offset = hit.at.passage.at[hit.at.from] ?? 0;
      return [{ rule: rule.id, severity, message: hit.message, waivable: waivableOf(rule, severity), path, offset }];
    }),
  );
}

function judges({ id }: Rule, path: readonly PropertyKey[]): boolean {
  if (path[0] === 'corrections' && path[2] === 'was') return EVEN_REPEATED.includes(id);
  return !NOT_IN[String(path[0])]?.includes(id);
}

/** A sentence as one of a post, where it would stand there. */
function passageOf({ path, value }: FactsProse, facts: Facts, words: Parameters<typeof fold>[1]): Passage {
  const [field, index] = path;
  const cohort = field === 'actions' ? facts.actions[Number(index)]?.cohort : field === 'cohorts' ? facts.cohorts[Number(index)]?.name : undefined;
  return {
    kind: 'prose',
    level: null,
    // What everybody quotes.
    lead: field === 'title' || field === 'statement',
    section: field === 'interimAdvice' || field === 'lastingAdvice' ? 'can_do' : null,
    under: '',
    cohort: cohort ?? null,
    ...fold(value, words),
  };
}
