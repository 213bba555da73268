import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';
import { speaksOfData } from '#compiler/lint/speaks-of-data.ts';

export const undeclaredDataCategory: Rule = {
  id: 'facts/undeclared-data-category',
  severity: 'error',
  waivable: 'reason',
  comparesFacts: true,
  inFacts: true,
  on: NOTICES,
  *check({ text, facts, book }) {
    if (!facts) return;
    const declared = new Set([...facts.dataInvolved, ...facts.dataNotInvolved].map(({ category }) => category));
    for (const sentence of text.sentences) {
      if (!speaksOfData(sentence, book)) continue;
      const named = book.categories(sentence);
      // Things have names too.
      const ofPeople = named.some(({ category }) => category !== 'name') || book.has('touched', sentence.text);
      for (const at of named) {
        if (declared.has(at.category) || (at.category === 'name' && !ofPeople)) continue;
        yield { at, message: `${quoted(at)} is in neither list of incident.yaml. Add "${at.category}" to dataInvolved or to dataNotInvolved.` };
      }
    }
  },
};
