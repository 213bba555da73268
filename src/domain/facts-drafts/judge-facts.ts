import { isDeepStrictEqual } from 'node:util';
import { readFacts } from '#compiler/folder/read-facts.ts';
import { type Finding, isFinal } from '#compiler/text/finding.ts';
import { factsHash } from '#domain/incidents/save-facts.ts';
import type { Facts } from '#model/facts.ts';
import type { Site } from '#model/site.ts';
import type { FactsInHand } from './facts-in-hand.ts';
import { ofFacts } from './of-facts.ts';

/** Facts that a text can be read with. */
export interface JudgedFacts {
  /** Their revision; null for those that become one with the text. */
  id: number | null;
  hash: string;
  facts: Facts;
  /** The save that was judged, and the revision that it follows; null for what is no draft. */
  draft: { version: number; baseId: number | null } | null;
}

/** What the facts of an incident are as they are being written; null with what is wrong, where something is. With what may stand, they go as the text does that they go with. */
export function judgeFacts(hand: FactsInHand, now: Date, site: Site | null): { judged: JudgedFacts | null; findings: Finding[] } {
  const { newest, isOpen, isMoved, source, version } = hand;
  if (!isOpen) return { judged: newest && { ...newest, draft: null }, findings: [] };
  if (isMoved) return { judged: null, findings: [at('facts/moved', 'Other facts came in since these were written. Open the facts, look at both, and save.')] };
  const { facts, findings } = readFacts(source, now, site);
  if (!facts) return { judged: null, findings: [at('facts/not-whole', notWhole(findings.filter(isFinal).length))] };
  const draft = { version, baseId: newest?.id ?? null };
  // The same facts in another order are the same facts.
  const same = newest && isDeepStrictEqual(newest.facts, facts) ? newest : { id: null, hash: factsHash(facts), facts };
  return { judged: { ...same, draft }, findings: findings.map(ofFacts) };
}

const notWhole = (n: number) => `The facts of this incident are not whole: ${n === 1 ? 'one thing is' : `${n} things are`} missing or wrong. Open the facts.`;
const at = (rule: string, message: string): Finding => ({ rule, severity: 'error', line: 1, column: 1, message });
