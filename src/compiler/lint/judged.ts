import type { Finding, Waivable } from '#compiler/text/finding.ts';
import type { Hit, Rule, Subject } from './rule.ts';

/** Of one rule in one text: who reads so many has seen the kind. */
const MAX_HITS = 20;

/** What a rule finds, as much of it as anybody reads. */
export function atMostOf(rule: Rule, subject: Subject): Hit[] {
  const hits: Hit[] = [];
  for (const hit of rule.check(subject)) {
    hits.push(hit);
    if (hits.length === MAX_HITS) break;
  }
  return hits;
}

/** How much a hit weighs, in the first hours or after them. */
export function severityOf(rule: Rule, hit: Hit, isHolding: boolean): Finding['severity'] {
  return (isHolding ? rule.holding : undefined) ?? hit.severity ?? rule.severity;
}

/** What only warns is ticked; an error of a rule that mostly warns needs a reason. */
export function waivableOf({ waivable }: Rule, severity: Finding['severity']): Waivable {
  return severity === 'warning' ? 'tick' : waivable === 'tick' ? 'reason' : waivable;
}
