import type { Rule } from '#domain/cohorts/rule.ts';

/** Whom a cohort holds, by its rule; null is a list. */
export function ruleInWords(rule: Rule | null): string {
  if (rule === null) return 'a list';
  if ('everyone' in rule) return 'everyone';
  return 'market' in rule ? `the market ${rule.market}` : `created before ${rule.createdBefore}`;
}
