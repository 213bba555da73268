import { onceEach } from '#compiler/lint/text/once-each.ts';
import type { Passage } from '#compiler/lint/text/passage.ts';
import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';
import { speaksOfData } from '#compiler/lint/speaks-of-data.ts';

export const hypotheticalKnown: Rule = {
  id: 'claim/hypothetical-known',
  severity: 'error',
  waivable: 'reason',
  comparesFacts: true,
  inFacts: true,
  on: NOTICES,
  *check({ text, facts, book }) {
    const confirmed = new Set(facts?.dataInvolved.flatMap(({ category, evidence }) => (evidence === 'confirmed' ? [category] : [])));
    const aboutWhatMayCome = onceEach(({ under }: Passage) => book.has('hedges', under));
    for (const sentence of confirmed.size > 0 ? text.sentences : []) {
      // "What this could mean" is about what may come.
      if (!speaksOfData(sentence, book) || aboutWhatMayCome(sentence.passage)) continue;
      const named = book.categories(sentence);
      const known = named.some(({ category }) => confirmed.has(category)) || (named.length === 0 && book.has('data', sentence.text));
      if (!known) continue;
      for (const clause of book.clauses(sentence)) {
        if (!book.has('touched', clause.text) || book.has('other', clause.text) || book.has('conditions', clause.text) || book.has('unknown', clause.text))
          continue;
        for (const at of book.find('hedges', clause))
          yield { at, message: `${quoted(at)} makes a guess of what incident.yaml calls confirmed. Say that it was: "data was seen".` };
      }
    }
  },
};
