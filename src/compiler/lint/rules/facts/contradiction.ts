import { deniedData } from '#compiler/lint/denied-data.ts';
import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';
import { speaksOfData } from '#compiler/lint/speaks-of-data.ts';

export const contradiction: Rule = {
  id: 'facts/contradiction',
  severity: 'error',
  waivable: 'reason',
  comparesFacts: true,
  inFacts: true,
  on: NOTICES,
  *check({ text, facts, book }) {
    const involved = new Set(facts?.dataInvolved.map(({ category }) => category));
    for (const sentence of involved.size > 0 ? text.sentences : []) {
      if (!speaksOfData(sentence, book)) continue;
      for (const at of deniedData(sentence, book)) {
        if (involved.has(at.category))
          yield { at, message: `The text says that ${quoted(at)} was not involved, and incident.yaml says that it was. Correct one of them.` };
      }
    }
  },
};
