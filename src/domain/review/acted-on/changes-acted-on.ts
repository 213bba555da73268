import type { Facts } from '#model/facts.ts';
import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';
import type { FactsChange } from '../diff/facts-diff.ts';
import { type ActedOn, wordsActedOn } from './words-acted-on.ts';

/** Whether somebody who reads the facts finds the same there; of a link, whose page it leads to. */
export type Checked = 'agrees' | 'not_in_facts' | 'no_facts' | 'ours' | 'trusted' | 'elsewhere' | 'past' | 'gone';

/** A change that readers act on. */
export interface ActedOnChange {
  kind: ActedOn['kind'] | 'platform' | 'promise';
  was: string | null;
  is: string | null;
  /** Of the new text; null where it is not in the text. */
  line: number | null;
  checked: Checked;
}

export interface Compared {
  before: string;
  after: string;
  locale: Locale;
  facts: Facts | null;
  factsChanges: readonly FactsChange[];
  site: Pick<Site, 'host' | 'trustedDomains'> | null;
  now: Date;
}

/** Each changed number, date, link, platform line and promise, in the order of the text, and then of the facts. */
export function changesActedOn(compared: Compared): ActedOnChange[] {
  const { before, after, locale } = compared;
  const [was, is] = [wordsActedOn(before, locale), wordsActedOn(after, locale)];
  const gone = without(was, is);
  const added = without(is, was);
  const changes = added.map((one): ActedOnChange => {
    const at = gone.findIndex(({ kind }) => kind === one.kind);
    const old = at === -1 ? null : (gone.splice(at, 1)[0] ?? null);
    return { kind: one.kind, was: old?.words ?? null, is: one.words, line: one.line, checked: check(one, compared) };
  });
  const left = gone.map(({ kind, words }): ActedOnChange => ({ kind, was: words, is: null, line: null, checked: 'gone' }));
  return [...changes, ...left, ...ofFacts(compared)];
}

/** Those of the first that the second has not, as often as it has them not. */
function without(some: readonly ActedOn[], others: readonly ActedOn[]): ActedOn[] {
  const left = Map.groupBy(others, nameOf);
  return some.filter((one) => left.get(nameOf(one))?.pop() === undefined);
}

const nameOf = ({ kind, meaning }: ActedOn) => `${kind} ${meaning}`;

function ofFacts({ factsChanges, now }: Compared): ActedOnChange[] {
  return factsChanges.flatMap(({ path, was, is }): ActedOnChange[] => {
    const place = path.slice(1).join(' › ');
    const named = (value: string | null) => value && `${place}: ${value}`;
    if (path[0] === 'platforms') return [{ kind: 'platform', was: named(was), is: named(is), line: null, checked: is === null ? 'gone' : 'agrees' }];
    if (path[0] !== 'nextUpdateBy') return [];
    return [{ kind: 'promise', was, is, line: null, checked: is === null ? 'gone' : Date.parse(is) > now.getTime() ? 'agrees' : 'past' }];
  });
}

function check({ kind, meaning }: ActedOn, { facts, site }: Compared): Checked {
  if (kind === 'link') return whose(meaning, site);
  if (!facts) return 'no_facts';
  const known = JSON.stringify(facts);
  if (kind === 'number') return numbersIn(known).has(meaning) ? 'agrees' : 'not_in_facts';
  const instants = (known.match(/\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})/g) ?? []).map((at) => new Date(at).toISOString());
  return instants.some((at) => (meaning.includes('T') ? at === meaning : at.slice(0, 10).endsWith(meaning))) ? 'agrees' : 'not_in_facts';
}

/** Numbers as fields and sentences write them: `38412`, `38,412`. */
function numbersIn(text: string): Set<string> {
  return new Set((text.match(/\d[\d.,]*\d|\d/g) ?? []).map((words) => words.replace(/[.,]/g, '')));
}

function whose(address: string, site: Compared['site']): Checked {
  if (/^[/#]/.test(address) && !address.startsWith('//')) return 'ours';
  const host = URL.parse(address)?.host;
  if (host === undefined || !site) return 'elsewhere';
  if (host === site.host) return 'ours';
  return site.trustedDomains.includes(host) ? 'trusted' : 'elsewhere';
}
