import { factsEntries } from '#compiler/facts-form/entries.ts';
import { readFacts } from '#compiler/folder/read-facts.ts';
import type { FactsInHand } from '#domain/facts-drafts/facts-in-hand.ts';
import type { Site } from '#model/site.ts';
import { LOCALES } from '#paths';

interface Span {
  /** ISO 8601; null for what is not known yet. */
  from: string | null;
  to: string | null;
}

/** The facts that a text says most of, as they are being written. */
export interface FactsInShort {
  incident: number;
  /** Nothing is missing, or so wrong that nobody may let it stand. */
  isWhole: boolean;
  /** Null for what is not known yet. */
  people: number | null;
  access: Span;
  looked: Span;
  /** Kinds that were involved. */
  data: string[];
  /** Whether it was involved; null where the facts do not say. */
  password: boolean | null;
  causeKnown: boolean;
  /** ISO 8601; null where none is promised. */
  nextBy: string | null;
}

export function factsInShort(incident: number, hand: FactsInHand, { now, site }: { now: Date; site: Site | null }): FactsInShort {
  const entries = factsEntries(hand.source, LOCALES)?.entries ?? [];
  const at = (name: string) => entries.find((entry) => entry.name === name)?.shown ?? '';
  const all = (pattern: RegExp) => entries.flatMap(({ name, shown }) => (pattern.test(name) && shown !== '' ? [shown] : []));
  const moment = (name: string) => (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(at(name)) ? `${at(name)}:00Z` : null);
  const people = /^\d{1,15}$/.test(at('peopleAffected.n')) && at('peopleAffected.kind') !== 'unknown' ? Number(at('peopleAffected.n')) : null;
  const data = [...new Set(all(/^dataInvolved\.\d+\.category$/))];
  const not = all(/^dataNotInvolved\.\d+\.category$/);
  const isKnown = !['', 'unknown'].includes(at('occurred.certainty'));
  return {
    incident,
    isWhole: !hand.isOpen || readFacts(hand.source, now, site).facts !== null,
    people,
    access: isKnown ? { from: moment('occurred.from'), to: moment('occurred.to') } : { from: null, to: null },
    looked: { from: moment('evidenceLooked.from'), to: moment('evidenceLooked.to') },
    data,
    password: data.includes('password') ? true : not.includes('password') ? false : null,
    causeKnown: at('cause.known') === 'true',
    nextBy: moment('nextUpdateBy'),
  };
}
