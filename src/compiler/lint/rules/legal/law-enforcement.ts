import type { Rule } from '#compiler/lint/rule.ts';
import { wants } from '#compiler/lint/rules/structure/statute.ts';

export const lawEnforcement: Rule = {
  id: 'legal/law-enforcement',
  severity: 'error',
  waivable: 'reason',
  on: ['advisory'],
  *check({ facts }) {
    if (!facts || !wants(facts)) return;
    const { lawEnforcementDelay: delayed, delayReason } = facts;
    if (delayed === undefined)
      yield { at: null, message: 'California wants to know whether somebody of the law asked for a delay. Set lawEnforcementDelay to true or false.' };
    else if (delayed && !delayReason) yield { at: null, message: 'Somebody of the law asked for a delay, and delayReason does not say so. Write it.' };
  },
};
