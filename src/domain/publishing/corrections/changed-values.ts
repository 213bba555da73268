import { changesActedOn } from '#domain/review/acted-on/changes-acted-on.ts';
import type { CorrectedChange } from '#model/edition.ts';
import type { Facts } from '#model/facts.ts';
import type { Locale } from '#paths';

interface Version {
  source: string;
  /** Of a post's own texts: an update shows none of them as its own. */
  facts: Facts | null;
}

/** What readers act on and find changed between two versions of a text in one language: in its words, and then in its facts. */
export function changedValues(before: Version, after: Version, locale: Locale): CorrectedChange[] {
  const words = changesActedOn({
    before: before.source,
    after: after.source,
    locale,
    facts: null,
    factsChanges: [],
    site: null,
    now: new Date(0),
  }).flatMap(({ kind, was, is }): CorrectedChange[] => (kind === 'platform' ? [] : [{ kind, was, is }]));
  return [...words, ...platformChanges(before.facts, after.facts), ...promiseChange(before.facts, after.facts)];
}

function platformChanges(before: Facts | null, after: Facts | null): CorrectedChange[] {
  const names = new Set([...(before?.platforms ?? []), ...(after?.platforms ?? [])].map(({ platform }) => platform));
  return [...names].flatMap((platform): CorrectedChange[] => {
    const [was, is] = [lineOf(before, platform), lineOf(after, platform)];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ kind: 'platform', platform, was, is }];
  });
}

function lineOf(facts: Facts | null, name: string) {
  const line = facts?.platforms.find(({ platform }) => platform === name);
  return line ? { action: line.action, ...(line.fixedVersion !== undefined && { fixedVersion: line.fixedVersion }) } : null;
}

function promiseChange(before: Facts | null, after: Facts | null): CorrectedChange[] {
  const [was, is] = [before?.nextUpdateBy ?? null, after?.nextUpdateBy ?? null];
  const same = was === is || (was !== null && is !== null && Date.parse(was) === Date.parse(is));
  return same ? [] : [{ kind: 'promise', was, is }];
}
