import { NOTICES, type Rule } from '#compiler/lint/rule.ts';
import { toldFacts } from '#compiler/lint/told-facts.ts';

export const silentEdit: Rule = {
  id: 'correction/silent-edit',
  severity: 'error',
  waivable: 'never',
  comparesFacts: true,
  on: NOTICES,
  *check({ facts, published }) {
    if (!facts || !published) return;
    const known = new Set(published.corrections.map(({ at }) => Date.parse(at)));
    if (facts.corrections.some(({ at }) => !known.has(Date.parse(at)))) return;
    const now = toldFacts(facts);
    for (const [name, was] of toldFacts(published)) {
      const is = now.get(name) ?? 'gone';
      if (was !== is) yield { at: null, message: `"${name}" was published as ${was}, and is ${is} now. Add an entry to corrections: at, was, now, why.` };
    }
  },
};
